import { inflateRawSync } from 'node:zlib';
import type { FileFinding } from './file-finding';
import { largestRatio, largestWorkbookBytes, mostCells, mostRows } from './limits';
import { workbookMessages } from './workbook-messages';
import { zipDirectory, type ZipEntry } from './zip-directory';

/**
 * Whether a workbook may be unpacked; undefined when it may. The sizes that the archive declares decide first. Then each part is
 * unpacked up to the size it declares, because a directory may lie, and rows and columns are counted: one cell in the last
 * corner of a sheet would make a reader fill all the rows before it.
 */
export function workbookFault(bytes: Buffer): FileFinding | undefined {
  const entries = zipDirectory(bytes);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return { message: workbookMessages.broken };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { message: workbookMessages.locked };
  if (isBomb(entries)) return { message: workbookMessages.bomb };
  for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    const content = unpacked(entry);
    if (content === undefined) return { message: workbookMessages.broken };
    if (isTooWide(content.toString('utf8'))) return { message: workbookMessages.tooLarge };
  }
  return undefined;
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  // A small part may be all blanks; only what is large is suspicious.
  return (
    total > largestWorkbookBytes ||
    entries.some(({ size, packed }) => size > 1_000_000 && size > packed.length * largestRatio)
  );
}

function unpacked({ packed, size, isDeflated }: ZipEntry): Buffer | undefined {
  if (!isDeflated) return packed.length === size ? packed : undefined;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    return content.length === size ? content : undefined;
  } catch {
    return undefined;
  }
}

function isTooWide(xml: string): boolean {
  for (const [, row] of xml.matchAll(/<row\b[^>]*?\br="(\d+)"/g)) if (Number(row) > mostRows) return true;
  let rows = 0;
  let columns = 0;
  // Cells that close at once are empty; only their form is there.
  for (const [, letters = '', row] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*(?<!\/)>/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows * columns > mostCells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
