import { z } from 'zod';
import { webhookKeyFrom } from './webhook-secret';

/** The setting WEBHOOK_KEY, as the API and the engine read it: the key, undefined where none is set. */
export const webhookKey = z
  .string()
  .transform((text, context) => {
    const key = webhookKeyFrom(text);
    if (key) return key;
    context.addIssue({ code: 'custom', message: 'must be 32 random bytes or more in base64: openssl rand -base64 32' });
    return z.NEVER;
  })
  .optional();
