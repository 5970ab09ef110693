import type { Text } from '@app/domain';
import { text } from '../language/text';

/** The types of files that are taken, each with the endings that a file's name may have; the first is the usual one. */
export const endings = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
} as const satisfies Record<string, readonly string[]>;

export type MediaType = keyof typeof endings;

export const mediaTypes = Object.keys(endings) as MediaType[];

export function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(endings, type);
}

/** What somebody calls a file of the type who has not heard of media types. */
export const kindNames: Readonly<Record<MediaType, Text>> = {
  'application/pdf': text('PDF-tiedosto', 'en PDF-fil', 'a PDF file'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': text(
    'Word-asiakirja',
    'ett Word-dokument',
    'a Word document',
  ),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': text(
    'Excel-taulukko',
    'en Excel-tabell',
    'an Excel sheet',
  ),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': text(
    'PowerPoint-esitys',
    'en PowerPoint-presentation',
    'a PowerPoint presentation',
  ),
  'application/vnd.oasis.opendocument.text': text('ODT-asiakirja', 'ett ODT-dokument', 'an ODT document'),
  'application/vnd.oasis.opendocument.spreadsheet': text('ODS-taulukko', 'en ODS-tabell', 'an ODS sheet'),
  'image/png': text('kuva (PNG)', 'en bild (PNG)', 'a picture (PNG)'),
  'image/jpeg': text('kuva (JPEG)', 'en bild (JPEG)', 'a picture (JPEG)'),
  'text/plain': text('tekstitiedosto', 'en textfil', 'a text file'),
  'text/csv': text('CSV-taulukko', 'en CSV-tabell', 'a CSV table'),
};
