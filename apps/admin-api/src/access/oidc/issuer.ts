import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { isTrustworthy } from './issuer-address';
import { IssuerAwayError, IssuerFetch } from './issuer-fetch';
import type { OidcSettings } from './oidc-settings';

/** Signatures with a key that nobody but the issuer has. Never `none`, and no shared secret: the public key would do as one. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const clockSkewSeconds = 60;
/** Where the keys are is asked again after an hour, what they are after ten minutes; real time. */
const discoveredMs = 3_600_000;
const keysMs = 600_000;
const keyCooldownMs = 30_000;

/** RFC 9068, and what issuers write who do not follow it. Others are for other uses, such as logging out. */
const tokenTypes: readonly unknown[] = [undefined, 'jwt', 'at+jwt'];
/** Some issuers say in the token which of theirs it is. */
const accessTokens: readonly unknown[] = [undefined, 'Bearer'];

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isTrustworthy) });

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** The issuer whose tokens are taken. It is first asked when a token comes: the API runs, and API keys work, while it is away. */
export class Issuer {
  private readonly documents: IssuerFetch;
  private found: { keys: Keys; at: number; address: string } | undefined;
  private finding: Promise<Keys> | undefined;

  constructor(
    private readonly settings: OidcSettings,
    private readonly clock: { now: () => Date; elapsedMs: () => number },
  ) {
    this.documents = new IssuerFetch(clock.elapsedMs);
  }

  /**
   * What a token of the issuer says; undefined where it is not one of its access tokens for us, or not in force: a minute of difference
   * between the clocks is let pass. @throws IssuerAwayError
   */
  async claimsOf(token: string): Promise<JWTPayload | undefined> {
    const keys = await this.keys();
    const { issuer, audience } = this.settings;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience,
        clockTolerance: clockSkewSeconds,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'sub'],
      });
      const isAccessToken = tokenTypes.includes(typeOf(protectedHeader.typ)) && accessTokens.includes(payload.typ);
      return isAccessToken ? payload : undefined;
    } catch (error) {
      if (error instanceof IssuerAwayError) throw error;
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || !isOfToken(error))
        throw new IssuerAwayError('its keys cannot be read', error);
      return undefined;
    }
  }

  private async keys(): Promise<Keys> {
    const { found } = this;
    if (found && this.clock.elapsedMs() - found.at < discoveredMs) return found.keys;
    this.finding ??= this.discover().finally(() => (this.finding = undefined));
    // Where the keys have been is where they most likely are.
    return found ? this.finding.catch(() => found.keys) : this.finding;
  }

  /** OpenID Connect Discovery 1.0, section 4: what answers there must call itself by the very same name. */
  private async discover(): Promise<Keys> {
    const { issuer } = this.settings;
    const response = await this.documents.get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const read = discovery.safeParse(await response.json().catch(() => undefined));
    if (!read.success) throw new IssuerAwayError('what is published there describes no issuer');
    if (read.data.issuer !== issuer) throw new IssuerAwayError(`it calls itself ${JSON.stringify(read.data.issuer)}`);
    const address = read.data.jwks_uri;
    // The same set goes on: it knows when it was last asked.
    const keys = this.found?.address === address ? this.found.keys : this.keysAt(address);
    this.found = { keys, at: this.clock.elapsedMs(), address };
    return keys;
  }

  private keysAt(address: string): Keys {
    return createRemoteJWKSet(new URL(address), {
      cacheMaxAge: keysMs,
      cooldownDuration: this.settings.keyCooldownMs ?? keyCooldownMs,
      [customFetch]: (url, { signal }) => this.documents.get(url, signal),
    });
  }
}

/** `application/` may be left out, and case does not count (RFC 7515, section 4.1.9). */
function typeOf(typ: unknown): unknown {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ;
}

/** Errors of the library about the token have a code of their own; the general one is about the set of keys. */
function isOfToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
