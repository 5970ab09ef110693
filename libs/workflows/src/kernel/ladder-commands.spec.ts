import { instant, type Ladder, ladders } from '@app/domain';
import { given } from '../../../../test/support/given';
import { requestData } from '../../../../test/support/requests';
import { informationRequest } from '../information-request/information-request.workflow';
import { fold } from './fold';
import { ladderEffects } from './ladder-effects';
import { upcomingMails } from './upcoming-mails';

const remindsOnce: Ladder = [
  { key: 'T-5', days: 5, direction: 'working-days-before', audience: 'respondent', template: 'reminder' },
  { key: 'T-1', days: 2, direction: 'before', audience: 'respondent', template: 'reminder' },
  { key: 'overdue', days: 1, direction: 'working-days-after', audience: 'respondent', template: 'overdue' },
  {
    key: 'escalation',
    days: 3,
    direction: 'working-days-after',
    audience: 'coordinator',
    template: 'escalation-proposed',
    escalates: 'automatic',
  },
];
const own = { revision: 1, own: { answer: remindsOnce } };
const clock = { role: 'clock' as const };
const request = (ladders?: typeof own) => given(informationRequest, requestData(), ladders && { ladders });
const rungsOf = ({ instance }: ReturnType<typeof request>) =>
  instance.deadlines.answer?.rungs.map(({ key, on }) => [key, on]);
const told = (so: ReturnType<typeof request>, data: object = own, at = '2026-08-04T09:00:00+03:00') =>
  so.when('use-ladders', data, { role: 'workflow', at });
const replays = ({ events }: ReturnType<typeof request>) =>
  fold(informationRequest, { id: '09.test', county: '09', parent: { id: '09.parent', key: 'test' } }, events);

describe('a county’s own ladder', () => {
  it('stands in the first event, and the deadline follows it', () => {
    const so = request(own);
    expect(so.events[0]?.data).toMatchObject({ ladders: own, organisation: '016' });
    expect(so.instance.context).not.toHaveProperty('ladders');
    expect(rungsOf(so)).toEqual([
      ['T-5', '2026-08-10'],
      ['T-1', '2026-08-14'],
      ['overdue', '2026-08-18'],
      ['escalation', '2026-08-20'],
    ]);
    expect(replays(so)).toEqual({ instance: so.instance, differences: [], publications: [] });
  });

  it('is nothing where there is none', () => {
    expect(request().events[0]?.data).not.toHaveProperty('ladders');
    expect(request().instance.life).not.toHaveProperty('ladders');
  });

  it('speaks of the reminders that are still to come', () => {
    const mails = upcomingMails(informationRequest, request(own).instance, {
      now: instant('2026-05-25T09:00:00+03:00'),
      limit: 2,
    });
    expect(mails.map(({ at, notification: { data } }) => [at, data])).toMatchObject([
      ['2026-08-10T05:00:00.000Z', { rung: 'T-7', daysBefore: 7 }],
      ['2026-08-14T05:00:00.000Z', { rung: 'T-1', daysBefore: 3 }],
    ]);
  });
});

describe('a workflow that is told of other ladders', () => {
  const fired = () =>
    request().when(
      'remind',
      { deadline: 'answer', rung: 'T-14', audience: 'respondent', template: 'reminder' },
      { ...clock, at: '2026-08-03T08:00:00+03:00' },
    );

  it('lays the rungs ahead anew under a new number, and drops only timers', () => {
    const so = told(fired());
    expect(so.lastEvents()).toEqual(['LaddersChanged', 'RemindersRelaid']);
    expect(so.instance.deadlines.answer?.setNo).toBe(2);
    expect(rungsOf(so)?.map(([key]) => key)).toEqual(['T-5', 'T-1', 'overdue', 'escalation']);
    expect(so.effects).toMatchObject({ relaid: ['answer'], ended: [], paused: [], notifications: [] });
    expect(so.effects.timers.map(({ rung, setNo }) => [rung, setNo])).toEqual(
      [null, 'T-5', 'T-1', 'overdue', 'escalation'].map((rung) => [rung, 2]),
    );
    expect(replays(so)).toEqual({ instance: so.instance, differences: [], publications: [] });
  });

  it('reports no rung a second time, and catches nothing up', () => {
    const again: Ladder = [
      { key: 'T-14', days: 3, direction: 'before', audience: 'respondent', template: 'reminder' },
      { key: 'T-30', days: 30, direction: 'before', audience: 'respondent', template: 'reminder', caughtUp: true },
      { key: 'T-2', days: 2, direction: 'working-days-before', audience: 'respondent', template: 'reminder' },
    ];
    expect(rungsOf(told(fired(), { revision: 1, own: { answer: again } }))).toEqual([['T-2', '2026-08-13']]);
  });

  it('keeps what this very day still has ahead, and lets go what it has behind', () => {
    const sameDay: Ladder = [
      { key: 'now', days: 13, direction: 'before', audience: 'respondent', template: 'reminder' },
    ];
    const at = (hour: string) =>
      rungsOf(told(fired(), { revision: 1, own: { answer: sameDay } }, `2026-08-04T${hour}:00+03:00`));
    expect(at('07:59')).toEqual([['now', '2026-08-04']]);
    expect(at('08:00')).toEqual([]);
  });

  it('changes nothing where the ladder of its deadlines stays, and takes no earlier change', () => {
    const so = told(request(), { revision: 1, own: { step: ladders.step, 'term-end': ladders['term-end'] } });
    expect(so.lastEvents()).toEqual(['LaddersChanged']);
    expect(so.refuses('use-ladders', own, { role: 'workflow' })).toMatchObject({
      code: 'invalid-data',
      issues: [{ path: 'revision', code: 'not-newer' }],
    });
  });

  it('stands still with them while it is paused, and goes on by them', () => {
    const paused = request().when('pause', { reason: 'Selvitetään.' }, { at: '2026-06-01T09:00:00+03:00' });
    const so = told(paused, own, '2026-06-02T09:00:00+03:00');
    expect(so.effects.timers).toEqual([]);
    expect(so.instance.deadlines.answer?.status).toBe('paused');
    const on = so.when('resume', { reason: 'Jatketaan.' }, { at: '2026-06-03T09:00:00+03:00' });
    expect(on.effects.timers.map(({ rung }) => rung)).toEqual([null, 'T-5', 'T-1', 'overdue', 'escalation']);
    expect(replays(on)).toEqual({ instance: on.instance, differences: [], publications: [] });
  });

  it('is told by nobody of the county’s staff, and not after its end', () => {
    expect(request().refuses('use-ladders', own).code).toBe('not-permitted');
    const ended = request().when('withdraw', { reason: 'Ei tarvita.' });
    expect(ended.refuses('use-ladders', own, { role: 'workflow' }).code).toBe('illegal-step');
  });

  it('can be asked first what that would change', () => {
    const { instance } = fired();
    const effects = ladderEffects(informationRequest, instance, own, instant('2026-08-04T09:00:00+03:00'));
    expect(effects).toEqual([
      {
        deadline: 'answer',
        dueOn: '2026-08-17',
        before: instance.deadlines.answer?.rungs,
        after: told(fired()).instance.deadlines.answer?.rungs,
      },
    ]);
    expect(
      ladderEffects(informationRequest, instance, { revision: 1, own: {} }, instant('2026-08-04T09:00:00+03:00')),
    ).toEqual([]);
  });
});

