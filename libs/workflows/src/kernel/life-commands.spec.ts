import { folded, given, type Given } from '../../../../test/support/given';
import { rung } from '../../../../test/support/path';
import { command, small } from '../../../../test/support/small-workflow';
import { lacksOf } from './check-definition';
import { defineWorkflow } from './definition';
import { evidenceIn } from './read-evidence';
import { standing } from './standing';

const reason = { reason: 'Kunta selvittää asiaa.' };
const clock = { role: 'clock' as const };
const parent = { role: 'workflow' as const };

/** Due on Monday 17.8.2026 at 16.15; reminders T-14, T-7 and T-1, then overdue on the 18th and the escalation on the 19th. */
const begun = () => given(small, { dueOn: '2026-08-17' }, { at: '2026-06-01T09:00:00+03:00' });
const pausedOn = (day: string, so = begun()) => so.when('pause', reason, { at: `${day}T10:00:00+03:00` });
const resumedOn = (day: string, so: Given) => so.when('resume', reason, { at: `${day}T10:00:00+03:00` });
const passed = () => begun().when('pass-deadline', { deadline: 'due' }, { ...clock, at: '2026-08-17T16:15:00+03:00' });

const timersOf = ({ effects }: Given) =>
  effects.timers.map(({ rung: key, at, setNo }) => `${key ?? 'due'} ${at.slice(0, 16)} #${setNo}`);
const isItsLog = (so: Given) => expect(folded(small, so)).toEqual({ instance: so.instance, differences: [] });

it('is whole, and takes no name of the kernel', () => {
  expect(lacksOf(small)).toEqual([]);
  const taking = defineWorkflow({ ...small, commands: { ...small.commands, pause: command('WorkflowPaused') } });
  expect(lacksOf(taking)).toEqual([
    'small v1: no state of the chart takes WorkflowPaused',
    'small v1: the kernel has a command pause of its own',
    'small v1: the kernel has a fact WorkflowPaused of its own',
    'small v1: the command pause can be given in no state that is reached',
  ]);
});

describe('a paused workflow', () => {
  it('keeps its state and its dates, and nothing runs', () => {
    const still = pausedOn('2026-06-10');
    expect(still.lastEvents()).toEqual(['WorkflowPaused', 'DeadlinePaused', 'ChildTold']);
    expect(still.instance).toMatchObject({
      state: 'open.waiting',
      status: 'open',
      deadlines: { due: { dueOn: '2026-08-17', status: 'paused', setNo: 1 } },
      life: { paused: { on: '2026-06-10', reason: reason.reason, byParent: false } },
    });
    expect(still.effects).toMatchObject({ timers: [], ended: [], paused: ['due'] });
    expect(standing(small, still.instance)).toEqual({
      title: { fi: 'Odottaa (keskeytetty)', sv: 'Väntar (pausad)', en: 'Waiting (paused)' },
      waitingFor: [{ part: 'coordinator', organisations: ['09'] }],
    });
    isItsLog(still);
  });

  it('refuses what staff do, saying since when, why and how to go on', () => {
    const still = pausedOn('2026-06-10');
    expect(still.refuses('close', {})).toMatchObject({
      code: 'paused',
      allowed: ['move', 'drop', 'resume', 'attach-document'],
      detail: {
        en: expect.stringMatching(/since Wednesday\s10\sJune\s2026.*Kunta selvittää asiaa.*“Resume”/) as string,
      },
    });
    expect(still.refuses('pause', reason)).toMatchObject({ code: 'paused' });
    expect(still.refuses('tell', {})).toMatchObject({ code: 'paused' });
    expect(still.refuses('resume', {})).toMatchObject({ code: 'invalid-data' });
  });

  it('takes what respondents and other workflows say', () => {
    const still = pausedOn('2026-06-10');
    const told = still.when('tell', {}, { role: 'respondent' }).when('tell', {}, parent);
    expect(told.instance).toMatchObject({ context: { came: 2 }, life: { children: ['child', 'more-1', 'more-2'] } });
    // What it starts stands still with it.
    expect(told.effects.tellChildren).toEqual([
      { id: '09.test.more-2', key: 'more-2', command: 'pause', data: reason },
    ]);
    isItsLog(told);
  });

  it('has its dates moved without running, and may be cancelled', () => {
    const moved = pausedOn('2026-06-10').when('move', { dueOn: '2026-10-15' });
    expect(moved.instance.deadlines).toMatchObject({ due: { dueOn: '2026-10-15', status: 'paused', setNo: 2 } });
    expect(moved.effects).toMatchObject({ timers: [], ended: ['due'] });
    expect(timersOf(resumedOn('2026-10-05', moved))).toEqual([
      'due 2026-10-15T13:15 #3',
      'T-7 2026-10-08T05:00 #3',
      'reach 2026-10-08T05:00 #3',
      'T-1 2026-10-14T05:00 #3',
      'overdue 2026-10-16T05:00 #3',
      'escalation 2026-10-19T05:00 #3',
    ]);
    const dropped = moved.when('drop', {});
    expect(dropped.instance).toMatchObject({ status: 'cancelled', deadlines: { due: { status: 'cancelled' } } });
    expect(dropped.instance.deadlines.due).not.toHaveProperty('before');
    isItsLog(dropped);
  });

  it('ends a date that had passed before as missed', () => {
    expect(pausedOn('2026-08-18', passed()).when('drop', {}).instance.deadlines).toMatchObject({
      due: { status: 'missed' },
    });
  });
});

