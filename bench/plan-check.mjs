/**
 * How long checking the plans of the whole country takes: 22 areas with the registers of their 292 municipalities, each with three bodies
 * and their meetings. The data is made here, the same every time. Prints JSON; `seconds` is the first run in a fresh process.
 *
 *   npm run build && node bench/plan-check.mjs [municipality classification of Statistics Finland, JSON]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { addDays, checkPlan, civilDate, parseRegister } = createRequire(import.meta.url)(
  '../dist/libs/domain/src/index.js',
);

const YEAR = 2026;
const BOARDS = ['2026-02-18', '2026-04-23', '2026-05-27', '2026-10-01'];
const TOPICS = ['varautuminen-ja-turvallisuus', 'kotoutuminen', 'tyollisyys-ja-tyokyky', 'sivistyspalvelut'];
const areas = areasFrom(process.argv[2]).map((area) => ({ plan: planOf(area), register: registerOf(area) }));

const runs = [];
let findings = [];
for (let run = 0; run < 5; run += 1) {
  const startedAt = performance.now();
  findings = areas.flatMap(({ plan, register }) => checkPlan(plan, { register }).findings);
  runs.push((performance.now() - startedAt) / 1000);
}
const count = (list) => areas.reduce((sum, { register }) => sum + register[list].length, 0);
const report = {
  measured: 'plan-check',
  areas: areas.length,
  municipalities: areas.reduce((sum, area) => sum + area.register.organisations.filter(isMunicipality).length, 0),
  ...{ organisations: count('organisations'), bodies: count('bodies'), contacts: count('contacts') },
  meetings: areas.flatMap(({ register }) => register.bodies).reduce((sum, { meetings }) => sum + meetings.length, 0),
  entries: areas.reduce((sum, { plan }) => sum + plan.entries.length, 0),
  findings: Object.fromEntries(
    [...new Set(findings.map(({ code }) => code))]
      .sort()
      .map((code) => [code, findings.filter((finding) => finding.code === code).length]),
  ),
  seconds: rounded(runs[0]),
  bestSeconds: rounded(Math.min(...runs)),
  limitSeconds: 2,
};
console.log(JSON.stringify(report, null, 2));
process.exitCode = report.seconds < report.limitSeconds ? 0 : 1;

/** The mainland's areas with the codes of their municipalities: from the classification, else as many made-up ones. */
function areasFrom(file) {
  if (file === undefined) {
    // 292 municipalities over 22 areas: thirteen each, and six areas with one more.
    return Array.from({ length: 22 }, (_, index) => ({
      code: index < 21 ? String(index + 1).padStart(2, '0') : '90',
      municipalities: Array.from({ length: index < 6 ? 14 : 13 }, (_, own) => String(100 + index * 20 + own)),
    }));
  }
  const { counties, municipalities } = JSON.parse(readFileSync(file, 'utf8'));
  return counties
    .filter(({ code }) => code !== '91')
    .map(({ code }) => ({
      code,
      municipalities: municipalities.filter(({ wsc }) => wsc === code).map((one) => one.code),
    }));
}

function isMunicipality({ kind }) {
  return kind === 'municipality';
}

function planOf({ code }) {
  const date = (on, basis = 'agreed') => ({ on, basis });
  const days = (dates) => Object.fromEntries(Object.entries(dates).map(([name, on]) => [name, date(on)]));
  const report = {
    ...{
      designStarts: '2025-12-01',
      requestsSent: '2026-01-19',
      cardsDue: '2026-02-27',
      indicatorsReady: '2026-03-13',
    },
    ...{
      cardsCompiled: '2026-03-27',
      reportReady: '2026-04-10',
      hyteBoard: '2026-04-23',
      countyExecutive: '2026-05-11',
    },
    ...{ countyCouncil: '2026-06-08', published: '2026-06-15' },
  };
  const term = { forum: '2026-01-15', goalsWorkbook: '2026-09-30', negotiation: '2026-11-12' };

  return {
    ...{ county: code, year: YEAR, title: `Vuosikello ${code}` },
    entries: [
      { id: 'report', workflow: 'wellbeing-report', about: '2025', dates: days(report) },
      { id: 'negotiation', workflow: 'hyte-negotiation', about: '2027', dates: {} },
      { id: 'term', workflow: 'council-term-negotiation', about: '2025-2029', dates: days(term) },
      ...BOARDS.map((meeting, index) => ({
        ...{ id: `board-${index}`, workflow: 'interface-board-meeting', topics: [TOPICS[index]] },
        dates: { meeting: date(meeting, 'decided') },
      })),
      ...['2026-04-30', '2026-08-31', '2026-12-31'].map((statusDue, index) => ({
        ...{ id: `card-${index}`, workflow: 'indicator-card', dates: { statusDue: date(statusDue, 'requested') } },
      })),
      { id: 'account', workflow: 'term-account', about: '2025-2029', dates: days({ deliveredToCounty: '2026-06-30' }) },
      ...Array.from({ length: 10 }, (_, index) => ({
        ...{ id: `event-${index}`, workflow: 'event' },
        dates: { event: date(addDays(civilDate('2026-09-07'), index * 7)) },
      })),
    ],
  };
}

