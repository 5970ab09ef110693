import { addDays, civilDate, helsinkiDate, instant, type CivilDate, type Register } from '@app/domain';
import fc from 'fast-check';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import {
  childrenOf,
  countyHandling,
  municipalHandling,
  negotiation,
  request,
} from '../../../../test/support/example-paths';
import { type Given } from '../../../../test/support/given';
import type { Json } from '../kernel/command';
import { calendarEntries, type CalendarSources } from './calendar-entries';
import type { CalendarEntry, CalendarOwner, DatedWorkflow } from './calendar-entry';

const register = exampleRegister();
const plan = { plan: examplePlan(), activatedAt: instant('2026-01-02T08:00:00+02:00') };
const knownSince = instant('2026-01-05T08:00:00+02:00');
const county: CalendarOwner = { scope: 'county' };

/** What the store reads from the log. */
function dated({ instance, events }: Given): DatedWorkflow {
  const last = events.at(-1);
  if (!last) throw new Error('no events');
  const deadlines: DatedWorkflow['deadlines'] = {};
  for (const { type, data, seq, at } of events) {
    const { name, deadline } = data as { name?: string; deadline?: string };
    const of = name ?? deadline;
    if (of !== undefined && type.startsWith('Deadline')) deadlines[of] = { sequence: seq, at };
  }
  return { instance, revision: { sequence: instance.version, at: last.at }, deadlines };
}

function entries(
  owner: CalendarOwner,
  workflows: Given[],
  { today = '2026-06-01', more = {} }: { today?: string; more?: Partial<CalendarSources> } = {},
): CalendarEntry[] {
  const sources = { register, workflows: workflows.map(dated), plans: [], knownSince, ...more };
  return calendarEntries(owner, sources, civilDate(today));
}

const inState = (state: string) => {
  const found = negotiation().find(({ instance }) => instance.state === `open.${state}`);
  if (!found) throw new Error(state);
  return found;
};
const dataOf = (key: string): Json => {
  const child = childrenOf(negotiation()).find((candidate) => candidate.key.startsWith(key));
  if (!child) throw new Error(key);
  return child.data;
};
const brief = ({ uid, on, standing }: CalendarEntry) => [uid.replace(/@.*/, ''), on, standing];
const idOf = (email: string) => {
  const contact = register.contacts.find((candidate) => candidate.email.startsWith(email));
  if (!contact) throw new Error(email);
  return contact.id;
};
const person = (email: string, register?: Register): CalendarOwner => ({
  scope: 'person',
  contact: register?.contacts.find((candidate) => candidate.email.startsWith(email))?.id ?? idOf(email),
});

