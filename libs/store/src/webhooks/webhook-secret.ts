import { createHmac } from 'node:crypto';

/**
 * The secret with which events for a webhook are signed: derived from the installation's webhook key, so that neither the database nor a
 * backup of it holds any. Each number gives another one. As Standard Webhooks writes it: `whsec_` and 32 bytes in base64.
 */
export function webhookSecret(key: Buffer, { county, id }: { county: string; id: string }, secretNo: number): string {
  return `whsec_${createHmac('sha256', key).update(`webhook/${county}/${id}/${secretNo}`).digest('base64')}`;
}

const leastBytes = 32;

/** The webhook key from its setting: at least 32 random bytes in base64; undefined where the text is none. */
export function webhookKeyFrom(text: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length >= leastBytes ? key : undefined;
}
