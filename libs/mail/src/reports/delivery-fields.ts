/** What a server says of one recipient of a mail (RFC 3464). */
export type RecipientReport = {
  /** As the mail was addressed and as the server had it in the end: lower case, bare. */
  addresses: string[];
  action: (typeof actions)[number];
  /** `class.subject.detail` (RFC 3463). */
  status: string;
};

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
const statusForm = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;
const mostRecipients = 100;
/** What is longer is nobody's address or status. */
const longestValue = 1_000;

/**
 * Reads the fields of a `message/delivery-status` part: a group about the mail, then one for each recipient, with blank lines between.
 * What cannot be understood of a recipient is left out; nothing is thrown.
 */
export function deliveryFields(text: string): { envelopeId: string | null; recipients: RecipientReport[] } {
  const groups = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter(({ size }) => size > 0);
  const envelopeId = groups.map((fields) => fields.get('original-envelope-id')).find((id) => id !== undefined) ?? null;
  return { envelopeId, recipients: groups.slice(0, mostRecipients).flatMap(recipientIn) };
}

/** Header fields by their name in lower case, unfolded; of several of one name the first. */
export function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]{1,100}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined || fields.has(name.toLowerCase())) continue;
    fields.set(name.toLowerCase(), value.trim().slice(0, longestValue));
  }
  return fields;
}

function recipientIn(fields: Map<string, string>): RecipientReport[] {
  const said = fields
    .get('action')
    ?.toLowerCase()
    .split(/[\s;(]/)[0];
  const action = actions.find((known) => known === said);
  const status = statusIn(fields);
  if (action === undefined || status === null) return [];
  const addresses = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)));
  return [{ addresses: [...new Set(addresses)], action, status }];
}

/** Some servers say no more in the field than that it failed, and the reason in the words of the other server. */
function statusIn(fields: Map<string, string>): string | null {
  const status = statusForm.exec(fields.get('status') ?? '')?.[0] ?? null;
  if (status !== null && !status.endsWith('.0.0')) return status;
  const told = statusForm.exec(fields.get('diagnostic-code') ?? '')?.[0];
  return told !== undefined && (status === null || told.startsWith(status.charAt(0))) ? told : status;
}

function addressIn(field: string | undefined): string[] {
  const [, address] = /^[^;]*;\s*<?([^<>\s;]+@[^<>\s;]+?)>?\s*$/.exec(field ?? '') ?? [];
  return address === undefined ? [] : [address.toLowerCase()];
}
