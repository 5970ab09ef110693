import { createHmac } from 'node:crypto';
import { messageIdFor } from '@app/mail';
import { asciiDomainOf } from './address-in-ascii';

type Sent = { county: string; from: string };

/** What a mail is called: to readers of its headers, and to the servers that report on it (RFC 3461, which allows 100 characters). */
export type MailNames = { messageId: string; envelopeId: string };

/**
 * The same for every attempt of a notification, or of a digest, and not to be guessed from its id: whoever has not seen the mail cannot
 * report on it. The envelope's id is `<county>.<the part that cannot be guessed>`.
 */
export function mailNamesOf({ county, from }: Sent, id: string, secret: Uint8Array): MailNames {
  const token = createHmac('sha256', secret).update(id).digest('hex').slice(0, 32);
  return { messageId: messageIdFor(`${id}.${token}`, asciiDomainOf(from)), envelopeId: `${county}.${token}` };
}

/**
 * What every mail says of itself to programs: that no person wrote it, so that none answers it by itself (RFC 3834, and
 * the same for Exchange), and which county's notices it belongs to, so that it can be sorted (RFC 2919).
 * `Precedence` is left out: it was never agreed on, and some servers hold back what calls itself bulk.
 */
export function headersOf({ county, from }: Sent): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Id': `Vuosikello <vuosikello.${county}.${asciiDomainOf(from)}>`,
  };
}
