import type { Finding } from '../finding';
import type { Language } from '../text';
import { topOf } from '../tables/header';
import type { Layout } from '../tables/layout';
import { readTable, type ReadRow } from '../tables/read-table';
import type { TableData } from '../tables/recognise';
import type { DataPath, Place, Table } from '../tables/table';
import { tableFinding } from '../tables/table-findings';
import { writeTable, type WrittenTable } from '../tables/write-table';
import { planLayout, yearClockLayout } from './plan-layouts';
import type { PlanInput } from './plan.schema';

const code = 'invalid-plan';

/** What a plan as a single table does not say of itself. */
export type PlanHead = { county?: string; year?: number; title?: string };

type Entry = { fields: Record<string, unknown>; row: ReadRow; dates: { name: string; date: object; row: ReadRow }[] };

const entryFields = ['workflow', 'about', 'title', 'topics'] as const;

/**
 * The data of a plan file from its tables, to be checked with `checkPlan` like any other. Rows of one entry belong together
 * wherever they stand; a row without an entry continues the one above it, as merged cells do.
 * @param head county, year and title where there is no table of them; one that is given here is taken from here
 */
export function planFromTables(tables: ReadonlyMap<Layout, Table>, head: PlanHead): TableData {
  const planTable = tables.get(planLayout);
  const clockTable = tables.get(yearClockLayout);
  const plan = planTable && readTable(planTable, planLayout, code);
  const clock = clockTable && readTable(clockTable, yearClockLayout, code);
  const findings = [...(clock?.findings ?? []), ...(plan?.findings ?? [])];
  const entries: Entry[] = [];
  for (const row of plan?.rows ?? []) findings.push(...take(row, entries));
  const locate = locator(entries, clock?.rows[0], planTable && topOf(planTable));
  if (plan?.isComplete !== true || clock?.isComplete === false) return { locate, findings };
  const known = { ...withCode(clock?.rows[0]?.item), ...head };
  const missing = (['county', 'year'] as const).filter((key) => known[key] === undefined);
  if (missing.length > 0 && planTable !== undefined && clockTable === undefined) {
    return { locate, findings: [...findings, headIsUnknown(missing, topOf(planTable))] };
  }
  const title = known.title ?? `Vuosikello ${String(known.year)}`;
  return { data: { ...known, title, entries: entries.map(entryOf) }, locate, findings };
}

/** A plan file as the tables of a workbook: the inverse of `planFromTables`. */
export function planTables(plan: PlanInput, language: Language): WrittenTable[] {
  const rows = plan.entries.flatMap(({ dates, ...entry }) => {
    const { id, workflow } = entry;
    const dated = Object.entries(dates).map(([name, date]) => ({ name, ...date }));
    const [first = {}, ...others] = dated;
    return [{ ...entry, ...first }, ...others.map((date) => ({ id, workflow, ...date }))];
  });
  return [writeTable(yearClockLayout, [plan], language), writeTable(planLayout, rows, language)];
}

/** Puts a row where it belongs; what contradicts an earlier row is found. */
function take(row: ReadRow, entries: Entry[]): Finding[] {
  const { id, name, ...rest } = row.item;
  const own = Object.fromEntries(entryFields.flatMap((key) => (key in rest ? [[key, rest[key]]] : [])));
  const date = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !(entryFields as readonly string[]).includes(key)),
  );
  let entry = id === undefined ? entries.at(-1) : entries.find(({ fields }) => fields.id === id);
  if (entry === undefined) {
    entry = { fields: id === undefined ? own : { id, ...own }, row, dates: [] };
    entries.push(entry);
  }
  const findings = contradictions(entry, own, row);
  entry.fields = { ...own, ...entry.fields };
  if (name === undefined && Object.keys(date).length === 0) return findings;
  if (typeof name !== 'string') return [...findings, unnamedDate(entry, row.placeOf(['name']))];
  if (entry.dates.some((other) => other.name === name))
    return [...findings, dateTwice(entry, name, row.placeOf(['name']))];
  entry.dates.push({ name, date, row });
  return findings;
}

