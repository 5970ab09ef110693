import { inflateRawSync } from 'node:zlib';
import type { FileFinding } from './file-finding';
import { largestRatio, largestWorkbookBytes } from './limits';
import { sheetFault } from './sheet-extent';
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
    const fault = sheetFault(content.toString('utf8'));
    if (fault) return { message: fault === 'odd' ? workbookMessages.broken : workbookMessages.tooLarge };
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
