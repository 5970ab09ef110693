import PostalMime, { type Address } from 'postal-mime';
import type { Envelope } from './smtp-listener';

/** A mail as the inbox received it. */
export type InboxMessage = {
  /** The address of MAIL FROM; empty for the null sender of bounces. */
  readonly envelopeFrom: string;
  /** The addresses of RCPT TO: who really gets the mail. */
  readonly envelopeTo: string[];
  /** What a delivery report would call the mail (ENVID), where its sender gave that. */
  readonly reportId?: string;
  /** With its angle brackets; empty when the mail has none. */
  readonly messageId: string;
  readonly subject: string;
  /** As shown to a reader: `Name <address>` or the bare address. */
  readonly from: string;
  readonly to: string[];
  readonly text: string;
  readonly html?: string;
  /** By lower-case name, unfolded but not decoded; the values of a repeated header stand on lines of their own. */
  readonly headers: Record<string, string>;
  /** Counts every mail that was received in full, from 1, refused ones too. */
  readonly receivedNo: number;
};

/** Reads a raw mail. Throws when it is no mail at all (nested too deep, headers over 2 MB). */
export async function readMessage(raw: Buffer, envelope: Envelope, receivedNo: number): Promise<InboxMessage> {
  const mail = await PostalMime.parse(raw);
  const headers = new Map<string, string>();
  for (const { key, value } of mail.headers) {
    const earlier = headers.get(key);
    headers.set(key, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return {
    envelopeFrom: envelope.from,
    envelopeTo: [...envelope.to],
    ...(envelope.reportId === undefined ? {} : { reportId: envelope.reportId }),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    from: mail.from === undefined ? '' : display(mail.from),
    to: (mail.to ?? []).map(display),
    text: mail.text ?? '',
    ...(mail.html === undefined ? {} : { html: mail.html }),
    headers: Object.fromEntries(headers),
    receivedNo,
  };
}

function display(address: Address): string {
  if (address.group !== undefined) {
    return `${address.name}: ${address.group.map(display).join(', ')};`;
  }
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}
