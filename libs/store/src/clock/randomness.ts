import { randomBytes } from 'node:crypto';

/** Unguessable text of 43 characters (256 bits), safe in URLs. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Short text that tells things apart, eight hexadecimal digits. Not a secret. */
export function shortId(): string {
  return randomBytes(4).toString('hex');
}
