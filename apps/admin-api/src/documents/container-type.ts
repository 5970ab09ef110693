import type { Text } from '@app/domain';
import { text } from '../language/text';
import type { MediaType } from './media-types';
import { type ZipEntry, zipEntries } from './zip-directory';

/** What a file is found to be: one of the types taken (text may be either of two), or something that is not, in words. */
export type Found = { types: readonly MediaType[] } | { refused: Text };

const mainParts: Readonly<Record<string, MediaType>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const openDocuments: readonly MediaType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];
/** Parts that carry programs: VBA, the macro sheets of old, ActiveX; the macros and scripts of OpenDocument. */
const programs = /(^|\/)vba(project|data)[^/]*$|(^|\/)(macrosheets|activex)\/|^(basic|scripts)\//i;

const archive = text('zip-paketti', 'ett zip-arkiv', 'a zip archive');
const encrypted = text('salattu zip-paketti', 'ett krypterat zip-arkiv', 'an encrypted zip archive');
const withMacros = text('makroja sisältävä toimistotiedosto', 'en kontorsfil med makron', 'an office file with macros');

/** Which office file a zip file is, by the names of its entries. */
export function containerType(content: Buffer): Found {
  const entries = zipEntries(content);
  if (!entries) return { refused: archive };
  if (entries.some((entry) => entry.encrypted)) return { refused: encrypted };
  if (entries.some(({ name }) => programs.test(name.replaceAll('\\', '/')))) return { refused: withMacros };
  const type = openDocument(content) ?? officeType(entries);
  return type ? { types: [type] } : { refused: archive };
}

function officeType(entries: readonly ZipEntry[]): MediaType | undefined {
  const names = new Set(entries.map(({ name }) => name));
  const [type, another] = Object.keys(mainParts).filter((name) => names.has(name));
  if (type === undefined || another !== undefined || !names.has('[Content_Types].xml')) return undefined;
  return mainParts[type];
}

/** An OpenDocument says first of all, uncompressed, what it is. */
function openDocument(content: Buffer): MediaType | undefined {
  if (content.length < 30) return undefined;
  const nameLength = content.readUInt16LE(26);
  const isPlain = content.readUInt16LE(8) === 0;
  if (!isPlain || content.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return undefined;
  const from = 30 + nameLength + content.readUInt16LE(28);
  const said = content.toString('latin1', from, from + content.readUInt32LE(18));
  return openDocuments.find((type) => type === said);
}
