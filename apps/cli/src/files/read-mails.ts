import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refused } from '../output/cli-error';

/** The mails that a path holds: one mail, an mbox file, or a Maildir folder (`new` and `cur`). @throws CliError (refused) */
export async function readMails(path: string): Promise<Uint8Array[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw refused(`There is no ${path}.`, 'Give a mail, an mbox file or a Maildir folder.');
  if (!found.isDirectory()) return mailsIn(await readFile(path));
  const files = await Promise.all(['new', 'cur'].map((folder) => filesIn(join(path, folder))));
  const mails: Uint8Array[] = [];
  for (const file of files.flat().sort()) mails.push(await readFile(file));
  return mails;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

/** In an mbox every mail begins with a line `From `, and a line of its own that would look so has a `>` before it. */
function mailsIn(bytes: Buffer): Uint8Array[] {
  const text = bytes.toString('latin1');
  if (!text.startsWith('From ')) return [bytes];
  return text
    .split(/^From .*\r?\n/m)
    .slice(1)
    .map((mail) => Buffer.from(mail.replace(/^>(>*From )/gm, '$1'), 'latin1'));
}
