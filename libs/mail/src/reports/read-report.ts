import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { deliveryFields, fieldsOf, type RecipientReport } from './delivery-fields';

/** A delivery report (RFC 3464): which mail it is about, and what became of it for each recipient. */
export type DeliveryReport = {
  /** `<id@domain>` of the mail as it was sent; null where the report does not carry it. */
  messageId: string | null;
  /** What the mail was sent under (RFC 3461); null where the servers have not kept it. */
  envelopeId: string | null;
  recipients: RecipientReport[];
};

/** Why something is no report: a machine answered for its owner, it is another mail, or nobody can read it. */
export const noReports = ['auto-reply', 'other-mail', 'unreadable', 'too-large'] as const;
export type ReadReport = { report: DeliveryReport } | { report: null; why: (typeof noReports)[number] };

/** The largest report that is read, in bytes; what a server returns of a mail of ours is far smaller. */
export const reportLimit = 1024 * 1024;

const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const;
const originals = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];

/** Reads a mail that came in as a delivery report. Whatever the bytes are, nothing is thrown. */
export async function readReport(raw: Uint8Array): Promise<ReadReport> {
  if (raw.length > reportLimit) return { report: null, why: 'too-large' };
  let mail: Email;
  try {
    mail = await PostalMime.parse(raw, limits);
  } catch {
    return { report: null, why: 'unreadable' };
  }
  const said = partOf(mail, ['message/delivery-status', 'message/global-delivery-status']);
  if (said === undefined) return { report: null, why: isAutoReply(mail) ? 'auto-reply' : 'other-mail' };
  const { envelopeId, recipients } = deliveryFields(textOf(said));
  if (recipients.length === 0) return { report: null, why: 'other-mail' };
  return { report: { messageId: messageIdIn(partOf(mail, originals)), envelopeId, recipients } };
}

function partOf({ attachments }: Email, types: readonly string[]): Attachment | undefined {
  return attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
}

/** Fields are ASCII, or UTF-8 (RFC 6533), whatever the part says it is. */
function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function messageIdIn(original: Attachment | undefined): string | null {
  if (original === undefined) return null;
  const [headers = ''] = textOf(original).replace(/\r\n?/g, '\n').replace(/^\n+/, '').split('\n\n');
  return /<[^<>\s]{1,500}>/.exec(fieldsOf(headers).get('message-id') ?? '')?.[0] ?? null;
}

/** RFC 3834: such an answer says so; older systems have words of their own. */
function isAutoReply({ headers }: Email): boolean {
  const valueOf = (name: string) => headers.find(({ key }) => key === name)?.value.toLowerCase();
  const submitted = valueOf('auto-submitted');
  if (submitted !== undefined && submitted !== 'no') return true;
  return valueOf('x-autoreply') !== undefined || /auto_reply|bulk/.test(valueOf('precedence') ?? '');
}

/** The county whose mail a report is about, by the id that every mail of ours is sent under; null where it cannot be ours. */
export function countyOfReport({ messageId, envelopeId }: DeliveryReport): string | null {
  return /^<?(\d{2})\.[A-Za-z0-9]/.exec(messageId ?? envelopeId ?? '')?.[1] ?? null;
}
