import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboxMessage } from './inbox-message';

const SLUG_LENGTH = 60;

/** A folder of mails: `<no>-<slug>.eml` as received and `<no>-<slug>.txt` for reading. */
export type InboxFolder = {
  /** The highest number that was in the folder when it was opened; 0 when it was empty. */
  readonly lastNo: number;
  store(message: InboxMessage, raw: Buffer): Promise<void>;
};

/** Opens the folder and creates it when missing. */
export async function openInboxFolder(directory: string): Promise<InboxFolder> {
  await mkdir(directory, { recursive: true });
  const numbers = (await readdir(directory)).map((name) => Number(/^(\d+)-.*\.eml$/.exec(name)?.[1] ?? 0));
  return {
    lastNo: numbers.reduce((highest, no) => Math.max(highest, no), 0),
    async store(message, raw) {
      const name = join(directory, `${String(message.receivedNo).padStart(4, '0')}-${slugOf(message.subject)}`);
      await writeWhole(`${name}.txt`, readable(message));
      // Last: whoever waits for the .eml finds both.
      await writeWhole(`${name}.eml`, raw);
    },
  };
}

/** A file name's part out of any subject: lower-case ASCII letters, digits and hyphens; ä and ö become a and o. */
export function slugOf(subject: string): string {
  const slug = subject
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'mail' : slug;
}

function readable({ from, to, subject, messageId, text }: InboxMessage): string {
  return `From: ${from}\nTo: ${to.join(', ')}\nSubject: ${subject}\nMessage-ID: ${messageId}\n\n${text}`;
}

/** A reader never sees half a file. */
async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