describe('an escalation', () => {
  const overdue = (ladders?: typeof own) =>
    request(ladders).when('pass-deadline', { deadline: 'answer' }, { ...clock, at: '2026-08-17T16:15:00+03:00' });
  const rung = { deadline: 'answer', rung: 'escalation', audience: 'coordinator', template: 'escalation-proposed' };
  const at = { ...clock, at: '2026-08-20T08:00:00+03:00' };
  const mails = ({ effects }: ReturnType<typeof request>) =>
    effects.notifications.map(({ template, to }) => [template, to.organisation, to.audience]);

  it('is only proposed unless the county says otherwise', () => {
    const so = overdue().when('remind', rung, at);
    expect(so.instance.state).toBe('open.overdue');
    expect(mails(so)).toEqual([['escalation-proposed', '09', 'coordinator']]);
  });

  it('goes to the manager by itself where the county has said so, and the coordinator is told', () => {
    const so = overdue(own).when('remind', { ...rung, escalates: 'automatic' }, at);
    expect(so.lastEvents()[0]).toBe('EscalationFellDue');
    expect(so.instance.state).toBe('open.escalated');
    expect(mails(so)).toEqual([
      ['escalation-made', '09', 'coordinator'],
      ['escalation', '016', 'manager'],
    ]);
    expect(replays(so)).toEqual({ instance: so.instance, differences: [], publications: [] });
  });

  it('does not go there twice', () => {
    const so = overdue(own)
      .when('escalate', {})
      .when('remind', { ...rung, escalates: 'automatic' }, at);
    expect(so.instance.state).toBe('open.escalated');
    expect(mails(so)).toEqual([]);
  });

  it('is preceded by word to the respondent and to the deputy', () => {
    const so = overdue().when(
      'remind',
      { deadline: 'answer', rung: 'overdue', audience: 'respondent-and-deputy', template: 'overdue' },
      { ...clock, at: '2026-08-18T08:00:00+03:00' },
    );
    expect(mails(so)).toEqual([
      ['overdue', '016', 'respondent'],
      ['overdue', '016', 'deputy-of-respondent'],
    ]);
  });
});

describe('the mails to come', () => {
  const now = instant('2026-05-25T09:00:00+03:00');

  it('are decided one after another as they will be sent', () => {
    const mails = upcomingMails(informationRequest, request().instance, { now, limit: 50 });
    expect(mails.map(({ rung, notification: { template, to } }) => [rung, template, to.audience])).toEqual([
      ['T-14', 'reminder', 'respondent'],
      ['T-7', 'reminder', 'respondent'],
      ['reach', 'nobody-reached', 'coordinator'],
      ['T-1', 'reminder', 'respondent'],
      ['overdue', 'overdue', 'respondent'],
      ['overdue', 'overdue', 'deputy-of-respondent'],
      ['escalation', 'escalation-proposed', 'coordinator'],
    ]);
    // The proposal says what was sent until then, which has not been sent yet.
    expect(mails.at(-1)?.notification.data).toMatchObject({
      history: [
        { what: 'asked' },
        { what: 'reminded' },
        { what: 'reminded' },
        { what: 'reminded' },
        { what: 'overdue' },
      ],
    });
  });

  it('are none of a paused or ended workflow, and of one deadline only where that is asked', () => {
    const upcoming = (so: ReturnType<typeof request>, deadline?: string) =>
      upcomingMails(informationRequest, so.instance, { now, limit: 3, deadline }).length;
    expect(upcoming(request())).toBe(3);
    expect(upcoming(request(), 'other')).toBe(0);
    expect(upcoming(request().when('pause', { reason: 'x' }))).toBe(0);
    expect(upcoming(request().when('withdraw', { reason: 'x' }))).toBe(0);
  });
});