function entryOf({ fields, dates }: Entry): object {
  return { ...fields, dates: Object.fromEntries(dates.map(({ name, date }) => [name, date])) };
}

/** Spreadsheets read `09` as the number 9. */
function withCode(head: Record<string, unknown> = {}): PlanHead {
  const { county } = head;
  return { ...head, ...(typeof county === 'string' && { county: county.padStart(2, '0') }) };
}

function locator(entries: readonly Entry[], clock: ReadRow | undefined, top: Place | undefined): TableData['locate'] {
  return (path: DataPath): Place | undefined => {
    const [part, index, ...rest] = path;
    if (part !== 'entries') return clock?.placeOf(path);
    const entry = typeof index === 'number' ? entries[index] : undefined;
    if (entry === undefined) return top;
    const [field, name, ...inner] = rest;
    const dated = field === 'dates' ? entry.dates.find((date) => date.name === name) : undefined;
    if (dated !== undefined) return dated.row.placeOf(inner.length > 0 ? inner : ['name']);
    return entry.row.placeOf(field === 'dates' ? ['name'] : rest);
  };
}

function contradictions({ fields }: Entry, own: Record<string, unknown>, { placeOf }: ReadRow): Finding[] {
  return Object.entries(own)
    .filter(([key, value]) => fields[key] !== undefined && JSON.stringify(fields[key]) !== JSON.stringify(value))
    .map(([key]) => {
      const id = String(fields.id);
      const column = planLayout.columns.find(({ path }) => path[0] === key)?.titles ?? { fi: key, sv: key, en: key };
      return about(fields, placeOf([key]), {
        fi: `Merkinnän ${id} rivit ovat eri mieltä sarakkeesta ${column.fi}. Kirjoita se samoin tai vain ensimmäiselle riville.`,
        sv: `Raderna för posten ${id} har olika värden i kolumnen ${column.sv}. Skriv samma värde eller bara på den första raden.`,
        en: `The rows of the entry ${id} differ in the column ${column.en}. Write it alike, or on the first row only.`,
      });
    });
}

function unnamedDate({ fields }: Entry, where: Place): Finding {
  return about(fields, where, {
    fi: 'Päivältä puuttuu nimi, esimerkiksi meeting.',
    sv: 'Dagen saknar namn, till exempel meeting.',
    en: 'The date has no name, such as meeting.',
  });
}

function dateTwice({ fields }: Entry, name: string, where: Place): Finding {
  return about(fields, where, {
    fi: `Päivä ${name} on merkinnällä kahdesti. Jätä yksi.`,
    sv: `Dagen ${name} finns två gånger i posten. Lämna kvar en.`,
    en: `The entry has the date ${name} twice. Leave one.`,
  });
}

function about(fields: Record<string, unknown>, where: Place, message: Finding['message']): Finding {
  return tableFinding(code, where, message, typeof fields.id === 'string' ? fields.id : null);
}

function headIsUnknown(missing: readonly ('county' | 'year')[], where: Place): Finding {
  const options = missing.map((key) => (key === 'county' ? '--county 09' : '--year 2026')).join(' ');
  return tableFinding(code, where, {
    fi: `Tiedosto ei kerro, minkä alueen ja vuoden suunnitelma se on. Anna ne, esimerkiksi ${options}, tai lisää taulukko ${yearClockLayout.titles.fi}.`,
    sv: `Filen berättar inte vilket områdes och vilket års plan den är. Ange dem, till exempel ${options}, eller lägg till tabellen ${yearClockLayout.titles.sv}.`,
    en: `The file does not say of which county and year it is the plan. Give them, for example ${options}, or add the table ${yearClockLayout.titles.en}.`,
  });
}
