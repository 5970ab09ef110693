import type { Table } from '@app/domain';
import readWorkbook from 'read-excel-file/universal';
import type { FileFinding } from './file-finding';
import { workbookFault } from './workbook-guard';
import { brokenCell, workbookMessages } from './workbook-messages';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The sheets of a workbook as tables of texts: dates as YYYY-MM-DD, times as HH:MM, formulas as what they gave. */
export async function readXlsx(bytes: Buffer): Promise<Table[] | FileFinding> {
  const fault = workbookFault(bytes);
  if (fault) return fault;
  try {
    const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)]));
    return sheets.map(({ sheet, data }) => ({
      sheet,
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
    }));
  } catch (cause) {
    return unreadable(cause);
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // Of another realm's Date, as tests have it, instanceof knows nothing.
  return Object.prototype.toString.call(value) === '[object Date]' ? dateText(value as Date) : '';
}

/** A workbook counts days from the end of 1899; a time alone is a part of that first day. Fractions are never exact. */
function dateText(date: Date): string {
  const minutes = Math.round(date.getTime() / minuteMs) * minuteMs;
  // Such as day 99999999: the check of the data then finds that it is no day.
  if (Number.isNaN(minutes)) return String(date);
  const text = new Date(minutes).toISOString();
  const day = text.slice(0, -14);
  const time = text.slice(-13, -8);
  if (minutes < Date.UTC(1900, 0, 1)) return time;
  return minutes % dayMs === 0 ? day : `${day} ${time}`;
}

function unreadable(cause: unknown): FileFinding {
  const cell = /row (\d+), col (\d+)/.exec(cause instanceof Error ? cause.message : '');
  return cell ? { message: brokenCell(cell[1] ?? '', cell[2] ?? '') } : { message: workbookMessages.broken };
}
