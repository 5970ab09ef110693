import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { helsinkiTime, type Language, type Register } from '@app/domain';
import type { Letter } from '@app/mail';
import { mailTitle, type WaitingMail } from '@app/workflows';
import { makeFolder, writeWhole } from '../files/write-file';
import { wrongUsage } from '../output/cli-error';
import { readerName } from './report-lines';
import { reportWords } from './report-words';

type Written = { letter: Letter<WaitingMail>; name: string };

/** @throws CliError (wrong usage) where something stands in the folder already */
export function requireEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw wrongUsage(`${folder} is no folder.`, 'Give --mails a new or an empty one.');
  if (readdirSync(folder).length > 0)
    throw wrongUsage(`The folder ${folder} is not empty.`, 'Give --mails a new or an empty one.');
}

/** Writes each mail as text and as HTML, as it would be sent but for its link, and an index of them. */
export function writeMails(
  folder: string,
  letters: readonly Letter<WaitingMail>[],
  { register, language }: { register: Register; language: Language },
): void {
  makeFolder(folder);
  const written = letters.map((letter, index) => ({ letter, name: nameOf(letter, index) }));
  for (const { letter, name } of written) {
    writeWhole(join(folder, `${name}.txt`), `${letter.mail.subject}\n\n${letter.mail.text}`);
    writeWhole(join(folder, `${name}.html`), letter.mail.html);
  }
  writeWhole(join(folder, 'index.html'), indexPage(written, register, language));
}

function nameOf({ at, reader, carries }: Letter<WaitingMail>, index: number): string {
  const kind = carries.length > 1 ? 'digest' : carries[0]?.template;
  return `${String(index + 1).padStart(5, '0')}-${at.slice(0, 10)}-${reader.replace(/[^a-z0-9]+/gi, '-')}-${kind}`;
}

function indexPage(written: readonly Written[], register: Register, language: Language): string {
  const say = (word: keyof typeof reportWords) => escaped(reportWords[word][language]);
  const head = (['day', 'time', 'to', 'subject', 'kind'] as const).map((word) => `<th scope="col">${say(word)}</th>`);
  const rows = written.map(({ letter, name }) => {
    const { at, reader, mail, carries } = letter;
    const kinds = [...new Set(carries.map(({ template }) => mailTitle(template)[language]))];
    const cells = [
      at.slice(0, 10),
      helsinkiTime(at),
      escaped(readerName(reader, register, language)),
      `<a href="${name}.html">${escaped(mail.subject)}</a> (<a href="${name}.txt">txt</a>)`,
      escaped(kinds.join(', ')),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const title = say('mailsTitle');
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`,
    `<table><thead><tr>${head.join('')}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></html>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
