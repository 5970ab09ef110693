import { mostCells, mostRows } from './limits';

/** A row or a cell, with whatever stands in its tag. */
const rowsAndCells = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)(>?)/g;
/** As every program writes it. Anything else could be read in one way here and in another by whoever unpacks the sheet. */
const plain = /^(?:\s+[\w.:-]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*\/?$/;
const places = /(?:^|[\s:])r\s*=\s*["']([^"']*)["']/g;
const address = /^([A-Z]{1,3})(\d{1,10})$/;
const rowNumber = /^\d{1,15}$/;

/**
 * Whether a part of a workbook is too large for a reader that fills all rows and cells before the last one: `odd` where its rows and cells are
 * not written as programs write them.
 */
export function sheetFault(xml: string): 'odd' | 'too-large' | undefined {
  let inRow = 0;
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes = '', end] of xml.matchAll(rowsAndCells)) {
    if (end === '' || !plain.test(attributes)) return 'odd';
    if (tag === 'row') inRow = 0;
    for (const [, place = ''] of attributes.matchAll(places)) {
      const [, letters, row = place] = address.exec(place) ?? [];
      if (!rowNumber.test(row) || (tag === 'c') !== (letters !== undefined)) return 'odd';
      if (Number(row) > mostRows) return 'too-large';
      if (letters === undefined) inRow = Number(row);
      // Cells that close at once are empty; only their form is there.
      else if (!attributes.endsWith('/')) {
        rows = Math.max(rows, Number(row), inRow);
        columns = Math.max(columns, columnNumber(letters));
      }
    }
  }
  return rows * columns > mostCells ? 'too-large' : undefined;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
