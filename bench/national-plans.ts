import { addDays, civilDate, parseRegister, type PlanInput, type Register, type RegisterInput } from '@app/domain';

/** The plan of an area, and the register that it is checked against. */
export type AreaPlan = { plan: PlanInput; register: Register };

type BodyInput = RegisterInput['bodies'][number];
type ContactInput = RegisterInput['contacts'][number];

const year = 2026;
const areas = 22;
const counties = 21;
const municipalities = 292;
const boardMeetings = ['2026-02-18', '2026-04-23', '2026-05-27', '2026-10-01'];
const topics = ['varautuminen-ja-turvallisuus', 'kotoutuminen', 'tyollisyys-ja-tyokyky', 'sivistyspalvelut'];

/**
 * The plans of all areas with their registers: each municipality has three bodies that meet all year round, and each area sectors and
 * NGOs. Invented, and the same every time; the mainland's municipalities are spread evenly.
 */
export function nationalPlans(): AreaPlan[] {
  return times(areas, (area) => {
    // The 22nd area, Helsinki, is no county: the first code stands in for it.
    const code = String((area % counties) + 1).padStart(2, '0');
    const numbers = times(municipalities, (index) => index).filter((index) => index % areas === area);
    const codes = numbers.map((index) => String(100 + index));
    return { plan: planOf(code), register: registerOf(code, codes) };
  });
}

function planOf(code: string): PlanInput {
  return {
    county: code,
    year,
    title: `Vuosikello ${code}`,
    entries: [
      { id: 'report', workflow: 'wellbeing-report', about: '2025', dates: agreed(reportDays) },
      { id: 'negotiation', workflow: 'hyte-negotiation', about: '2027', dates: {} },
      { id: 'term', workflow: 'council-term-negotiation', about: '2025-2029', dates: agreed(termDays) },
      ...boardMeetings.map((on, index) => ({
        id: `board-${index}`,
        workflow: 'interface-board-meeting',
        topics: topics.slice(index, index + 1),
        dates: { meeting: { on, basis: 'decided' as const } },
      })),
      ...['2026-04-30', '2026-08-31', '2026-12-31'].map((on, index) => ({
        id: `card-${index}`,
        workflow: 'indicator-card',
        dates: { statusDue: { on, basis: 'requested' as const } },
      })),
      {
        id: 'account',
        workflow: 'term-account',
        about: '2025-2029',
        dates: agreed({ deliveredToCounty: '2026-06-30' }),
      },
      ...daysFrom('2026-09-07', 7, 10).map((event, index) => ({
        id: `event-${index}`,
        workflow: 'event',
        dates: agreed({ event }),
      })),
    ],
  };
}

const reportDays = {
  designStarts: '2025-12-01',
  requestsSent: '2026-01-19',
  cardsDue: '2026-02-27',
  indicatorsReady: '2026-03-13',
  cardsCompiled: '2026-03-27',
  reportReady: '2026-04-10',
  hyteBoard: '2026-04-23',
  countyExecutive: '2026-05-11',
  countyCouncil: '2026-06-08',
  published: '2026-06-15',
};
const termDays = { forum: '2026-01-15', goalsWorkbook: '2026-09-30', negotiation: '2026-11-12' };

function agreed(days: Record<string, string>) {
  return Object.fromEntries(Object.entries(days).map(([name, on]) => [name, { on, basis: 'agreed' as const }]));
}

function registerOf(code: string, municipalityCodes: readonly string[]): Register {
  const sectors = times(5, (index) => ({ id: `toimiala-${index}`, kind: 'sector' as const, of: code }));
  const ngos = times(20, (index) => ({ id: `jarjesto-${index}`, kind: 'ngo' as const }));
  const parties = municipalityCodes.map((id) => ({ id, kind: 'municipality' as const, answers: `${id}-lautakunta` }));
  const data: RegisterInput = {
    county: { code, name: name(`Alue ${code}`), registry: 'kirjaamo@alue.test', closes: '16:15' },
    bodies: [...countyBodies(code), ...municipalityCodes.flatMap(municipalBodies)],
    organisations: [...parties, ...sectors, ...ngos].map((organisation) => ({
      ...organisation,
      name: name(organisation.id),
      languages: ['fi'],
    })),
    contacts: [
      contact(code, 1, ['coordinator', 'hyte-johtaja'], topics),
      contact(code, 2, ['hyvinvointialuejohtaja']),
      ...municipalityCodes.flatMap(municipalContacts),
      ...[...sectors, ...ngos].map(({ id }) => contact(id, 1, ['contact'])),
    ],
  };
  const { register, findings } = parseRegister(data);
  if (register === undefined) throw new Error(JSON.stringify(findings.slice(0, 3)));
  return register;
}

function countyBodies(of: string): BodyInput[] {
  return [
    { ...body('hyte-lautakunta', of, daysFrom('2026-01-22', 7, 58)), presenter: 'hyte-johtaja' },
    { ...body('aluehallitus', of, daysFrom('2026-01-05', 7, 58)), presenter: 'hyvinvointialuejohtaja' },
    { ...body('aluevaltuusto', of, daysFrom('2026-01-05', 14, 29)), presenter: 'aluehallitus', extractDaysAfter: 7 },
    {
      ...body('yhdyspintaneuvottelukunta', of, boardMeetings),
      presenter: 'hyte-johtaja',
      materialsDaysBefore: 14,
      extractDaysAfter: 10,
    },
  ];
}

function municipalBodies(of: string): BodyInput[] {
  return [
    body(`${of}-lautakunta`, of, daysFrom('2026-01-20', 28, 15)),
    body(`${of}-hallitus`, of, daysFrom('2026-01-26', 14, 29)),
    { ...body(`${of}-valtuusto`, of, daysFrom('2026-02-23', 35, 12)), extractDaysAfter: 7 },
  ];
}

/** Every tenth municipality has an empty seat. */
function municipalContacts(of: string, index: number): ContactInput[] {
  return [
    contact(of, 1, ['hyvinvointikoordinaattori'], topics.slice(0, 2)),
    ...(index % 10 === 9 ? [] : [contact(of, 2, ['hyvinvointijohtaja'], topics.slice(2))]),
    contact(of, 3, ['kunnanjohtaja', 'manager']),
  ];
}

function body(id: string, of: string, meetings: string[]): BodyInput {
  return { id, of, name: name(id), meetings, materialsDaysBefore: 7, extractDaysAfter: 4 };
}

function contact(of: string, index: number, roles: string[], interfaces: string[] = []): ContactInput {
  return {
    id: `${of}-${index}`,
    name: `Malli ${of} ${index}`,
    email: `p${index}.${of}@malli.test`,
    of,
    language: 'fi',
    roles,
    interfaces,
  };
}

function daysFrom(first: string, everyDays: number, count: number): string[] {
  return times(count, (index) => addDays(civilDate(first), index * everyDays));
}

function name(text: string) {
  return { fi: text, sv: `${text} (sv)` };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
