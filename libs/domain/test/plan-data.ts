import {
  checkPlan,
  civilDate,
  parseRegister,
  type Contact,
  type Finding,
  type FulfilledDuty,
  type PlanCheckOptions,
  type Register,
} from '../src';

export type Json = Record<string, unknown>;

/** A plan for 2026 with these entries. */
export function planOf(...entries: unknown[]): Json & { entries: unknown[] } {
  return { county: '09', year: 2026, title: 'Vuosikello', entries };
}

/** An entry whose dates are days, or fields beside the basis. */
export function entry(id: string, workflow: string, dates: Record<string, string | Json>, more: Json = {}): Json {
  const written = Object.entries(dates).map(([name, date]) => [
    name,
    { basis: 'agreed', ...(typeof date === 'string' ? { on: date } : date) },
  ]);
  return { id, workflow, ...more, dates: Object.fromEntries(written) as Json };
}

/** Every duty of 2026, so that a small plan is not told of them. */
export const dutiesOf2026: readonly FulfilledDuty[] = [
  { duty: 'annual-negotiation', period: '2026' },
  { duty: 'county-report', period: '2026' },
];

/** The findings on a plan whose duties are fulfilled otherwise. */
export function findingsOn(plan: unknown, options: PlanCheckOptions = {}): Finding[] {
  return checkPlan(plan, { fulfilled: dutiesOf2026, ...options }).findings;
}

/** Those findings that have the code. */
export function findingsOf(code: string, plan: unknown, options?: PlanCheckOptions): Finding[] {
  return findingsOn(plan, options).filter((finding) => finding.code === code);
}

/** Somebody in an organisation, read as from a file. */
export function contact(id: string, of: string, roles: string[], interfaces: string[] = []): Contact {
  const file = {
    county: { code: '09', name: { fi: 'Alue', sv: 'Område' }, registry: 'a@alue.test', closes: '16:15' },
    bodies: [],
    organisations: [{ id: '016', kind: 'municipality', name: { fi: 'Kunta', sv: 'Kommun' }, languages: ['fi'] }],
    contacts: [{ id, name: `Nimi ${id}`, email: `${id}@malli.test`, of, language: 'fi', roles, interfaces }],
  };
  const parsed = parseRegister(file);
  const register: Register | undefined = 'register' in parsed ? parsed.register : undefined;
  const [person] = register?.contacts ?? [];
  if (person === undefined) throw new Error(JSON.stringify(parsed));
  return person;
}

/** A county with the bodies of the handling order, one municipality and nobody in any seat. */
export function smallRegister(change: Partial<Register> = {}): Register {
  const body = (id: string, meetings: string[], lead: [number, number] = [7, 4]) => ({
    ...{ id, of: '09', name: { fi: id, sv: `${id} (sv)` }, meetings: meetings.map(civilDate) },
    ...{ materialsDaysBefore: lead[0], extractDaysAfter: lead[1] },
  });
  return {
    county: {
      code: '09',
      name: { fi: 'Alue', sv: 'Område' },
      languages: ['fi'],
      registry: 'a@alue.test',
      closes: '16:15',
    },
    bodies: [
      { ...body('hyte-lautakunta', ['2026-03-19', '2026-04-23', '2026-10-15']), presenter: 'hyte-johtaja' },
      body('aluehallitus', ['2026-04-13', '2026-05-11', '2026-06-01']),
      body('aluevaltuusto', ['2026-04-20', '2026-06-08', '2026-12-14'], [7, 7]),
      { ...body('016-lautakunta', ['2026-09-15', '2026-10-20', '2026-11-17', '2026-12-15']), of: '016' },
    ],
    organisations: [
      {
        ...{ id: '016', kind: 'municipality', name: { fi: 'Asikkala', sv: 'Asikkala (sv)' }, languages: ['fi'] },
        answers: '016-lautakunta',
      },
    ],
    contacts: [],
    interfaces: [],
    changes: [],
    ...change,
  };
}
