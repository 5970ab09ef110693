import { createHmac } from 'node:crypto';

export type Message = {
  /** The same in each attempt; without a full stop. */
  id: string;
  /** When it is sent, in seconds since 1970, real time: receivers refuse what is old. */
  timestampSeconds: number;
  body: string;
};

/**
 * The headers of a message after Standard Webhooks 1.0.0: HMAC-SHA256 over `<id>.<timestamp>.<body>`, once with each secret (`whsec_…`),
 * with spaces between, so that a receiver can change from one to the next.
 */
export function signedHeaders({ id, timestampSeconds, body }: Message, secrets: readonly string[]) {
  const signed = `${id}.${timestampSeconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}
