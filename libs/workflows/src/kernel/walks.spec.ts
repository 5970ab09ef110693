import { civilDate, helsinkiInstant, instant } from '@app/domain';
import { setup } from 'xstate';
import { z } from 'zod';
import { Corpus } from '../../../../test/support/walks/corpus';
import { replayed, shortened, told, walkFrom } from '../../../../test/support/walks/random-walk';
import { state } from '../state-meta';
import { clockCommands } from './clock-commands';
import type { AnyDefinition } from './definition';
import type { DeadlineIntent, NotificationIntent } from './intents';
import { intentActions, met } from './intents';

const title = { fi: 'Kokeilu', sv: 'Försök', en: 'Trial' };
const noForm = z.strictObject({});
const ask: NotificationIntent = {
  template: 'ask',
  to: { organisation: '016', audience: 'respondent' },
  data: {},
  deadline: 'reply',
};
const reply: DeadlineIntent = {
  name: 'reply',
  dueOn: civilDate('2026-03-31'),
  dueAt: helsinkiInstant(civilDate('2026-03-31'), '16:15'),
  basis: 'requested',
  ladder: 'answer',
};

/** What is wrong with the trial, if anything: it asks one question, waits for the answer and ends. */
type Wrong = {
  asks?: NotificationIntent[];
  thanks?: () => NotificationIntent[];
  takesReminders?: boolean;
  awaited?: string[];
  deadline?: DeadlineIntent[];
  record?: () => object;
};

function trial({ asks = [ask], thanks = () => [], takesReminders = true, awaited = ['016'], deadline, record }: Wrong) {
  const chart = setup({ actions: intentActions }).createMachine({
    id: 'trial',
    initial: 'asked',
    states: {
      asked: {
        meta: state('Kysytty', 'Frågad', 'Asked', 'respondent'),
        entry: [
          { type: 'setDeadline', params: deadline ?? [reply] },
          { type: 'notify', params: asks },
        ],
        on: {
          Answered: {
            target: 'thanked',
            actions: [
              { type: 'endDeadline', params: met('reply') },
              { type: 'notify', params: () => thanks() },
            ],
          },
          DeadlinePassed: {},
          ...(takesReminders && { ReminderFellDue: {} }),
        },
      },
      thanked: { meta: state('Kiitetty', 'Tackad', 'Thanked', 'coordinator'), on: { Closed: 'over' } },
      over: { type: 'final', meta: state('Valmis', 'Klar', 'Done', null) },
    },
  });
  const staff = ['coordinator'] as const;
  const definition: AnyDefinition = {
    name: 'trial',
    version: 1,
    title,
    basis: null,
    start: { event: 'Asked', title, schema: noForm, roles: staff },
    chart,
    commands: {
      ...clockCommands,
      answer: { title, roles: staff, schema: noForm, event: 'Answered', ...(record && { record }) },
      close: { title, roles: staff, schema: noForm, event: 'Closed' },
    },
    refusals: {},
    deadlines: { reply: { title, askedOf: () => [] } },
    mails: ['ask'],
    parties: () => ({ respondent: awaited, coordinator: ['09'] }),
    concerns: () => [],
    matter: () => title,
  };
  return {
    definition,
    data: {},
    place: { id: '09.trial', county: '09', parent: null },
    at: instant('2026-01-02T07:00:00Z'),
  };
}

const surveyedAnew = () => ({ seen: new Map(), checkMail: () => {} });
const walked = (wrong: Wrong) => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const walk = walkFrom(trial(wrong), seed, new Corpus(), surveyedAnew());
    if (walk.violation) return walk;
  }
  return undefined;
};
const noticed = (wrong: Wrong) => walked(wrong)?.violation?.rule;

describe('random walks', () => {
  it('find nothing where every rule is kept', () => {
    expect(walked({})?.violation).toBeUndefined();
  });

  it.each<[string, Wrong]>([
    ['nobody is asked the same twice in one step', { asks: [ask, ask] }],
    ['only declared mails are owed', { asks: [{ ...ask, template: 'poem' }] }],
    ['only declared deadlines are set', { deadline: [{ ...reply, name: 'other' }] }],
    ['nobody is written to about a deadline that has ended', { thanks: () => [ask] }],
    ['a running deadline and its reminders are taken', { takesReminders: false }],
    ['what is open waits for somebody or for a date', { awaited: [], deadline: [] }],
    ['the log holds no address', { record: () => ({ by: 'maija@asikkala.example.invalid' }) }],
    ['events are plain JSON', { record: () => ({ people: undefined }) }],
    ['events are plain JSON', { record: () => ({ share: Number.NaN }) }],
  ])('notice where it is not kept that %s', (rule, wrong) => {
    expect(noticed(wrong)).toBe(rule);
  });

  it('notice what throws', () => {
    const thanks = (): NotificationIntent[] => {
      throw new Error('nobody to thank');
    };
    expect(walked({ thanks })?.violation).toMatchObject({
      rule: 'nothing is thrown',
      detail: expect.stringContaining('nobody to thank') as string,
    });
  });

  it('notice what the log does not give again', () => {
    let times = 0;
    // What a mail says is not in the log; to whom it is owed is.
    const thanks = (): NotificationIntent[] =>
      [{ ...ask, to: { organisation: '016', audience: (times += 1) % 2 === 0 ? 'manager' : 'respondent' } }].map(
        ({ deadline: _deadline, ...intent }) => intent,
      );
    expect(noticed({ thanks })).toBe('the log gives what was recorded');
  });

  it('go the same way for the same seed', () => {
    const lines = () => told(walkFrom(trial({}), 7, new Corpus(), surveyedAnew()));
    expect(lines()).toBe(lines());
  });

  it('tell a failure by the steps that it needs, which fail again', () => {
    const failing = walked({ thanks: () => [ask] });
    if (!failing) throw new Error('nothing failed');
    const short = shortened(failing, surveyedAnew());
    expect(short.steps.map(({ action }) => action)).toMatchObject([{ do: 'command', name: 'answer' }]);
    expect(told(short)).toContain('nobody is written to about a deadline that has ended');
    const again = replayed(short.begun, [short.steps[0]!.action], surveyedAnew());
    expect(again.violation?.rule).toBe(failing.violation?.rule);
  });
});
