import { zipOf } from './zip';

/** A cell as Excel stores it: text, a number, a day number with a date format, a part of a day with a time format, or raw XML. */
export type ExcelCell = string | number | { day: number } | { time: number } | { xml: string } | null;

const columnName = (index: number): string => String.fromCharCode(65 + index);
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A workbook as Excel writes it: shared strings, dates as numbers with a style, merged cells. */
export function excelWorkbook(
  sheets: Record<string, readonly (readonly ExcelCell[])[]>,
  { merged = [], beforeEnd = '' }: { merged?: string[]; beforeEnd?: string } = {},
): Buffer {
  return zipOf(excelParts(sheets, { merged, beforeEnd }));
}

export function excelParts(
  sheets: Record<string, readonly (readonly ExcelCell[])[]>,
  { merged = [], beforeEnd = '' }: { merged?: string[]; beforeEnd?: string } = {},
): Record<string, string> {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const cellOf = (cell: ExcelCell, at: string): string => {
    if (cell === null) return `<c r="${at}" s="0"/>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    if ('xml' in cell) return cell.xml.replace('@', at);
    return 'day' in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : `<c r="${at}" s="2"><v>${cell.time}</v></c>`;
  };
  const parts = Object.fromEntries(
    names.map((name, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${(
        sheets[name] ?? []
      )
        .map(
          (row, r) =>
            `<row r="${r + 1}">${row.map((cell, c) => cellOf(cell, `${columnName(c)}${r + 1}`)).join('')}</row>`,
        )
        .join(
          '',
        )}${beforeEnd}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
    ]),
  );
  const relation = (index: number, kind: string, target: string): string =>
    `<Relationship Id="rId${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${relation(101, 'sharedStrings', 'sharedStrings.xml')}${relation(102, 'styles', 'styles.xml')}</Relationships>`,
    ...parts,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
    'xl/styles.xml':
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
  };
}
