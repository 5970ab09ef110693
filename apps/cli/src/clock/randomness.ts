import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** A new Ed25519 private key in PEM (PKCS #8), as `openssl genpkey -algorithm ed25519` makes it. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** A new webhook key: 32 random bytes in base64, as `openssl rand -base64 32` makes it. */
export function newWebhookKey(): string {
  return `${randomBytes(32).toString('base64')}\n`;
}