function registerOf({ code, municipalities }) {
  const name = (text) => ({ fi: text, sv: `${text} (sv)` });
  const meetings = (first, everyDays) =>
    Array.from({ length: Math.ceil(400 / everyDays) }, (_, index) => addDays(civilDate(first), index * everyDays));
  const body = (id, of, first, everyDays, lead = [7, 4]) => ({
    ...{ id, of, name: name(id), meetings: meetings(first, everyDays) },
    ...{ materialsDaysBefore: lead[0], extractDaysAfter: lead[1] },
  });
  const contact = (of, roles, index, interfaces = []) => ({
    ...{ id: `${of}-${index}`, name: `Malli ${of} ${index}`, email: `p${index}.${of}@malli.test` },
    ...{ of, language: 'fi', roles, interfaces },
  });
  const others = [
    ...Array.from({ length: 5 }, (_, index) => ({ id: `toimiala-${index}`, kind: 'sector', of: code })),
    ...Array.from({ length: 20 }, (_, index) => ({ id: `jarjesto-${index}`, kind: 'ngo' })),
  ];
  const data = {
    county: { code, name: name(`Alue ${code}`), registry: 'kirjaamo@alue.test', closes: '16:15' },
    bodies: [
      { ...body('hyte-lautakunta', code, '2026-01-22', 7), presenter: 'hyte-johtaja' },
      { ...body('aluehallitus', code, '2026-01-05', 7), presenter: 'hyvinvointialuejohtaja' },
      { ...body('aluevaltuusto', code, '2026-01-05', 14, [7, 7]), presenter: 'aluehallitus' },
      {
        ...body('yhdyspintaneuvottelukunta', code, '2026-01-07', 14, [14, 10]),
        presenter: 'hyte-johtaja',
        meetings: BOARDS,
      },
      ...municipalities.flatMap((of) => [
        body(`${of}-lautakunta`, of, '2026-01-20', 28),
        body(`${of}-hallitus`, of, '2026-01-26', 14),
        body(`${of}-valtuusto`, of, '2026-02-23', 35, [7, 7]),
      ]),
    ],
    organisations: [
      ...municipalities.map((id) => ({ id, kind: 'municipality', answers: `${id}-lautakunta` })),
      ...others,
    ].map((organisation) => ({ ...organisation, name: name(organisation.id), languages: ['fi'] })),
    contacts: [
      contact(code, ['coordinator', 'hyte-johtaja'], 1, TOPICS),
      contact(code, ['hyvinvointialuejohtaja'], 2),
      ...municipalities.flatMap((of, index) => [
        contact(of, ['hyvinvointikoordinaattori'], 1, TOPICS.slice(0, 2)),
        // Every tenth municipality has an empty seat.
        ...(index % 10 === 9 ? [] : [contact(of, ['hyvinvointijohtaja'], 2, TOPICS.slice(2))]),
        contact(of, ['kunnanjohtaja', 'manager'], 3),
      ]),
      ...others.map(({ id }) => contact(id, ['contact'], 1)),
    ],
  };
  const { register, findings: faults } = parseRegister(data);
  if (register === undefined) throw new Error(JSON.stringify(faults.slice(0, 3)));
  return register;
}

function rounded(seconds) {
  return Math.round(seconds * 1000) / 1000;
}
