import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  answered,
  begin,
  child,
  compiled,
  decision,
  fixed,
  invited,
  toAcknowledgements,
  toBoard,
  toComments,
  toInvitation,
} from '../../../../test/support/negotiation-stages';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const reason = 'Tila on varattu.';
const june = { at: '2026-06-01T09:00:00+03:00' };
const agreed = (on: string) => ({ on, basis: 'agreed' });
const requested = (on: string) => ({ on, basis: 'requested' });
const moved = (so: Given, dates: object, when: object = june) => so.when('reschedule', { dates, reason }, when);
const refusal = (so: Given, dates: object, when: object = june) => so.refuses('reschedule', { dates, reason }, when);
const newNegotiation = { ...fixed.negotiation, on: '2026-09-02' };
describe('a negotiation whose dates move', () => {
  it('moves the running deadline of the present step, and writes to nobody before the invitation', () => {
    const so = moved(begin(), { planning: agreed('2026-03-19') }, { at: '2026-02-02T09:00:00+02:00' });
    expect(so.lastEvents()).toEqual(['DatesChanged', 'DeadlineSet']);
    expect(so.instance.deadlines.planning).toMatchObject({ dueOn: '2026-03-19', setNo: 2, status: 'open' });
    expect(so.effects).toMatchObject({ ended: ['planning'], notifications: [], tellChildren: [] });
  });

  it('leaves the deadline alone where another date moves', () => {
    const so = moved(begin(), { invitation: agreed('2026-05-28') }, { at: '2026-02-02T09:00:00+02:00' });
    expect(so.lastEvents()).toEqual(['DatesChanged']);
    expect(so.instance.context).toMatchObject({ dates: { invitation: { on: '2026-05-28' } } });
  });

  it('tells every party of the negotiation’s new day in one mail, with the reply date that stays', () => {
    const { effects, instance } = moved(invited(), { negotiation: newNegotiation });
    expect(effects.notifications).toHaveLength(21);
    expect(new Set(effects.notifications.map(({ to }) => to.organisation)).size).toBe(21);
    expect(effects.notifications[0]).toMatchObject({
      template: 'rescheduled',
      to: { organisation: '016', audience: 'respondent' },
      data: {
        reason,
        negotiationWas: { on: '2026-08-27', at: '08:30', place: 'Lahti' },
        negotiation: { on: '2026-09-02' },
        dueAt: '2026-08-17T13:15:00.000Z',
        basis: 'agreed',
      },
    });
    expect(effects.notifications[0]?.data).not.toHaveProperty('dueWas');
    expect(effects.tellChildren).toHaveLength(21);
    expect(effects.tellChildren.find(({ key }) => key === 'answer-016')).toEqual({
      id: `${instance.id}.answer-016`,
      key: 'answer-016',
      command: 'reschedule',
      data: { next: newNegotiation, reason },
    });
    // The running step is the compiling of the answers, and that stays.
    expect(effects.timers).toEqual([]);
  });

  it('leaves it to the requests to tell of a new reply date, and itself tells those who have answered of the negotiation', () => {
    const so = answered(invited(), '016');
    const reply = { assignmentDue: requested('2026-08-19') };
    const onlyReply = moved(so, reply, { at: '2026-08-10T10:00:00+03:00' });
    expect(onlyReply.effects.notifications).toEqual([]);
    expect(
      onlyReply.effects.tellChildren.map(({ key, data }) => [key, data]).filter(([key]) => key !== 'answer-016'),
    ).toHaveLength(20);
    const both = moved(so, { ...reply, negotiation: newNegotiation }, { at: '2026-08-10T10:00:00+03:00' });
    const told = both.effects.notifications;
    expect(told).toMatchObject([
      { to: { organisation: '016' }, data: { answered: true, negotiation: { on: '2026-09-02' } } },
    ]);
    expect(told[0]?.data).not.toHaveProperty('dueAt');
  });

  it('tells the requests their new dates: who has answered only those of the negotiation', () => {
    const so = moved(
      answered(answered(invited(), '016'), '081', 'withdrawn'),
      {
        assignmentDue: requested('2026-09-17'),
        answersCompiled: agreed('2026-09-21'),
        negotiation: { ...newNegotiation, on: '2026-09-24' },
        draftSummary: agreed('2026-10-05'),
        commentsDue: requested('2026-10-12'),
      },
      { at: '2026-08-10T10:00:00+03:00' },
    );
    const told = (key: string) => so.effects.tellChildren.find((one) => one.key === key)?.data;
    expect(told('answer-111')).toEqual({
      dueOn: '2026-09-17',
      basis: 'requested',
      answeringBodyLastMeetingOn: '2026-09-15',
      lastOn: '2026-09-21',
      next: { ...newNegotiation, on: '2026-09-24' },
      reason,
    });
    expect(told('answer-016')).not.toHaveProperty('dueOn');
    expect(told('answer-081')).toBeUndefined();
    expect(told('answer-jarjesto-1')).not.toHaveProperty('answeringBodyLastMeetingOn');
    expect(so.instance.deadlines.answersCompiled).toMatchObject({ dueOn: '2026-09-21', setNo: 2 });
  });

  it('takes a reply date that has passed back into the future', () => {
    const so = moved(invited(), { assignmentDue: requested('2026-08-20') }, { at: '2026-08-18T09:00:00+03:00' });
    expect(so.effects.tellChildren).toHaveLength(21);
    expect(so.effects.tellChildren[0]).toMatchObject({ data: { dueOn: '2026-08-20' } });
  });

  it('tells of the negotiation itself where only the basis of the reply date changes with it', () => {
    const so = moved(invited(), { assignmentDue: agreed('2026-08-17'), negotiation: newNegotiation });
    expect(so.effects.notifications).toHaveLength(21);
    expect(so.effects.tellChildren).toHaveLength(21);
    for (const { data } of so.effects.tellChildren) expect(data).not.toHaveProperty('dueOn');
  });

  it('says nothing about a change of basis alone, but keeps it', () => {
    const so = moved(invited(), { negotiation: { ...fixed.negotiation, basis: 'decided' } });
    expect(so.effects.notifications).toEqual([]);
    expect(so.instance.context).toMatchObject({ dates: { negotiation: { basis: 'decided' } } });
  });

  it('moves the time for comments and the summary’s own deadline, and tells the parties of the first', () => {
    const when = { at: '2026-09-14T09:00:00+03:00' };
    const so = moved(
      toComments(),
      {
        commentsDue: requested('2026-10-01'),
        hyteBoard: { on: '2026-11-12', basis: 'decided' },
        resultSent: agreed('2026-11-16'),
      },
      when,
    );
    expect(so.instance.deadlines.commentsDue).toMatchObject({ dueOn: '2026-10-01', setNo: 2 });
    expect(so.instance.deadlines.summary).toMatchObject({ dueOn: '2026-11-05', setNo: 2 });
    expect(so.effects.notifications).toHaveLength(21);
    expect(so.effects.notifications[0]?.data).toMatchObject({
      commentsWereDueOn: '2026-09-24',
      commentsDueOn: '2026-10-01',
    });
    expect(so.effects.notifications[0]?.data).not.toHaveProperty('negotiation');
  });

  it('moves the board’s case, and the municipalities’ handlings that are still open', () => {
    const board = moved(
      toBoard(),
      { hyteBoard: { on: '2026-11-12', basis: 'decided' }, resultSent: agreed('2026-11-16') },
      { at: '2026-09-28T09:00:00+03:00' },
    );
    expect(board.effects.tellChildren).toMatchObject([
      { key: 'hyte-board-1', command: 'reschedule', data: { meetingOn: '2026-11-12', reason } },
    ]);
    expect(board.instance.deadlines.hyteBoard).toMatchObject({ dueOn: '2026-11-12', setNo: 2 });
    expect(board.effects.notifications).toEqual([]);
    const heard = toAcknowledgements().when(
      'note-decision',
      { ...decision('note'), organisation: '016', body: '016-hyvinvointilautakunta' },
      child('acknowledgement-016'),
    );
    const so = moved(heard, { acknowledgements: requested('2026-12-18') }, { at: '2026-11-02T09:00:00+02:00' });
    expect(so.effects.tellChildren).toHaveLength(9);
    expect(so.effects.tellChildren.find(({ key }) => key === 'acknowledgement-081')).toMatchObject({
      command: 'reschedule',
      data: { due: { on: '2026-12-18', basis: 'requested' } },
    });
  });

  it('is the same negotiation when it is moved and then held on yet another day', () => {
    const so = moved(compiled(), { negotiation: newNegotiation }, { at: '2026-08-24T09:00:00+03:00' })
      .when(
        'record-negotiation',
        { heldOn: '2026-09-03', participants: [{ organisation: '016', people: 3 }] },
        { at: '2026-09-04T09:00:00+03:00' },
      )
      .when('send-draft-summary', {}, { at: '2026-09-10T10:00:00+03:00' });
    expect(so.instance.deadlines.negotiation).toMatchObject({ dueOn: '2026-09-02', status: 'met-late', setNo: 2 });
    expect(so.effects.notifications[0]?.data).toMatchObject({ negotiation: { on: '2026-09-03' } });
    const { instance, differences } = folded(hyteNegotiation, so);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(so.instance)), []]);
  });
});

