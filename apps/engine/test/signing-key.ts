import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A new key to sign mails with: the private half in PEM, as its file holds it. */
export function signingKey(type: 'rsa' | 'ed25519' = 'rsa', bits = 2_048): { pem: string; publicKey: KeyObject } {
  const { privateKey, publicKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('ed25519');
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey };
}
