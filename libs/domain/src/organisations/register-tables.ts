import type { Finding } from '../finding';
import type { Language } from '../text';
import type { Layout } from '../tables/layout';
import { readTable, type ReadRow } from '../tables/read-table';
import type { TableData } from '../tables/recognise';
import type { DataPath, Place, Table } from '../tables/table';
import { tableFinding } from '../tables/table-findings';
import { topOf } from '../tables/header';
import { writeTable, type WrittenTable } from '../tables/write-table';
import { withLeadingZeros, type LooseRegister } from './leading-zeros';
import { registerLayouts, type RegisterTable } from './register-layouts';
import type { RegisterInput } from './register.schema';

const code = 'invalid-register';
const names = Object.keys(registerLayouts) as RegisterTable[];

type Rows = Partial<Record<RegisterTable, readonly ReadRow[]>>;

/**
 * The data of an organisations file from its tables, to be checked with `parseRegister` like any other.
 * @param base the register as it stands: a table that is not there leaves its part of it. Without one, and without a table of
 *   the county, the findings say what is needed.
 */
export function registerFromTables(tables: ReadonlyMap<Layout, Table>, base: RegisterInput | undefined): TableData {
  const read = names.flatMap((name) => {
    const table = tables.get(registerLayouts[name]);
    return table === undefined ? [] : [{ name, table, ...readTable(table, registerLayouts[name], code) }];
  });
  const rows: Rows = Object.fromEntries(read.map((table) => [table.name, table.rows]));
  const locate = locator(rows, Object.fromEntries(read.map(({ name, table }) => [name, topOf(table)])));
  const findings = read.flatMap((table) => table.findings);
  const [first] = read;
  if (read.some(({ isComplete }) => !isComplete) || first === undefined) return { locate, findings };
  const county = countyOf(rows, base);
  if (county === undefined) {
    findings.push(
      restIsUnknown(
        read.map(({ name }) => name),
        topOf(first.table),
      ),
    );
    return { locate, findings };
  }
  findings.push(...severalCounties(rows.county), ...meetingsOfNobody(rows, base));
  return { data: withLeadingZeros(looseRegister(county, rows, base)), locate, findings };
}

/** An organisations file as the tables of a workbook: the inverse of `registerFromTables`. */
export function registerTables(register: RegisterInput, language: Language): WrittenTable[] {
  const items: Record<RegisterTable, readonly object[]> = {
    ...register,
    county: [register.county],
    meetings: register.bodies.flatMap(({ id, meetings }) => meetings.map((on) => ({ body: id, on }))),
    interfaces: register.interfaces ?? [],
    changes: register.changes ?? [],
  };
  return names.map((name) => writeTable(registerLayouts[name], items[name], language));
}

function countyOf({ county }: Rows, base: RegisterInput | undefined): ReadRow['item'] | undefined {
  return county?.[0]?.item ?? base?.county;
}

function looseRegister(county: ReadRow['item'], rows: Rows, base: RegisterInput | undefined): LooseRegister {
  const itemsOf = (name: Exclude<RegisterTable, 'county' | 'meetings'>): ReadRow['item'][] | undefined =>
    rows[name]?.map(({ item }) => item) ?? base?.[name];
  const interfaces = itemsOf('interfaces') ?? [];
  const changes = itemsOf('changes') ?? [];
  return {
    county,
    bodies: (itemsOf('bodies') ?? []).map((body) => ({ ...body, meetings: meetingsOf(body.id, rows, base) })),
    organisations: itemsOf('organisations') ?? [],
    contacts: itemsOf('contacts') ?? [],
    ...(interfaces.length > 0 && { interfaces }),
    ...(changes.length > 0 && { changes }),
  };
}

function meetingsOf(body: unknown, { meetings }: Rows, base: RegisterInput | undefined): unknown[] {
  if (meetings === undefined) return base?.bodies.find(({ id }) => id === body)?.meetings ?? [];
  return meetingRows(body, meetings).map(({ item }) => item.on);
}

function meetingRows(body: unknown, meetings: readonly ReadRow[]): ReadRow[] {
  return meetings.filter(({ item }) => item.body === body && body !== undefined);
}

/** Where a value of the data stands; of a value without a cell of its own the row, of a whole part its table. */
function locator(rows: Rows, tops: Partial<Record<string, Place>>): TableData['locate'] {
  return ([part, ...path]: DataPath): Place | undefined => {
    if (part === 'county') return rows.county?.[0]?.placeOf(path);
    const [index, ...rest] = path;
    if (typeof part !== 'string' || typeof index !== 'number') return tops[String(part)];
    if (part === 'bodies' && rest[0] === 'meetings') {
      const meeting = meetingAt(rows, index, rest[1]);
      if (meeting !== undefined) return meeting.placeOf(['on']);
    }
    return rows[part as RegisterTable]?.[index]?.placeOf(rest);
  };
}

function meetingAt({ bodies, meetings }: Rows, index: number, at: DataPath[number] | undefined): ReadRow | undefined {
  const body = bodies?.[index]?.item.id;
  return typeof at === 'number' && meetings !== undefined ? meetingRows(body, meetings)[at] : undefined;
}

function severalCounties(county: readonly ReadRow[] = []): Finding[] {
  return county.slice(1).map(({ placeOf }) =>
    tableFinding(code, placeOf([]), {
      fi: 'Yhdessä tiedostossa on yksi hyvinvointialue. Tee toisesta oma tiedosto.',
      sv: 'En fil innehåller ett välfärdsområde. Gör en egen fil av det andra.',
      en: 'One file holds one county. Make a file of its own of the other.',
    }),
  );
}

function meetingsOfNobody({ bodies, meetings = [] }: Rows, base: RegisterInput | undefined): Finding[] {
  const known = new Set<unknown>(bodies?.map(({ item }) => item.id) ?? base?.bodies.map(({ id }) => id));
  return meetings
    .filter(({ item }) => !known.has(item.body))
    .map(({ item, placeOf }) => {
      const body = typeof item.body === 'string' ? item.body : '';
      const message = {
        fi: `Toimielintä ”${body}” ei ole rekisterissä. Kirjoita toimielimen tunnus.`,
        sv: `Organet ”${body}” finns inte i registret. Skriv organets beteckning.`,
        en: `The body “${body}” is not in the register. Write the body's id.`,
      };
      return { ...tableFinding(code, placeOf(['body']), message, body === '' ? null : body), code: 'unknown-body' };
    });
}

function restIsUnknown(read: readonly RegisterTable[], where: Place): Finding {
  const list = (language: Language): string => read.map((name) => registerLayouts[name].titles[language]).join(', ');
  return tableFinding(code, where, {
    fi: `Tiedostossa on vain osa rekisteristä: ${list('fi')}. Muu osa ei ole tiedossa. Tuo ensin koko alue ja anna sen koodi, esimerkiksi --county 09, tai lisää taulukko ${registerLayouts.county.titles.fi}.`,
    sv: `Filen innehåller bara en del av registret: ${list('sv')}. Resten är inte känd. Importera först hela området och ange dess kod, till exempel --county 09, eller lägg till tabellen ${registerLayouts.county.titles.sv}.`,
    en: `The file holds only a part of the register: ${list('en')}. The rest is not known. Import the whole area first and give its code, such as --county 09, or add the table ${registerLayouts.county.titles.en}.`,
  });
}