describe('dates that may not move', () => {
  it('are those of what has happened, named', () => {
    const late = { at: '2026-09-14T09:00:00+03:00' };
    const refused = refusal(
      toComments(),
      {
        negotiation: { ...fixed.negotiation, on: '2026-09-21' },
        invitation: agreed('2026-09-20'),
        closed: agreed('2027-02-05'),
      },
      late,
    );
    expect(refused.code).toBe('hyte-negotiation/already-happened');
    expect(refused.detail.en).toContain('the invitation, the negotiation');
    expect(refused.detail.en).not.toContain('the closing');
    const { instance } = toComments().when('reschedule', { dates: { closed: agreed('2027-02-05') }, reason }, late);
    expect(instance.context).toMatchObject({
      dates: { negotiation: { on: '2026-08-27' }, closed: { on: '2027-02-05' } },
    });
  });

  it('are those that stay the same: then there is nothing to do, and the log keeps only what changes', () => {
    expect(refusal(invited(), { negotiation: fixed.negotiation }).code).toBe('hyte-negotiation/nothing-changes');
    expect(refusal(invited(), {})).toMatchObject({ code: 'invalid-data', issues: [{ path: 'dates' }] });
    const so = moved(invited(), { negotiation: newNegotiation, assignmentDue: requested('2026-08-17') });
    expect(so.events.at(-1 - (so.lastEvents().length - 1))?.data).toEqual({
      dates: { negotiation: newNegotiation },
      reason,
    });
  });

  it('are those in the past; a reply date from tomorrow on', () => {
    expect(refusal(invited(), { assignmentDue: requested('2026-06-01') }).code).toBe('hyte-negotiation/in-the-past');
    expect(refusal(compiled(), { negotiation: agreed('2026-08-20') }, {}).code).toBe('hyte-negotiation/in-the-past');
    const today = { ...fixed.negotiation, on: '2026-08-24', at: '13:00' };
    expect(
      moved(compiled(), { negotiation: today }, { at: '2026-08-24T08:00:00+03:00' }).instance.context,
    ).toMatchObject({
      dates: { negotiation: { on: '2026-08-24', at: '13:00' } },
    });
  });

  it.each([
    [{ assignmentDue: requested('2026-08-24') }, 'The reply date must come no later than the summary of answers'],
    [{ negotiation: agreed('2026-08-21') }, 'The summary of answers must come before the negotiation'],
    [{ negotiation: agreed('2026-09-10') }, 'The negotiation must come before the draft summary'],
    [{ commentsDue: requested('2026-09-09') }, 'The draft summary must come no later than the last day for comments'],
    [
      { hyteBoard: { on: '2026-09-24', basis: 'decided' } },
      'The last day for comments must come before the HYTE board’s meeting',
    ],
    [
      { resultSent: agreed('2026-10-14') },
      'The HYTE board’s meeting must come no later than the sending of the result',
    ],
    [
      { acknowledgements: requested('2026-10-16') },
      'The sending of the result must come no later than the municipalities’ handling',
    ],
    [{ closed: agreed('2026-11-27') }, 'The municipalities’ handling must come no later than the closing'],
  ])('are those out of order: %j', (dates, said) => {
    const refused = refusal(invited(), dates);
    expect(refused.code).toBe('hyte-negotiation/dates-out-of-order');
    expect(refused.detail.en).toContain(`${said}. Move the other too with “`);
  });

  it('are found by fixing the date too', () => {
    expect(toInvitation().refuses('fix-date', { negotiation: agreed('2026-09-15') })).toMatchObject({
      code: 'hyte-negotiation/dates-out-of-order',
    });
  });
});
