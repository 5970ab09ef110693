import { civilDate, citations, instant, languages, type Language } from '@app/domain';
import type { CalendarEntry, CalendarOwner, EntryStanding } from '@app/workflows';
import { exampleRegister } from '../../../../test/support/example-area';
import { eventOf } from './calendar-event';

const register = exampleRegister();
const county: CalendarOwner = { scope: 'county' };

const due: CalendarEntry = {
  uid: 'u',
  revision: { sequence: 3, at: instant('2026-05-25T09:00:00+03:00') },
  kind: 'due',
  title: { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' },
  matter: { fi: 'Ennakkotehtävä', sv: 'Förhandsuppgift', en: 'Advance assignment' },
  on: civilDate('2026-08-17'),
  dueAt: instant('2026-08-17T16:15:00+03:00'),
  basis: 'requested',
  standing: 'open',
  organisations: ['398'],
  workflow: '09.w',
};
const { dueAt: _, ...undated } = due;
const meeting: CalendarEntry = {
  ...undated,
  kind: 'meeting',
  title: { fi: 'Hyte-neuvottelu', sv: 'Hyte-förhandling', en: 'HYTE negotiation' },
  matter: null,
  basis: 'agreed',
  standing: 'fixed',
};

const worded = (entry: Partial<CalendarEntry>, language: Language = 'fi', owner: CalendarOwner = county) =>
  eventOf({ ...due, ...entry }, { owner, register, language });

it('says in every language what is due, whose date it is, until when and on what basis', () => {
  const said = languages.map((language) => worded({}, language));
  expect(said.map(({ summary }) => summary)).toEqual([
    'Vastauspäivä – Ennakkotehtävä – Lahden kaupunki',
    'Svarsdag – Förhandsuppgift – Lahtis stad',
    'Reply date – Advance assignment – City of Lahti',
  ]);
  expect(said.map(({ description }) => description.replaceAll('\u00a0', ' '))).toEqual([
    'Viimeistään maanantaina 17.8.2026 klo 16.15.\n' +
      'Hyvinvointialue on pyytänyt vastausta tähän päivään. Se ei ole lakisääteinen määräaika.\n' +
      'Vastuutaho: Lahden kaupunki\nTyönkulun tunnus: 09.w',
    'Senast måndagen den 17 augusti 2026 kl. 16.15.\n' +
      'Välfärdsområdet har bett om svar senast denna dag. Det är inte en lagstadgad tidsfrist.\n' +
      'Ansvarig: Lahtis stad\nFörloppets id: 09.w',
    'By Monday 17 August 2026 at 16:15.\n' +
      'The wellbeing services county has asked for a reply by this date. It is not a statutory time limit.\n' +
      'Asked of: City of Lahti\nId of the workflow: 09.w',
  ]);
});

it('calls a date statutory only where an act sets it, and then names the act', () => {
  const statutory = worded({ basis: 'statutory', citation: citations.municipalityTakesPart }).description;
  expect(statutory).toContain('Määräaika on lakisääteinen.');
  expect(statutory).toContain('612/2021, 6\u00a0§.');
  for (const basis of ['requested', 'agreed', 'decided'] as const)
    for (const language of languages)
      expect(worded({ basis }, language).description).toMatch(
        /ei ole lakisääteinen|inte en lagstadgad|not a statutory/,
      );
});

it('does not tell an organisation in its own calendar that it is itself', () => {
  const own: CalendarOwner = { scope: 'organisation', organisation: '398' };
  expect(worded({}, 'fi', own).summary).toBe('Vastauspäivä – Ennakkotehtävä');
  expect(worded({ organisations: ['09'] }).summary).toBe('Vastauspäivä – Ennakkotehtävä');
});

it('names a few organisations and counts the rest', () => {
  const all = register.organisations.map(({ id }) => id);
  expect(worded({ organisations: all.slice(0, 6) }).description).toContain(
    'Vastuutaho: Asikkalan kunta, Hartolan kunta, Hollolan kunta, Heinolan kaupunki, Iitin kunta ja 1 muuta',
  );
  expect(worded({ organisations: [] }).description).not.toContain('Keneltä');
});

it.each([
  ['open', '', 'confirmed', false],
  ['passed', ' (päivä mennyt)', 'confirmed', false],
  ['met', ' (tehty)', 'confirmed', false],
  ['met-late', ' (tehty myöhemmin)', 'confirmed', false],
  ['missed', ' (ei tehty)', 'confirmed', false],
  ['over', ' (päättynyt)', 'confirmed', false],
  ['cancelled', ' (ei enää voimassa)', 'cancelled', false],
] as [EntryStanding, string, string, boolean][])('a due date that is %s says%s', (standing, marker, state, busy) => {
  expect(worded({ standing })).toMatchObject({
    summary: `Vastauspäivä – Ennakkotehtävä – Lahden kaupunki${marker}`,
    state,
    busy,
  });
});

it.each([
  ['planned', ' (preliminär)', 'tentative', true],
  ['fixed', '', 'confirmed', true],
  ['held', ' (hållen)', 'confirmed', true],
  ['cancelled', ' (inställd)', 'cancelled', false],
] as [EntryStanding, string, string, boolean][])('a meeting that is %s says%s', (standing, marker, state, busy) => {
  expect(worded({ ...meeting, standing }, 'sv')).toMatchObject({ summary: `Hyte-förhandling${marker}`, state, busy });
});

it('has the time of a meeting where it is known, and no end that is not after its beginning', () => {
  expect(worded(meeting).when).toEqual({ day: '2026-08-17' });
  const from = '2026-08-17T05:30:00.000Z';
  expect(worded({ ...meeting, at: '08:30', until: '15:15' }).when).toEqual({ from, until: '2026-08-17T12:15:00.000Z' });
  for (const until of ['08:30', '07:00'])
    expect(worded({ ...meeting, at: '08:30', until }).when).toEqual({ from, until: undefined });
  // At three in the morning of 28.3.2027 the clocks go on to four: what would begin in that hour begins after it.
  const skipped = { on: civilDate('2027-03-28'), at: '03:30', until: '05:00' };
  expect(worded({ ...meeting, ...skipped }).when).toEqual({
    from: '2027-03-28T01:30:00.000Z',
    until: '2027-03-28T02:00:00.000Z',
  });
});

it('calls a town as the reader calls it, and leaves any other place as it was written', () => {
  expect(worded({ ...meeting, place: 'Lahti' }, 'sv').place).toBe('Lahtis');
  expect(worded({ ...meeting, place: 'Lahti' }, 'en').place).toBe('Lahti');
  expect(worded({ ...meeting, place: 'Sibeliustalo, Lahti' }, 'sv').place).toBe('Sibeliustalo, Lahti');
});