describe("the county's calendar", () => {
  it('has the steps that are due, and the negotiation as planned until its date is fixed', () => {
    expect(entries(county, [inState('planning')]).map(brief)).toEqual([
      ['09.test/due/planning', '2026-03-12', 'open'],
      ['09.test/meeting/negotiation', '2026-08-27', 'planned'],
    ]);
    const [, , meeting] = entries(county, [inState('fixing-date')]);
    expect(meeting).toMatchObject({ standing: 'planned', at: '08:30', until: '15:15', place: 'Lahti' });
    expect(entries(county, [inState('awaiting-invitation')]).map(brief)).toContainEqual([
      '09.test/meeting/negotiation',
      '2026-08-27',
      'fixed',
    ]);
  });

  it('keeps the identifier of what is moved, with a higher sequence and the time of the move', () => {
    const before = inState('awaiting-invitation');
    const fixed = (on: string) => ({ on, at: '09:00', basis: 'agreed' });
    const moved = before.when('fix-date', { negotiation: fixed('2026-09-03') }, { at: '2026-04-01T12:00:00+03:00' });
    const of = (given: Given) => new Map(entries(county, [given]).map((entry) => [entry.uid, entry]));
    const [old, now] = [of(before), of(moved)];
    expect([...now.keys()]).toEqual([...old.keys()]);
    for (const [uid, entry] of now) {
      if (!uid.includes('negotiation') && !uid.includes('invitation')) expect(entry).toEqual(old.get(uid));
      else expect(entry.revision.sequence).toBeGreaterThan(old.get(uid)?.revision.sequence ?? Infinity);
    }
    expect(now.get('09.test/meeting/negotiation@09.vuosikello')).toMatchObject({
      on: '2026-09-03',
      at: '09:00',
      revision: { at: '2026-04-01T09:00:00.000Z' },
    });
  });

  it('shows a negotiation on the day on which it was held', () => {
    const held = inState('awaiting-negotiation').when(
      'record-negotiation',
      { heldOn: '2026-08-28', participants: [{ organisation: '016', people: 2 }] },
      { at: '2026-08-31T09:00:00+03:00' },
    );
    const meeting = entries(county, [held]).find(({ kind }) => kind === 'meeting');
    expect(meeting).toMatchObject({ on: '2026-08-28', standing: 'held' });
    // The time was that of the day it was not held on.
    expect(meeting).not.toHaveProperty('at');
  });

  it('marks what is cancelled, for ninety days, and leaves what had been done', () => {
    const cancelled = inState('awaiting-answers').when(
      'cancel',
      { reason: 'Siirtyy.' },
      { at: '2026-06-10T09:00:00+03:00' },
    );
    expect(entries(county, [cancelled], { today: '2026-09-08' }).map(brief)).toEqual([
      ['09.test/due/planning', '2026-03-12', 'met'],
      ['09.test/due/dateFixed', '2026-03-30', 'met'],
      ['09.test/due/invitation', '2026-05-25', 'met'],
      ['09.test/due/answersCompiled', '2026-08-21', 'cancelled'],
      ['09.test/meeting/negotiation', '2026-08-27', 'cancelled'],
    ]);
    expect(entries(county, [cancelled], { today: '2026-09-09' }).map(({ standing }) => standing)).toEqual([
      'met',
      'met',
      'met',
    ]);
  });

  it('reaches a year back', () => {
    const [first] = entries(county, [inState('planning')], { today: '2027-03-12' });
    expect(first?.on).toBe('2026-03-12');
    const [later] = entries(county, [inState('planning')], { today: '2027-03-13' });
    expect(later?.on).toBe('2026-08-27');
  });

  it("has the county's own bodies' meetings on a case, the past ones too, and not those of municipalities", () => {
    const steps = countyHandling(dataOf('hyte-board'));
    const onAgenda = steps.find(({ instance }) => instance.state.endsWith('awaiting-decision'));
    if (!onAgenda) throw new Error('no agenda');
    const meetings = (so: Given) =>
      entries(county, [so], { today: '2026-10-01' })
        .filter(({ kind }) => kind === 'meeting')
        .map(brief);
    expect(steps[0] && meetings(steps[0])).toEqual([['09.test/meeting/meeting-1', '2026-10-15', 'planned']]);
    expect(meetings(onAgenda)).toEqual([['09.test/meeting/meeting-1', '2026-10-15', 'fixed']]);
    const tabled = onAgenda.when(
      'record-decision',
      { decision: 'table', meetingOn: '2026-10-15', section: '36' },
      { at: '2026-10-16T09:00:00+03:00' },
    );
    expect(meetings(tabled)).toEqual([
      ['09.test/meeting/meeting-1', '2026-10-15', 'held'],
      ['09.test/meeting/meeting-2', '2026-11-12', 'fixed'],
    ]);
    const decided = tabled.when(
      'record-decision',
      { decision: 'approve', meetingOn: '2026-11-12', section: '40' },
      { at: '2026-11-13T09:00:00+02:00' },
    );
    expect(meetings(decided).map(([, , standing]) => standing)).toEqual(['held', 'held']);
    const withdrawn = tabled.when('withdraw', { reason: 'Ei.' });
    expect(meetings(withdrawn).map(([, , standing]) => standing)).toEqual(['held', 'cancelled']);

    const municipal = municipalHandling(dataOf('acknowledgement-111')).at(-1);
    if (!municipal) throw new Error('no municipal handling');
    expect(meetings(municipal)).toEqual([]);
  });

  it("has the plan's meetings that nothing drives yet, under the names their workflows will give them", () => {
    const found = entries(county, [], { more: { plans: [plan] } });
    expect(found.map(({ uid }) => uid)).toContain('09.interface-board-2026-4/meeting/meeting@09.vuosikello');
    expect(found.map(({ title }) => title.fi)).toContain('Kumppanuusfoorumi');
    expect(found.some(({ uid }) => uid.includes('hyte-negotiation'))).toBe(false);
  });

  it('has an entry once that stands in the plans of two years, as the later one says', () => {
    const next = structuredClone(plan);
    next.plan.year = 2027;
    const [forum] = next.plan.entries.filter(({ id }) => id === 'partnership-forum-2026');
    if (!forum?.dates.event) throw new Error('no forum');
    forum.dates.event.on = civilDate('2026-10-14');
    const found = entries(county, [], { more: { plans: [plan, next] } });
    expect(found.filter(({ title }) => title.fi === 'Kumppanuusfoorumi').map(({ on }) => on)).toEqual(['2026-10-14']);
  });
});

