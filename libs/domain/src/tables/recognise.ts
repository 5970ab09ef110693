import type { Finding } from '../finding';
import { fitOf, topOf } from './header';
import { layoutOfSheet, type Layout } from './layout';
import { isBlank, type DataPath, type Place, type Table } from './table';
import { tableFinding, unknownTable, unusedSheet } from './table-findings';

/** The data of a file that consists of tables, and the place of every value in it. Without `data` the findings say why. */
export type TableData = { data?: unknown; locate: (path: DataPath) => Place | undefined; findings: Finding[] };

/** Which table is which. Sheets that are none of the layouts are passed over with a warning. */
export type Recognised = { tables: ReadonlyMap<Layout, Table>; findings: Finding[] };

/**
 * Tells tables apart: a sheet by its name, a table that stands alone by its titles. Empty sheets do not count.
 * @param code of the findings: `unusedSheet` warnings, or the error that nothing was recognised
 */
export function recognise(tables: readonly Table[], layouts: readonly Layout[], code: string): Recognised {
  const filled = tables.filter(({ rows }) => rows.some((row) => !isBlank(row)));
  const found = new Map<Layout, Table>();
  const findings: Finding[] = [];
  for (const table of filled) {
    const layout = layoutOf(table, layouts, filled.length === 1);
    if (layout === undefined) findings.push(unusedSheet(code, layouts, topOf(table)));
    else if (found.has(layout)) findings.push(sheetTwice(code, layout, topOf(table)));
    else found.set(layout, table);
  }
  const [first] = filled;
  if (found.size > 0 || first === undefined) return { tables: found, findings };
  return { tables: found, findings: [unknownTable(code, layouts, topOf(first))] };
}

/** Whether a table without a name, such as a CSV file, has titles of a layout: at least two of them. */
export function looksLikeOneOf(table: Table, layouts: readonly Layout[]): boolean {
  return layoutByTitles(table, layouts) !== undefined;
}

function layoutOf(table: Table, layouts: readonly Layout[], isAlone: boolean): Layout | undefined {
  const named = table.sheet === undefined ? undefined : layoutOfSheet(layouts, table.sheet);
  return named ?? (isAlone ? layoutByTitles(table, layouts) : undefined);
}

function layoutByTitles(table: Table, layouts: readonly Layout[]): Layout | undefined {
  const fits = layouts.map((layout) => ({ layout, fit: fitOf(table, layout) })).sort((a, b) => b.fit - a.fit);
  const [best] = fits;
  return best !== undefined && best.fit > 0 ? best.layout : undefined;
}

function sheetTwice(code: string, { titles }: Layout, where: Place): Finding {
  return tableFinding(code, where, {
    fi: `Taulukko ${titles.fi} on tiedostossa kahdesti. Jätä yksi.`,
    sv: `Tabellen ${titles.sv} finns två gånger i filen. Lämna kvar en.`,
    en: `The table ${titles.en} stands twice in the file. Leave one.`,
  });
}
