import { askedOfAsikkala } from '../../../../test/support/asked-of-asikkala';
import type { Given } from '../../../../test/support/given';
import { folded, given } from '../../../../test/support/given';
import { informationRequest } from './information-request.workflow';

const request = (at?: string) => given(informationRequest, askedOfAsikkala, at ? { at } : {});
const reason = 'Lautakunnan kokous siirtyi.';
const later = { dueOn: '2026-08-20', reason };
const answer = { answers: { efforts: 'Liikuntaneuvonta.' } };
const staff = { at: '2026-06-01T09:00:00+03:00' };
const parent = { at: '2026-06-01T09:00:00+03:00', role: 'workflow' as const };
const templatesOf = ({ effects }: Given) => effects.notifications.map(({ template }) => template);
const overdue = () =>
  request().when('pass-deadline', { deadline: 'answer' }, { at: '2026-08-17T16:15:00+03:00', role: 'clock' });

describe('a request whose reply date moves', () => {
  it('has a new deadline and new reminders; those of the old date are gone', () => {
    const moved = request().when('reschedule', later, staff);
    expect(moved.lastEvents()[0]).toBe('RequestRescheduled');
    expect(moved.instance).toMatchObject({ state: 'open.requested', context: { dueOn: '2026-08-20' } });
    expect(moved.instance.deadlines.answer).toMatchObject({ dueOn: '2026-08-20', status: 'open', setNo: 2 });
    expect(moved.effects.ended).toEqual(['answer']);
    expect(moved.effects.timers.map(({ rung, at, setNo }) => [rung, at.slice(0, 10), setNo])).toEqual([
      [null, '2026-08-20', 2],
      ['agenda', '2026-06-30', 2],
      ['T-14', '2026-08-06', 2],
      ['T-7', '2026-08-13', 2],
      ['reach', '2026-08-13', 2],
      ['T-1', '2026-08-19', 2],
      ['overdue', '2026-08-21', 2],
      ['escalation', '2026-08-24', 2],
    ]);
  });

  it('tells the respondent the old date and the new one where staff has moved it', () => {
    expect(request().when('reschedule', later, staff).effects.notifications).toMatchObject([
      {
        template: 'rescheduled',
        to: { organisation: '016', audience: 'respondent' },
        link: true,
        deadline: 'answer',
        data: { reason, dueWas: '2026-08-17T13:15:00.000Z', dueAt: '2026-08-20T13:15:00.000Z', basis: 'requested' },
      },
    ]);
  });

  it('tells all that moves, with the link, where the negotiation has moved it: nothing calls that back', () => {
    const negotiation = { on: '2026-09-03', at: '09:00', basis: 'decided' };
    const moved = request().when('reschedule', { ...later, lastOn: '2026-08-24', next: negotiation }, parent);
    expect(moved.effects.notifications).toMatchObject([
      {
        template: 'rescheduled',
        to: { organisation: '016', audience: 'respondent' },
        link: true,
        data: {
          reason,
          subjectMatter: 'advance-assignment',
          dueWas: '2026-08-17T13:15:00.000Z',
          dueAt: '2026-08-20T13:15:00.000Z',
          negotiationWas: { on: '2026-08-27' },
          negotiation: { on: '2026-09-03', at: '09:00' },
          basis: 'decided',
        },
      },
    ]);
    expect(moved.effects.notifications[0]).not.toHaveProperty('deadline');
    expect(moved.instance.context).toMatchObject({ dueOn: '2026-08-20', lastOn: '2026-08-24' });
    const onlyReply = request().when('reschedule', later, parent);
    expect(onlyReply.effects.notifications[0]?.data).not.toHaveProperty('negotiation');
  });

  it('asks with the new date where the mail that asks has not left yet', () => {
    const tonight = request('2026-05-25T19:00:00+03:00');
    for (const [role, templates] of [
      ['coordinator', ['advance-assignment']],
      // The invitation has named the old date.
      ['workflow', ['advance-assignment', 'rescheduled']],
    ] as const) {
      const moved = tonight.when('reschedule', later, { at: '2026-05-25T21:00:00+03:00', role });
      expect(moved.effects.ended).toEqual(['answer']);
      expect(templatesOf(moved)).toEqual(templates);
      for (const { data } of moved.effects.notifications)
        expect(data).toMatchObject({ dueAt: '2026-08-20T13:15:00.000Z' });
    }
  });

  it('takes the answering body’s new last meeting into its reminders', () => {
    const moved = request().when(
      'reschedule',
      { dueOn: '2026-09-18', lastOn: '2026-09-25', answeringBodyLastMeetingOn: '2026-09-15', reason },
      parent,
    );
    expect(moved.effects.timers.find(({ rung }) => rung === 'agenda')?.at).toBe('2026-09-03T05:00:00.000Z');
  });

  it('comes back from overdue, and from the manager, when the new date is ahead', () => {
    const moved = overdue().when('reschedule', { dueOn: '2026-08-20', reason }, { at: '2026-08-18T09:00:00+03:00' });
    expect(moved.instance.state).toBe('open.requested');
    expect(moved.instance.deadlines.answer?.status).toBe('open');
    const escalated = overdue().when('escalate', {}, { at: '2026-08-18T09:00:00+03:00' });
    const again = escalated.when('reschedule', { dueOn: '2026-08-21', reason }, { at: '2026-08-19T09:00:00+03:00' });
    expect(again.instance.state).toBe('open.requested');
    const passed = again.when(
      'pass-deadline',
      { deadline: 'answer' },
      { at: '2026-08-21T16:15:00+03:00', role: 'clock' },
    );
    expect(passed.when('escalate', {}).instance.state).toBe('open.escalated');
  });

  it('stays overdue where only the negotiation moves', () => {
    const told = overdue().when(
      'reschedule',
      { next: { on: '2026-09-03', basis: 'agreed' }, reason },
      { role: 'workflow' },
    );
    // The negotiation has told it itself.
    expect(told.lastEvents()).toEqual(['DatesNoted']);
    expect(told.instance).toMatchObject({ state: 'open.overdue', context: { next: { on: '2026-09-03' } } });
  });

  it('judges an answer by the date that held when it came', () => {
    const moved = request().when('reschedule', later, staff);
    const inTime = moved.when('record-answer', answer, { at: '2026-08-19T10:00:00+03:00', role: 'respondent' });
    expect(inTime.instance.context).toMatchObject({ answer: { late: false } });
    expect(inTime.instance.deadlines.answer?.status).toBe('met');
    const earlier = request().when('reschedule', { dueOn: '2026-08-10', reason }, staff);
    const late = earlier.when('record-answer', answer, { at: '2026-08-12T10:00:00+03:00', role: 'respondent' });
    expect(late.instance.context).toMatchObject({ answer: { late: true } });
  });

  it('moves nothing of an answer that has come, and tells of the negotiation that moves', () => {
    const answered = request().when('record-answer', answer, { at: '2026-06-01T10:00:00+03:00', role: 'respondent' });
    const told = answered.when(
      'reschedule',
      { dueOn: '2026-08-20', lastOn: '2026-08-24', next: { on: '2026-09-03', basis: 'agreed' }, reason },
      { role: 'workflow' },
    );
    expect(told.lastEvents()).toEqual(['DatesNoted', 'NotificationOwed']);
    expect(told.instance).toMatchObject({
      state: 'received.answered',
      context: {
        dueOn: '2026-08-17',
        lastOn: '2026-08-24',
        next: { on: '2026-09-03' },
        answer: { late: false },
      },
    });
    expect(told.effects.timers).toEqual([]);
    // The negotiation does not know of the answer yet, and has left this to the request.
    expect(told.effects.notifications).toMatchObject([
      { template: 'rescheduled', data: { answered: true, negotiation: { on: '2026-09-03' } } },
    ]);
    expect(told.effects.notifications[0]?.data).not.toHaveProperty('dueAt');
    expect(answered.refuses('reschedule', later)).toMatchObject({ code: 'information-request/already-answered' });
  });

  it('knows a completed answer for answered, as any other', () => {
    const completed = request()
      .when('record-answer', answer, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' })
      .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' }, { at: '2026-08-11T10:00:00+03:00' })
      .when('record-answer', answer, { at: '2026-08-12T10:00:00+03:00', role: 'respondent' });
    expect(completed.instance.context).toMatchObject({ completion: null });
    expect(completed.refuses('reschedule', later)).toMatchObject({ code: 'information-request/already-answered' });
  });

  it('moves the date of a completion, and asks for it with the new one', () => {
    const returned = request()
      .when('record-answer', answer, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' })
      .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' }, { at: '2026-08-11T10:00:00+03:00' });
    const moved = returned.when('reschedule', later, { at: '2026-08-12T10:00:00+03:00' });
    expect(moved.instance).toMatchObject({ state: 'open.returned', context: { completion: { dueOn: '2026-08-20' } } });
    expect(moved.effects.notifications).toMatchObject([
      { template: 'completion-request', data: { reason: 'Kesken.', dueAt: '2026-08-20T13:15:00.000Z' } },
    ]);
  });

  it('refuses what changes nothing, lies behind or comes after the compiling', () => {
    const refusal = (data: object) => request().refuses('reschedule', { reason, ...data }, staff).code;
    expect(refusal({ dueOn: '2026-08-17' })).toBe('information-request/nothing-changes');
    expect(refusal({})).toBe('information-request/nothing-changes');
    expect(refusal({ dueOn: '2026-06-01' })).toBe('information-request/in-the-past');
    expect(refusal({ dueOn: '2026-08-22' })).toBe('information-request/dates-out-of-order');
    expect(refusal({ lastOn: '2026-08-14' })).toBe('information-request/dates-out-of-order');
  });

  it('lists the notice among what has been sent, and is what its log says', () => {
    const moved = overdue().when('reschedule', { dueOn: '2026-08-20', reason }, { at: '2026-08-18T09:00:00+03:00' });
    expect(moved.instance.context).toMatchObject({
      history: [
        { what: 'asked', on: '2026-05-25' },
        { what: 'rescheduled', on: '2026-08-18' },
      ],
    });
    const { instance, differences } = folded(informationRequest, moved);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(moved.instance)), []]);
  });
});