describe("an organisation's calendar", () => {
  const asikkala: CalendarOwner = { scope: 'organisation', organisation: '016' };
  const withoutBodies = { register: { ...register, bodies: [] } };

  it('has what is asked of it, and the negotiation only once it has been invited', () => {
    const seen = (...workflows: Given[]) => entries(asikkala, workflows, { more: withoutBodies }).map(brief);
    const asked = request(dataOf('answer-016'))[0];
    const others = request(dataOf('answer-081'))[0];
    if (!asked || !others) throw new Error('no requests');
    expect(seen(inState('awaiting-invitation'))).toEqual([]);
    expect(seen(inState('awaiting-answers'), asked, others)).toEqual([
      ['09.test/due/answer', '2026-08-17', 'open'],
      ['09.test/meeting/negotiation', '2026-08-27', 'fixed'],
    ]);
    expect(seen(inState('awaiting-comments'))).toEqual([
      ['09.test/meeting/negotiation', '2026-08-27', 'held'],
      ['09.test/due/commentsDue', '2026-09-24', 'open'],
    ]);
  });

  it('has its bodies’ meetings while they exist, and a case once it is on an agenda', () => {
    const ended = {
      ...register,
      bodies: register.bodies.map((body) =>
        body.id === '111-hallitus' ? { ...body, validTo: civilDate('2026-06-30') } : body,
      ),
    };
    const heinola: CalendarOwner = { scope: 'organisation', organisation: '111' };
    const meetings = entries(heinola, [], { more: { register: ended } });
    expect(new Set(meetings.map(({ organisations }) => organisations.join()))).toEqual(new Set(['111']));
    expect(meetings.some(({ uid, on }) => uid.includes('111-hallitus') && on > '2026-06-30')).toBe(false);
    expect(meetings.some(({ uid, on }) => uid.includes('111-hallitus') && on <= '2026-06-30')).toBe(true);

    const [started] = municipalHandling(dataOf('acknowledgement-111'));
    const cases = (so: Given | undefined) =>
      (so ? entries(heinola, [so], { today: '2026-11-01', more: withoutBodies }) : []).map(brief);
    expect(cases(started)).toEqual([['09.test/due/handling', '2026-11-30', 'open']]);
    const told = started?.when('place-on-agenda', { meetingOn: '2026-11-17' }, { role: 'respondent' });
    expect(cases(told)).toEqual([
      ['09.test/meeting/meeting-1', '2026-11-17', 'fixed'],
      ['09.test/due/handling', '2026-11-30', 'open'],
    ]);
    const closed = told?.when('close-handling', {}, { at: '2026-11-10T09:00:00+02:00' });
    expect(cases(closed)).toEqual([
      ['09.test/meeting/meeting-1', '2026-11-17', 'cancelled'],
      ['09.test/due/handling', '2026-11-30', 'cancelled'],
    ]);
    const toldLate = told?.when('close-handling', {}, { at: '2026-12-10T09:00:00+02:00' });
    expect(cases(toldLate)[0]).toEqual(['09.test/meeting/meeting-1', '2026-11-17', 'fixed']);
  });
});

