import { createHash, type KeyObject, verify } from 'node:crypto';

export type DkimSignature = { valid: boolean; d: string; s: string; c: string; signed: string[] };

type Header = { name: string; field: string };

/**
 * Verifies the first DKIM signature of a raw mail (bytes as latin1) as RFC 6376 says, for rsa-sha256 and relaxed/relaxed,
 * with the key that would stand in DNS.
 */
export function verifyDkim(raw: string, publicKey: KeyObject): DkimSignature {
  const border = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw.slice(0, border));
  const signature = headers.find(({ name }) => name === 'dkim-signature');
  if (!signature) throw new Error('The mail is not signed');
  const { d = '', s = '', c = '', h = '', b = '', bh = '', a } = tagsOf(signature.field);
  if (a !== 'rsa-sha256') throw new Error(`Signed with ${a}`);
  const signed = h
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
  const body = relaxedBody(raw.slice(border + 4));
  const bodyHolds = createHash('sha256').update(body, 'latin1').digest('base64') === bh.replace(/\s/g, '');
  const bare = relaxedHeader({ ...signature, field: signature.field.replace(/(\bb=)[^;]*/, '$1') });
  const text = [...pick(headers, signed).map(relaxedHeader), bare].join('\r\n');
  const holds = verify('sha256', Buffer.from(text, 'latin1'), publicKey, Buffer.from(b.replace(/\s/g, ''), 'base64'));
  return { valid: bodyHolds && holds, d, s, c, signed };
}

function headersOf(block: string): Header[] {
  return block
    .split(/\r\n(?![ \t])/)
    .map((field) => ({ name: field.slice(0, field.indexOf(':')).trim().toLowerCase(), field }));
}

/** §5.4.2: of a repeated header the last is signed first. */
function pick(headers: readonly Header[], names: readonly string[]): Header[] {
  const left = [...headers].reverse();
  return names.flatMap((wanted) => {
    const index = left.findIndex(({ name }) => name === wanted);
    return index < 0 ? [] : left.splice(index, 1);
  });
}

/** §3.4.2 */
function relaxedHeader({ name, field }: Header): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  return `${name}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** §3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

function tagsOf(field: string): Record<string, string | undefined> {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  const pairs = value.split(';').map((tag) => tag.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name = '', text = '']) => [name.trim(), text.trim()]));
}
