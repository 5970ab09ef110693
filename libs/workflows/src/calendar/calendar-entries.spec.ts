import { addDays, civilDate, helsinkiDate, type CivilDate } from '@app/domain';
import fc from 'fast-check';
import { brief, dataOf, entriesOf as entries, inState, plan } from '../../../../test/support/calendars';
import { countyHandling, municipalHandling, negotiation, request } from '../../../../test/support/example-paths';
import type { Given } from '../../../../test/support/given';
import type { CalendarOwner } from './calendar-entry';

const county: CalendarOwner = { scope: 'county' };

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
    expect(steps[0] && meetings(steps[0])).toEqual([['09.test/meeting/hyte-lautakunta-1', '2026-10-15', 'planned']]);
    expect(meetings(onAgenda)).toEqual([['09.test/meeting/hyte-lautakunta-1', '2026-10-15', 'fixed']]);
    const tabled = onAgenda.when(
      'record-decision',
      { decision: 'table', meetingOn: '2026-10-15', section: '36' },
      { at: '2026-10-16T09:00:00+03:00' },
    );
    expect(meetings(tabled)).toEqual([
      ['09.test/meeting/hyte-lautakunta-1', '2026-10-15', 'held'],
      ['09.test/meeting/hyte-lautakunta-2', '2026-11-12', 'fixed'],
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
