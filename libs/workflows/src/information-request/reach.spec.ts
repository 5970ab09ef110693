import { folded, given, type Given } from '../../../../test/support/given';
import { requestData } from '../../../../test/support/requests';
import { rung } from '../../../../test/support/path';
import { allowedCommands } from '../kernel/decide';
import { informationRequest } from './information-request.workflow';

const isItsLog = (so: Given) =>
  expect(folded(informationRequest, so)).toEqual({ instance: so.instance, differences: [] });
const asked = () => given(informationRequest, requestData());
const question = rung('answer', 'reach', 'coordinator', 'nobody-reached');
const clock = (at: string) => ({ role: 'clock' as const, at });
const respondent = (at: string) => ({ role: 'respondent' as const, at });
const questionOn = '2026-08-10T08:00:00+03:00';
const before = '2026-06-02T09:00:00+03:00';

const answered = { answers: { efforts: 'Liikunta.' } };
const offered = ({ instance }: ReturnType<typeof asked>) =>
  allowedCommands(informationRequest, instance, 'respondent').map(({ name }) => name);
const templates = ({ effects }: ReturnType<typeof asked>) => effects.notifications.map(({ template }) => template);

describe('an organisation that nobody has reached some days before the date', () => {
  it('is a task for the county, and a mail to its coordinator', () => {
    const unreached = asked().when('remind', question, clock(questionOn));
    expect(unreached.lastEvents()).toEqual(['ReminderFellDue', 'NotificationOwed', 'TaskNeeded']);
    expect(unreached.effects.tasks).toEqual([
      { open: true, kind: 'nobody-reached', key: 'nobody-reached', organisation: '016' },
    ]);
    expect(unreached.effects.notifications).toMatchObject([
      {
        template: 'nobody-reached',
        to: { organisation: '09', audience: 'coordinator' },
        deadline: 'answer',
        data: { concerns: '016', history: [{ what: 'asked', on: '2026-05-25' }] },
      },
    ]);
    expect(unreached.instance.life.tasks).toEqual(['nobody-reached']);
    isItsLog(unreached);
  });

  it.each([
    ['confirms', 'confirm-receipt', {}],
    ['answers', 'record-answer', answered],
    ['announces when its board handles it', 'announce-handling', { body: 'Kunnanhallitus', meetingOn: '2026-08-11' }],
  ])('is a task no more once it %s', (_, command, data) => {
    const unreached = asked().when('remind', question, clock(questionOn));
    const reached = unreached.when(command, data, respondent('2026-08-10T10:00:00+03:00'));
    expect(reached.effects.tasks).toEqual([{ open: false, key: 'nobody-reached' }]);
    expect(reached.lastEvents()).toContain('TaskSettled');
    expect(reached.instance.life.tasks).toEqual([]);
    isItsLog(reached);
  });

  it('is a task no more when the request ends', () => {
    const unreached = asked().when('remind', question, clock(questionOn));
    const ended = unreached.when('withdraw', { reason: 'Ei tarvita.' });
    expect(ended.effects.tasks).toEqual([{ open: false, key: 'nobody-reached' }]);
    isItsLog(ended);
  });

  it('is asked for again when the date moves: whether a person has closed the task meanwhile the shell knows', () => {
    const again = asked()
      .when('remind', question, clock(questionOn))
      .when('reschedule', { dueOn: '2026-08-20', reason: 'Kokous siirtyi.' })
      .when('remind', question, clock('2026-08-13T08:00:00+03:00'));
    expect(again.effects.tasks).toEqual([
      { open: true, kind: 'nobody-reached', key: 'nobody-reached', organisation: '016' },
    ]);
    expect(again.lastEvents()).toContain('TaskNeeded');
    expect(templates(again)).toEqual(['nobody-reached']);
    expect(again.instance.life.tasks).toEqual(['nobody-reached']);
    isItsLog(again);
    const reached = again.when('confirm-receipt', {}, respondent('2026-08-13T10:00:00+03:00'));
    expect(reached.effects.tasks).toEqual([{ open: false, key: 'nobody-reached' }]);
  });

  it('is a task without a mail where the question comes after the date', () => {
    const late = asked().when('remind', question, clock('2026-08-18T08:00:00+03:00'));
    expect([late.effects.tasks.length, templates(late)]).toEqual([1, []]);
  });
});

it('a successor that goes on shortly before the date is asked about all the same', () => {
  const successor = { organisation: '111', reason: 'Kuntaliitos.' };
  const late = asked()
    .when('remind', question, clock(questionOn))
    .when('succeed', successor, { role: 'workflow', at: '2026-08-12T09:00:00+03:00' });
  expect(late.instance.deadlines.answer?.rungs).toContainEqual({ key: 'reach', on: '2026-08-14' });
  const unreached = late.when('remind', question, clock('2026-08-14T08:00:00+03:00'));
  expect(unreached.effects.tasks).toMatchObject([{ open: true, organisation: '111' }]);
  isItsLog(unreached);
});

describe('an organisation that has been reached', () => {
  it.each([
    ['confirmed', asked().when('confirm-receipt', {}, respondent(before))],
    ['acted', asked().when('announce-handling', { body: 'KH', meetingOn: '2026-08-11' }, respondent(before))],
  ])('asks nobody to do anything: %s', (how, reached) => {
    expect(reached.instance.context).toMatchObject({ reached: { on: '2026-06-02', how } });
    const asks = reached.when('remind', question, clock(questionOn));
    expect(asks.lastEvents()).toEqual(['ReminderFellDue']);
    expect(informationRequest.reach?.(reached.instance.context as never)).toEqual({
      organisation: '016',
      askedOn: '2026-05-25',
      reached: { on: '2026-06-02', how },
    });
  });

  it('is not so because staff has noted something in its place', () => {
    const noted = asked().when('announce-handling', { body: 'KH', meetingOn: '2026-08-11' });
    expect(noted.instance.context).toMatchObject({ reached: null });
  });

  it('has nothing more to confirm', () => {
    expect(offered(asked())).toContain('confirm-receipt');
    const confirmed = asked().when('confirm-receipt', {}, respondent(before));
    expect(offered(confirmed)).not.toContain('confirm-receipt');
    expect(confirmed.refuses('confirm-receipt', {}, respondent(before)).code).toBe('illegal-step');
    expect(offered(asked().when('record-answer', answered, respondent(before)))).not.toContain('confirm-receipt');
  });

  it('is another one when another organisation goes on', () => {
    const confirmed = asked().when('confirm-receipt', {}, respondent(before));
    const successor = { organisation: '111', reason: 'Kuntaliitos.' };
    const takenOver = confirmed.when('succeed', successor, { role: 'workflow', at: before });
    expect(takenOver.instance.context).toMatchObject({ reached: null, organisation: '111' });
    const unreached = asked().when('remind', question, clock(questionOn));
    expect(unreached.when('succeed', successor, { role: 'workflow' }).effects.tasks).toEqual([
      { open: false, key: 'nobody-reached' },
    ]);
  });
});
