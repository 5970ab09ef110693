import { messageIdFor } from '@app/mail';
import { asciiDomainOf } from './address-in-ascii';

type Sent = { county: string; from: string };

/** The same for every attempt of a notification, or of a digest. */
export function messageIdOf(id: string, from: string): string {
  return messageIdFor(id, asciiDomainOf(from));
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