describe("a person's calendar", () => {
  const asked = () => {
    const first = request(dataOf('answer-016'))[0];
    if (!first) throw new Error('no request');
    return [inState('awaiting-answers'), first];
  };
  const seen = (owner: CalendarOwner, changed: Register = register, today = '2026-06-01') =>
    entries(owner, asked(), { today, more: { register: changed } }).map(brief);

  it('has what is asked of the roles they hold', () => {
    expect(seen(person('lauri.esimerkki@asikkala'))).toEqual([
      ['09.test/due/answer', '2026-08-17', 'open'],
      ['09.test/meeting/negotiation', '2026-08-27', 'fixed'],
    ]);
    expect(seen(person('niilo.esimerkki@asikkala'))).toEqual([]);
    expect(seen(person('eero.esimerkki@paijatha')).map(([uid]) => uid)).toContain('09.test/due/answersCompiled');
  });

  it('follows the roles: each day to whoever holds them then, a deputy while nobody does', () => {
    const leaves = (id: string, last: string): Register => ({
      ...register,
      contacts: register.contacts.map((contact) =>
        contact.id === id ? { ...contact, validTo: civilDate(last) } : contact,
      ),
    });
    const left = leaves(idOf('lauri.esimerkki@asikkala'), '2026-08-20');
    expect(seen(person('lauri.esimerkki@asikkala'), left).map(([, on]) => on)).toEqual(['2026-08-17']);
    expect(seen(person('maija.esimerkki@asikkala'), left).map(([, on]) => on)).toEqual(['2026-08-27']);
    expect(seen(person('maija.esimerkki@asikkala'))).toEqual([]);
  });

  it('is empty once they have left or are erased', () => {
    const gone = { ...register, contacts: register.contacts.filter(({ email }) => !email.startsWith('lauri')) };
    expect(seen(person('lauri.esimerkki@asikkala'), gone)).toEqual([]);
    const lauri = idOf('lauri.esimerkki@asikkala');
    const left = {
      ...register,
      contacts: register.contacts.map((contact) =>
        contact.id === lauri ? { ...contact, validTo: civilDate('2026-08-31') } : contact,
      ),
    };
    expect(seen(person('lauri.esimerkki@asikkala'), left, '2026-09-01')).toEqual([]);
  });

  it('has the meetings of the interface board on whose topics they work', () => {
    const topics = (email: string) =>
      entries(person(email), [], { more: { plans: [plan] } }).map(({ matter }) => matter?.fi);
    expect(topics('maija.esimerkki@asikkala')).toEqual([
      'varautuminen-ja-turvallisuus',
      'tyollisyys-ja-tyokyky',
      'asuminen-ja-elinymparisto, hyvinvoinnin-ja-terveyden-edistaminen',
      'sivistyspalvelut',
    ]);
    expect(topics('niilo.esimerkki@asikkala')).toEqual([]);
  });
});

it('gives every entry an identifier of its own, in the order of time, whatever has happened', () => {
  const stages = [...negotiation(), ...countyHandling(dataOf('hyte-board')), ...request(dataOf('answer-016'))];
  const named = (so: Given, index: number): Given => ({ ...so, instance: { ...so.instance, id: `09.w${index}` } });
  fc.assert(
    fc.property(
      fc.subarray(stages.map(named), { minLength: 1 }),
      fc.integer({ min: 0, max: 800 }),
      (workflows, days) => {
        const today: CivilDate = addDays(civilDate('2026-01-02'), days);
        const found = entries(county, workflows, { today, more: { plans: [plan] } });
        expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
        expect(found.map(({ on }) => on)).toEqual(found.map(({ on }) => on).sort());
        for (const { on, standing, revision } of found) {
          expect(on >= addDays(today, -365)).toBe(true);
          if (standing === 'cancelled') expect(addDays(helsinkiDate(revision.at), 90) >= today).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
