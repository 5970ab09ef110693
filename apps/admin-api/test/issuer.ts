import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export type TokenOptions = {
  algorithm?: string;
  kid?: string;
  type?: string;
  audience?: string | string[];
  issuer?: string;
  /** Seconds from now. */
  expiresIn?: number;
  notBefore?: number;
};

/** An OIDC issuer on a port of this machine, with keys of its own. */
export class TestIssuer {
  readonly audience = 'vuosikello-api';
  /** How often each document was asked for. */
  readonly asked = { discovery: 0, keys: 0 };
  /** What it calls itself in its description; its address unless set. */
  called: string | undefined;
  private keys = new Map<string, KeyPair & { algorithm: string }>();
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/realm`;
  }

  /** Answers; on the port it had before, where it had one. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      void this.documentAt(request.url ?? '').then((document) => {
        response.writeHead(document ? 200 : 404, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(document ?? {}));
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  async addKey(kid: string, algorithm = 'RS256'): Promise<void> {
    this.keys.set(kid, { ...(await generateKeyPair(algorithm, { extractable: true })), algorithm });
  }

  removeKey(kid: string): void {
    this.keys.delete(kid);
  }

  async publicKey(kid: string): Promise<string> {
    return exportSPKI(this.keyPair(kid).publicKey);
  }

  /** A token as the issuer signs them, good for ten minutes unless told otherwise. */
  token(claims: JWTPayload, { kid = 'k1', type, audience, issuer, expiresIn = 600, notBefore }: TokenOptions = {}) {
    const now = Math.floor(Date.now() / 1000);
    const { algorithm, privateKey } = this.keyPair(kid);
    const token = new SignJWT({ sub: 'u-1', ...claims })
      .setProtectedHeader({ alg: algorithm, kid, ...(type !== undefined && { typ: type }) })
      .setIssuer(issuer ?? this.url)
      .setAudience(audience ?? this.audience)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn);
    if (notBefore !== undefined) token.setNotBefore(now + notBefore);
    return token.sign(privateKey);
  }

  private keyPair(kid: string): KeyPair & { algorithm: string } {
    const pair = this.keys.get(kid);
    if (!pair) throw new Error(`The issuer has no key ${kid}`);
    return pair;
  }

  private async documentAt(path: string): Promise<object | undefined> {
    if (path === '/realm/.well-known/openid-configuration') {
      this.asked.discovery += 1;
      return { issuer: this.called ?? this.url, jwks_uri: `${this.url}/keys` };
    }
    if (path !== '/realm/keys') return undefined;
    this.asked.keys += 1;
    const keys = [...this.keys].map(async ([kid, { publicKey, algorithm }]) => ({
      ...(await exportJWK(publicKey)),
      kid,
      alg: algorithm,
      use: 'sig',
    }));
    return { keys: await Promise.all(keys) };
  }
}
