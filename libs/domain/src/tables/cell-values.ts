import { addDays, civilDate } from '../calendar/civil-date';
import { cellItems, listCell } from './list-cells';
import { plainTitle, type Column } from './layout';

// Day 0 of a workbook: spreadsheets count days from here (and believe in 29 February 1900, which is before any date of ours).
const workbookEpoch = civilDate('1899-12-30');
const minutesOfDay = 24 * 60;

/**
 * What a cell that is not empty says, as the data of a YAML file would hold it. What does not have the column's form stays
 * the text it is, so that the check of the data finds it and quotes it.
 */
export function cellValue(cell: string, { form = 'text', words }: Column): unknown {
  const meant = (text: string): string => words?.[plainTitle(text)] ?? text;
  switch (form) {
    case 'text':
      return meant(cell);
    case 'date':
      return dateOf(cell);
    case 'time':
      return timeOf(cell);
    case 'number':
      return numberOf(cell);
    case 'list':
      return cellItems(cell).map(meant);
    case 'numbers':
      return cellItems(cell).map(numberOf);
    case 'roles':
      return cellItems(cell).map(roleOf);
    case 'rule':
      return Object.fromEntries(cellItems(cell).map(ruleField));
  }
}

/** The inverse of `cellValue`; a value that is not there is an empty cell. */
export function cellText(value: unknown, { form = 'text' }: Column): string {
  if (value === undefined || value === null) return '';
  if (form === 'rule') return listCell(Object.entries(value).map(([key, part]) => `${key} ${String(part)}`));
  if (form === 'roles' && Array.isArray(value)) return listCell(value.map(roleText));
  if (Array.isArray(value)) return listCell(value.map(String));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `17.8.2026`, `2026-8-17` and the day number of a spreadsheet as YYYY-MM-DD; anything else as it is. */
function dateOf(cell: string): string {
  const finnish = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(cell);
  if (finnish) return iso(finnish[3], finnish[2], finnish[1]);
  const loose = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  if (loose) return iso(loose[1], loose[2], loose[3]);
  // Five digits are the years 1927 to 2173.
  return /^[1-9]\d{4}$/.test(cell) ? addDays(workbookEpoch, Number(cell)) : cell;
}

function iso(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `8.30`, `8:30`, `08:30:00` and the fraction of a day as HH:MM; anything else as it is. */
function timeOf(cell: string): string {
  const time = /^(?:klo?\.?\s*)?(\d{1,2})[.:](\d{2})(?:[.:]00)?$/i.exec(cell);
  if (time) return `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}`;
  if (!/^0[.,]\d+$/.test(cell)) return cell;
  const minutes = Math.round(Number(cell.replace(',', '.')) * minutesOfDay);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function numberOf(cell: string): string | number {
  return /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
}

/** `manager [2026-01-01..2026-12-31]`: a role that is held for a time. Either end may be missing. */
function roleOf(item: string): unknown {
  const held = /^(\S+)\s*\[([^\]]*?)\.\.([^\]]*)\]$/.exec(item);
  if (!held) return item;
  const [, role, from = '', to = ''] = held;
  return {
    role,
    ...(from.trim() === '' ? {} : { validFrom: dateOf(from.trim()) }),
    ...(to.trim() === '' ? {} : { validTo: dateOf(to.trim()) }),
  };
}

function roleText(held: unknown): string {
  if (typeof held !== 'object' || held === null) return String(held);
  const { role, validFrom = '', validTo = '' } = held as { role: string; validFrom?: string; validTo?: string };
  return validFrom === '' && validTo === '' ? role : `${role} [${validFrom}..${validTo}]`;
}

/** `days -14; from negotiation`: the fields of a rule, each with its value. */
function ruleField(item: string): [string, unknown] {
  const [, key = item, value = ''] = /^([^\s:=]+)\s*[\s:=]\s*(.+)$/.exec(item) ?? [];
  const number = Number(value.replace(',', '.'));
  return [key, value === '' || Number.isNaN(number) ? value : number];
}
