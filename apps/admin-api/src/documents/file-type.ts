import type { Text } from '@app/domain';
import { text } from '../language/text';
import { containerType, type Found } from './container-type';
import type { MediaType } from './media-types';

const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const ascii = (letters: string) => Buffer.from(letters, 'latin1');

/** Formats that are known by how they begin. */
const beginnings: readonly [Buffer, MediaType | Text][] = [
  [ascii('%PDF-'), 'application/pdf'],
  [hex('89 50 4e 47 0d 0a 1a 0a'), 'image/png'],
  [hex('ff d8 ff'), 'image/jpeg'],
  [ascii('MZ'), text('Windows-ohjelma', 'ett Windowsprogram', 'a Windows program')],
  [hex('7f 45 4c 46'), text('ohjelma', 'ett program', 'a program')],
  [hex('cf fa ed fe'), text('ohjelma', 'ett program', 'a program')],
  [hex('ca fe ba be'), text('ohjelma', 'ett program', 'a program')],
  [ascii('#!'), text('komentosarja', 'ett skript', 'a script')],
  [
    hex('d0 cf 11 e0 a1 b1 1a e1'),
    text(
      'vanhanmuotoinen tai salasanalla suojattu toimistotiedosto',
      'en kontorsfil i gammalt format eller skyddad med lösenord',
      'an office file of the old kind or protected with a password',
    ),
  ],
];

const markup = text('HTML-, SVG- tai XML-tiedosto', 'en HTML-, SVG- eller XML-fil', 'an HTML, SVG or XML file');
const unknown = text('muun tyyppinen', 'av en annan typ', 'of another type');

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Tab, line feed, form feed and carriage return are all that a text has of these. */
const notOfText = /[^\P{Cc}\t\n\f\r]/u;

/** What a file is, by its content alone. Nothing of it is inflated or carried out. */
export function fileType(content: Buffer): Found {
  const known = beginnings.find(([beginning]) => content.subarray(0, beginning.length).equals(beginning));
  if (known) return typeof known[1] === 'string' ? { types: [known[1]] } : { refused: known[1] };
  if (content.subarray(0, 4).equals(hex('50 4b 03 04'))) return containerType(content);
  return textType(content);
}

function textType(content: Buffer): Found {
  const said = textIn(content);
  if (said === undefined) return { refused: unknown };
  // A byte order mark is gone by now.
  if (said.trimStart().startsWith('<')) return { refused: markup };
  return { types: ['text/plain', 'text/csv'] };
}

function textIn(content: Buffer): string | undefined {
  try {
    const said = utf8.decode(content);
    return notOfText.test(said) ? undefined : said;
  } catch {
    return undefined;
  }
}
