import type { Given } from '../../../../test/support/given';
import { folded, given } from '../../../../test/support/given';
import { boardHandling } from './board-handling.workflow';

const name = { fi: 'Lautakunta', sv: 'Nämnden' };
const body = (id: string, meetings: string[]) => ({ id, name, meetings, materialsDaysBefore: 7, extractDaysAfter: 4 });
const countyBody = (meetings: string[], plannedOn: string) => ({
  ...body('hyte-lautakunta', meetings),
  presenter: 'hyte-johtaja',
  plannedOn,
});
const municipalBody = (id: string, meetings: string[]) => ({ ...body(id, meetings), presenter: null, plannedOn: null });
const input = {
  organisation: '09',
  preparedBy: 'presenter',
  subject: 'negotiation-result',
  about: '2027',
  title: { fi: 'Lopputulos', sv: 'Resultatet', en: 'Result' },
  bodies: [countyBody(['2026-09-17', '2026-10-15', '2026-11-12'], '2026-10-15')],
  due: null,
  proposal: null,
  document: null,
  closes: '16:15',
};
const municipal = {
  ...input,
  organisation: '111',
  preparedBy: 'respondent',
  bodies: [municipalBody('111-hyvinvointilautakunta', ['2026-10-20', '2026-11-17', '2026-12-15'])],
  due: { on: '2026-11-30', basis: 'requested' },
};
const reason = 'Kokous siirtyi.';
const at = '2026-09-25T10:00:00+03:00';
const handling = (data: object = input, when = at) => given(boardHandling, data as never, { at: when });
const rungsOf = ({ effects }: Given) =>
  effects.timers.map(({ deadline, rung, at: due }) => [deadline, rung, due.slice(0, 10)]);
const parent = { role: 'workflow' as const, at: '2026-09-28T10:00:00+03:00' };
const staff = { at: '2026-09-28T10:00:00+03:00' };

describe('a case whose meeting moves', () => {
  it('moves the day of its materials with their reminders, and tells the presenter both meetings', () => {
    const moved = handling().when('reschedule', { meetingOn: '2026-11-12', reason }, parent);
    expect(moved.instance).toMatchObject({
      state: 'open.in-body.preparing',
      context: { bodies: [{ meetingOn: '2026-11-12' }] },
      deadlines: { materials: { dueOn: '2026-11-05', setNo: 2 } },
    });
    expect(moved.effects.ended).toEqual(['materials']);
    expect(rungsOf(moved)).toEqual([
      ['materials', null, '2026-11-05'],
      ['materials', 'T-7', '2026-10-29'],
      ['materials', 'overdue', '2026-11-06'],
    ]);
    expect(moved.effects.notifications).toMatchObject([
      {
        template: 'board-rescheduled',
        to: { organisation: '09', audience: 'hyte-johtaja' },
        data: { meetingWas: '2026-10-15', meetingOn: '2026-11-12', materialsDueOn: '2026-11-05', reason },
      },
    ]);
  });

  it('moves the recording of the decision once the case is on an agenda; the materials are delivered', () => {
    const placed = handling().when('place-on-agenda', { meetingOn: '2026-10-15' }, staff);
    const moved = placed.when('reschedule', { meetingOn: '2026-11-12', reason });
    expect(moved.instance.deadlines.decision).toMatchObject({ dueOn: '2026-11-13', setNo: 2 });
    expect(moved.instance.deadlines.materials?.status).toBe('met');
    expect(moved.effects.notifications[0]?.data).not.toHaveProperty('materialsDueOn');
  });

  it('asks the presenter with the new meeting where the first mail has not left yet', () => {
    const tonight = handling(input, '2026-09-25T20:00:00+03:00');
    const moved = tonight.when('reschedule', { meetingOn: '2026-11-12', reason }, { at: '2026-09-25T21:00:00+03:00' });
    expect(moved.effects.notifications).toMatchObject([{ template: 'board-item', data: { meetingOn: '2026-11-12' } }]);
  });

  it('does not move what a body has decided', () => {
    const decided = handling()
      .when('place-on-agenda', { meetingOn: '2026-10-15' }, staff)
      .when(
        'record-decision',
        { decision: 'approve', meetingOn: '2026-10-15', section: '36' },
        { at: '2026-10-15T18:00:00+03:00' },
      );
    expect(decided.refuses('reschedule', { meetingOn: '2026-11-12', reason }, { role: 'workflow' })).toMatchObject({
      code: 'board-handling/already-decided',
    });
  });

  it('refuses what changes nothing or lies behind', () => {
    const refusal = (data: object) => handling().refuses('reschedule', { ...data, reason }, staff).code;
    expect(refusal({})).toBe('board-handling/nothing-changes');
    expect(refusal({ meetingOn: '2026-10-15' })).toBe('board-handling/nothing-changes');
    expect(refusal({ meetingOn: '2026-09-17' })).toBe('board-handling/in-the-past');
  });
});