describe('a workflow that goes on', () => {
  it('has the date it had, and what fell into the pause is not sent', () => {
    const on = resumedOn('2026-08-10', pausedOn('2026-06-10'));
    expect(on.lastEvents()).toEqual(['WorkflowResumed', 'DeadlineContinued', 'ChildTold']);
    expect(timersOf(on)).toEqual([
      'due 2026-08-17T13:15 #2',
      'T-1 2026-08-14T05:00 #2',
      'overdue 2026-08-18T05:00 #2',
      'escalation 2026-08-19T05:00 #2',
    ]);
    expect(on.effects).toMatchObject({ ended: [], continued: ['due'] });
    expect(on.instance).toMatchObject({ deadlines: { due: { status: 'open' } }, life: { paused: null } });
    expect(on.instance.deadlines.due).not.toHaveProperty('before');
    isItsLog(on);
  });

  it('passes at once a date that is gone, and counts what comes after it from that day', () => {
    const on = resumedOn('2026-08-28', pausedOn('2026-08-12'));
    expect(timersOf(on)).toEqual([
      'due 2026-08-28T07:00 #2',
      'overdue 2026-08-31T05:00 #2',
      'escalation 2026-09-01T05:00 #2',
    ]);
    // A mail that waited to be sent would speak of a date to come.
    expect(on.effects).toMatchObject({ ended: ['due'], continued: [] });
    isItsLog(on.when('pass-deadline', { deadline: 'due' }, { ...clock, at: '2026-08-28T10:00:00+03:00' }));
  });

  it('does not pass a date twice, and has as many working days to the escalation as were left', () => {
    const told = passed().when('remind', rung('due', 'overdue', 'respondent', 'overdue'), {
      ...clock,
      at: '2026-08-18T08:00:00+03:00',
    });
    const on = resumedOn('2026-09-11', pausedOn('2026-08-18', told));
    expect(timersOf(on)).toEqual(['escalation 2026-09-14T05:00 #2']);
    expect(on.instance).toMatchObject({ state: 'open.overdue', deadlines: { due: { status: 'passed' } } });
    isItsLog(on);
  });

  it('is none that was not paused', () => {
    expect(begun().refuses('resume', reason)).toMatchObject({ code: 'illegal-step' });
    expect(begun().when('drop', {}).refuses('pause', reason)).toMatchObject({ code: 'illegal-step' });
  });

  it('tells its children, and hears its parent only where that had paused it', () => {
    const byParent = begun().when('pause', reason, parent);
    expect(byParent.refuses('pause', reason, parent)).toMatchObject({ code: 'illegal-step' });
    expect(byParent.when('resume', reason, parent).effects.tellChildren).toEqual([
      { id: '09.test.child', key: 'child', command: 'resume', data: reason },
    ]);
    expect(byParent.when('resume', reason).instance.life.paused).toBeNull();
    expect(pausedOn('2026-06-10').refuses('resume', reason, parent)).toMatchObject({ code: 'illegal-step' });
  });
});

describe('a workflow that is reopened', () => {
  const answered = () => begun().when('tell', {}, { at: '2026-06-05T09:00:00+03:00' });

  it.each(['close', 'drop'])('stands where it stood before %s', (end) => {
    const before = answered();
    const ended = before.when(end, {}, { at: '2026-08-05T10:00:00+03:00' });
    expect(ended.instance.endedOn).toBe('2026-08-05');
    const again = ended.when('reopen', reason, { at: '2026-08-12T10:00:00+03:00' });
    const { version: _, deadlines, ...rest } = again.instance;
    const { version: __, deadlines: were, ...was } = before.instance;
    expect(rest).toEqual(was);
    const { due: day } = were;
    const rungs = day?.rungs.filter(({ on }) => on > '2026-08-12');
    expect(deadlines).toEqual({ due: { ...day, rungs, setNo: 2 } });
    expect(timersOf(again)[0]).toBe('due 2026-08-17T13:15 #2');
    expect(again.events.find(({ type }) => type === 'WorkflowReopened')?.data).toEqual({
      ...reason,
      undone: ended.events.find(({ type }) => type === 'Closed' || type === 'Dropped')?.seq,
    });
    isItsLog(again.when(end, {}));
  });

  it('is paused where it was paused', () => {
    const again = pausedOn('2026-06-10').when('drop', {}).when('reopen', reason);
    expect(again.instance).toMatchObject({
      status: 'open',
      deadlines: { due: { status: 'paused', before: 'open' } },
      life: { paused: { on: '2026-06-10' } },
    });
    expect(again.effects.timers).toEqual([]);
    isItsLog(resumedOn('2026-08-10', again));
  });

  it('has the evidence it had, neither without nor with that of its end', () => {
    const evidenceOf = ({ events }: Given) => evidenceIn([small], '09', events);
    const seq = answered().events.find(({ type }) => type === 'Came')?.seq;
    const dropped = answered().when('drop', {});
    expect(evidenceOf(dropped)).toEqual([]);
    expect(evidenceOf(dropped.when('reopen', reason))).toEqual([{ seq }]);
    const closed = answered().when('close', {});
    expect(evidenceOf(closed)).toHaveLength(2);
    const again = closed.when('reopen', reason);
    expect(evidenceOf(again)).toEqual([{ seq }]);
    expect(evidenceOf(again.when('tell', {}).when('close', {}).when('reopen', reason))).toHaveLength(2);
  });

  it('is only what has ended, and staff alone can do it', () => {
    expect(begun().refuses('reopen', reason)).toMatchObject({ code: 'illegal-step' });
    const ended = begun().when('drop', {});
    expect(ended.refuses('reopen', reason, parent)).toMatchObject({ code: 'not-permitted' });
    expect(ended.refuses('close', {})).toMatchObject({ code: 'illegal-step', allowed: ['reopen', 'attach-document'] });
  });
});