describe('a request whose respondent takes no part any more', () => {
  it('is withdrawn while it is open', () => {
    const left = request().when('withdraw-unanswered', { reason }, parent);
    expect(left.instance).toMatchObject({ state: 'withdrawn', status: 'cancelled' });
    expect(left.effects.tellParent).toMatchObject([{ data: { outcome: 'withdrawn' } }]);
    expect(left.effects.notifications).toEqual([]);
  });

  it('keeps the answer that has been given, also one that was sent back for completion', () => {
    const answered = request().when('record-answer', answer, { at: '2026-08-10T10:00:00+03:00', role: 'respondent' });
    expect(answered.refuses('withdraw-unanswered', { reason }, parent)).toMatchObject({ code: 'illegal-step' });
    const returned = answered.when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' });
    const left = returned.when('withdraw-unanswered', { reason }, parent);
    expect(left.instance).toMatchObject({ state: 'accepted', status: 'closed' });
    expect(left.effects.tellParent).toEqual([]);
    // A negotiation that is cancelled takes everything back.
    expect(answered.when('withdraw', { reason }, parent).instance.state).toBe('withdrawn');
  });
});

describe('a request that another organisation goes on with', () => {
  const heinola = {
    organisation: '111',
    organisationKind: 'municipality',
    body: {
      id: '111-hyvinvointilautakunta',
      name: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' },
      meetings: ['2026-06-09', '2026-08-04'],
      materialsDaysBefore: 7,
      extractDaysAfter: 4,
    },
    reason: 'Asikkala yhdistyy Heinolaan.',
  };

  it('asks the successor by the same date, with the reminders of its own body', () => {
    const taken = request()
      .when('assign', { contact: '016-a' })
      .when('announce-handling', { body: 'Hallitus', meetingOn: '2026-08-11' })
      .when('succeed', heinola, parent);
    expect(taken.instance.context).toMatchObject({
      organisation: '111',
      dueOn: '2026-08-17',
      answeringBody: { id: '111-hyvinvointilautakunta', lastMeetingOn: '2026-08-04' },
      assignedTo: null,
      announced: null,
      history: [
        { what: 'asked', on: '2026-05-25' },
        { what: 'asked', on: '2026-06-01' },
      ],
    });
    expect(taken.effects.notifications).toMatchObject([
      { template: 'advance-assignment', to: { organisation: '111' }, link: true },
    ]);
    expect(taken.effects.ended).toEqual(['answer']);
    expect(taken.instance.deadlines.answer).toMatchObject({ setNo: 2, dueOn: '2026-08-17', status: 'open' });
    const answered = taken.when('record-answer', answer, { role: 'respondent' });
    expect(answered.effects.tellParent).toMatchObject([{ data: { organisation: '111', outcome: 'answered' } }]);
    expect(informationRequest.concerns(taken.instance.context as never)).toEqual(['111']);
  });

  it('tells a successor after the date that the answer can still be given', () => {
    const taken = overdue().when('succeed', heinola, { at: '2026-08-18T09:00:00+03:00', role: 'workflow' });
    expect(taken.instance.state).toBe('open.overdue');
    expect(templatesOf(taken)).toEqual(['overdue']);
    expect(taken.instance.deadlines.answer).toMatchObject({ status: 'passed', setNo: 1 });
  });

  it('leaves what has been answered with the one who answered', () => {
    const answered = request().when('record-answer', answer, { role: 'respondent' });
    expect(answered.refuses('succeed', heinola, parent)).toMatchObject({ code: 'illegal-step' });
  });

  it('is given by the negotiation alone', () => {
    expect(request().refuses('succeed', heinola, staff)).toMatchObject({ code: 'not-permitted' });
  });
});