describe('a municipality’s case whose date moves', () => {
  const due = { on: '2026-12-31', basis: 'requested' };

  it('is reminded before the agenda of the last meeting in time closes', () => {
    expect(rungsOf(handling(municipal)).slice(0, 3)).toEqual([
      ['handling', null, '2026-11-30'],
      ['handling', 'agenda', '2026-11-05'],
      ['handling', 'T-14', '2026-11-16'],
    ]);
  });

  it('moves its reminders, tells the municipality, and may be escalated again after the new date', () => {
    const escalated = handling(municipal).when('escalate', {}, { at: '2026-12-02T09:00:00+02:00' });
    const moved = escalated.when('reschedule', { due, reason }, { at: '2026-12-03T09:00:00+02:00', role: 'workflow' });
    expect(moved.instance.deadlines.handling).toMatchObject({ dueOn: '2026-12-31', status: 'open', setNo: 2 });
    expect(rungsOf(moved).map(([, rung, on]) => [rung, on])).toEqual([
      [null, '2026-12-31'],
      ['T-14', '2026-12-17'],
      ['reach', '2026-12-22'],
      ['T-1', '2026-12-30'],
      ['overdue', '2027-01-04'],
      ['escalation', '2027-01-05'],
    ]);
    expect(moved.effects.notifications).toMatchObject([
      {
        template: 'rescheduled',
        to: { organisation: '111', audience: 'respondent' },
        link: true,
        data: {
          subjectMatter: 'negotiation-result-handling',
          dueWas: '2026-11-30T14:15:00.000Z',
          dueAt: '2026-12-31T14:15:00.000Z',
          basis: 'requested',
        },
      },
    ]);
    expect(moved.refuses('escalate', {}, { at: '2026-12-04T09:00:00+02:00' }).code).toBe('board-handling/not-overdue');
    expect(moved.when('escalate', {}, { at: '2027-01-04T09:00:00+02:00' }).instance.context).toMatchObject({
      escalated: true,
    });
  });

  it('goes on in the successor’s body, which is asked by the same date', () => {
    const asked = handling(municipal).when(
      'record-decision',
      { decision: 'table', meetingOn: '2026-10-20', section: '80' },
      {
        at: '2026-10-21T09:00:00+03:00',
        role: 'respondent',
      },
    );
    const lahti = {
      organisation: '398',
      bodies: [body('398-hyvinvointilautakunta', ['2026-11-24'])],
      reason: 'Heinola yhdistyy Lahteen.',
    };
    const taken = asked.when('succeed', lahti, { at: '2026-10-26T09:00:00+02:00', role: 'workflow' });
    expect(taken.instance.context).toMatchObject({
      organisation: '398',
      bodies: [{ id: '398-hyvinvointilautakunta' }],
      // What the first board decided stays its own.
      decisions: [{ body: '111-hyvinvointilautakunta', decision: 'table' }],
    });
    expect(taken.effects.notifications).toMatchObject([
      { template: 'acknowledgement', to: { organisation: '398' }, data: { meetings: ['2026-11-24'] } },
    ]);
    expect(rungsOf(taken).find(([, rung]) => rung === 'agenda')).toEqual(['handling', 'agenda', '2026-11-12']);
    const noted = taken.when(
      'record-decision',
      { decision: 'note', meetingOn: '2026-11-24', section: '12' },
      { at: '2026-11-25T09:00:00+02:00', role: 'respondent' },
    );
    expect(noted.effects.tellParent).toMatchObject([{ data: { organisation: '398', decision: 'note' } }]);
    const { instance, differences } = folded(boardHandling, noted);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(noted.instance)), []]);
  });

  it('begins in the successor’s body from the beginning, whatever agenda the first one had put it on', () => {
    const lahti = { organisation: '398', bodies: [body('398-hyvinvointilautakunta', ['2026-11-24'])], reason };
    const taken = handling(municipal)
      .when('place-on-agenda', { meetingOn: '2026-11-10' }, { at: '2026-10-26T09:00:00+02:00' })
      .when('succeed', lahti, { at: '2026-10-27T09:00:00+02:00', role: 'workflow' });
    expect(taken.instance).toMatchObject({
      state: 'open.in-body.preparing',
      context: { organisation: '398', onAgenda: false, bodies: [{ meetingOn: '2026-11-24' }] },
    });
    expect(taken.effects.notifications.map(({ template, to }) => [template, to.organisation])).toEqual([
      ['acknowledgement', '398'],
    ]);
  });

  it('tells a successor after the date that the handling is still awaited', () => {
    const lahti = { organisation: '398', bodies: [body('398-hyvinvointilautakunta', ['2026-12-15'])], reason };
    const taken = handling(municipal).when('succeed', lahti, { at: '2026-12-02T09:00:00+02:00', role: 'workflow' });
    expect(taken.effects.notifications).toMatchObject([
      { template: 'acknowledgement-overdue', to: { organisation: '398' } },
    ]);
    expect(taken.effects.timers).toEqual([]);
    // What was to ask the first municipality, and has not left, does not go any more.
    expect(taken.effects.readdressed).toEqual(['handling']);
  });
});
