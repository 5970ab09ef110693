import { registerLayouts } from './organisations/register-layouts';
import { planLayout, yearClockLayout } from './plan/plan-layouts';
import { readTable } from './tables/read-table';
import { looksLikeOneOf, recognise, type Recognised } from './tables/recognise';
import type { Table } from './tables/table';

const registerTables = Object.values(registerLayouts);
const planTables = [planLayout, yearClockLayout];
const layouts = [...registerTables, ...planTables];

/** Which data the tables of a file are; `county` is the code that a table of the county gives. */
export type RecognisedTables = Recognised & { kind: 'plan' | 'register' | undefined; county: string | undefined };

/** Tells the tables of a file apart. Without any that is known, `kind` is missing and a finding says which there are. */
export function recogniseTables(tables: readonly Table[], code: string): RecognisedTables {
  const recognised = recognise(tables, layouts, code);
  const isPlan = planTables.some((layout) => recognised.tables.has(layout));
  const isRegister = registerTables.some((layout) => recognised.tables.has(layout));
  // A workbook with both is what it was asked to be.
  const isMeantAsPlan = isPlan && (code === 'invalid-plan' || !isRegister);
  const kind = isMeantAsPlan ? 'plan' : isRegister ? 'register' : undefined;
  return { ...recognised, kind, county: countyIn(recognised) };
}

/** Whether a table without a name has titles that we know: then it is a CSV file whatever its name says. */
export function looksLikeTable(table: Table): boolean {
  return looksLikeOneOf(table, layouts);
}

function countyIn({ tables }: Recognised): string | undefined {
  const table = tables.get(registerLayouts.county);
  const code = table && readTable(table, registerLayouts.county, 'invalid-register').rows[0]?.item.code;
  return typeof code === 'string' ? code.padStart(2, '0') : undefined;
}
