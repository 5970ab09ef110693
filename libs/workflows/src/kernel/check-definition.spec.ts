import type { MachineConfig } from 'xstate';
import { createMachine } from 'xstate';
import { z } from 'zod';
import { definitions } from '../registry';
import { state } from '../state-meta';
import { lacksOf } from './check-definition';
import { clockCommands } from './clock-commands';
import type { AnyDefinition, CommandDefinition } from './definition';
import { atRest } from './definition';

type States = MachineConfig<object, { type: string }>['states'];

const title = { fi: 'Kokeilu', sv: 'Försök', en: 'Trial' };

function command(event: CommandDefinition<never>['event']): CommandDefinition<never> {
  return { title, roles: ['coordinator'], schema: z.strictObject({}), event };
}

const waiting = state('Odottaa', 'Väntar', 'Waiting', 'coordinator');
const over = { type: 'final' as const, meta: state('Valmis', 'Klar', 'Done', null) };
const whole: States = { here: { meta: waiting, on: { Done: 'over' } }, over };

/** A definition that is whole but for what is given; its chart begins in `here`. */
function trial(states: States = whole, changes: Partial<AnyDefinition> = {}): AnyDefinition {
  return {
    name: 'trial',
    version: 1,
    title,
    basis: null,
    start: { event: 'Started', title, schema: z.strictObject({}), roles: ['coordinator'] },
    chart: createMachine({ id: 'trial', initial: 'here', states: states ?? {} }),
    commands: { finish: command('Done') },
    refusals: {},
    deadlines: {},
    mails: [],
    parties: () => ({ coordinator: ['09'] }),
    concerns: () => [],
    matter: () => title,
    ...changes,
  };
}

const withGo = { commands: { finish: command('Done'), go: command('Gone') } };
const circle: States = {
  round: { meta: waiting, on: { Gone: 'about' } },
  about: { meta: waiting, on: { Gone: 'round' } },
};

const lacks = (states?: States, changes?: Partial<AnyDefinition>) =>
  lacksOf(trial(states, changes)).map((lack) => lack.replace('trial v1: ', ''));

describe('every definition of the registry', () => {
  it.each(definitions.map((definition) => [definition.name, definition] as const))('%s is whole', (_, definition) => {
    expect(lacksOf(definition)).toEqual([]);
  });
});

describe('what a definition lacks', () => {
  it('is nothing where it is whole', () => {
    expect(lacksOf(trial())).toEqual([]);
  });

  it('names the definition and its version', () => {
    expect(lacksOf(trial(undefined, { version: 7, commands: {} }))[0]).toBe('trial v7: no command becomes Done');
  });

  it('a fact that no state takes, or no command becomes', () => {
    expect(lacks(whole, { commands: { finish: command('Done'), go: command('Went') } })).toEqual([
      'no state of the chart takes Went',
      'the command go can be given in no state that is reached',
    ]);
    expect(lacks({ ...whole, here: { meta: waiting, on: { Done: 'over', Gone: 'over' } } })).toEqual([
      'no command becomes Gone',
    ]);
  });

  it('a guard without words, words without a guard', () => {
    const guarded: States = { ...whole, here: { meta: waiting, on: { Done: { guard: 'maybe', target: 'over' } } } };
    const refusals = { surely: { code: 'no', detail: () => title } };
    expect(lacks(guarded, { refusals })).toEqual([
      'the guard maybe does not say why it refuses',
      'the refusal surely belongs to no guard',
    ]);
  });

  it('evidence from what is never recorded', () => {
    const evidence = { Done: () => [], DeadlineSet: () => [], Started: () => [], Flew: () => [] };
    expect(lacks(whole, { evidence })).toEqual(['evidence is read from Flew, which is never recorded']);
  });

  it('a title in every language, of everything that is shown', () => {
    const finnish = { fi: 'Kokeilu', sv: ' ', en: '' };
    expect(
      lacks(
        {
          here: { meta: { ...waiting, title: finnish }, on: { Done: 'over', DeadlinePassed: {}, ReminderFellDue: {} } },
          over: { type: 'final' },
        },
        {
          title: finnish,
          start: { ...trial().start, title: finnish },
          commands: { ...clockCommands, finish: { ...command('Done'), title: finnish } },
          deadlines: { reply: { title: finnish, askedOf: () => [] } },
        },
      ),
    ).toEqual([
      'the workflow has no title in sv, en',
      'its start has no title in sv, en',
      'trial.here has no title in sv, en',
      'trial.over has no title in fi, sv, en',
      'the command finish has no title in sv, en',
      'the deadline reply has no title in sv, en',
    ]);
  });

  it('somebody who may give each command', () => {
    expect(
      lacks(whole, {
        start: { ...trial().start, roles: [] },
        commands: { finish: { ...command('Done'), roles: [] } },
      }),
    ).toEqual(['nobody may start it', 'nobody may give the command finish']);
  });

  it('one way for each fact: a guard refuses, it does not choose', () => {
    const choosing: States = {
      here: { meta: waiting, on: { Done: [{ guard: 'maybe', target: 'over' }, { target: 'here' }] } },
      over,
    };
    expect(lacks(choosing, { refusals: { maybe: { code: 'no', detail: () => title } } })).toEqual([
      'trial.here has several ways for Done',
    ]);
  });

  it('a way into every state', () => {
    const island = { meta: waiting, on: { Done: '#trial.over' } };
    expect(lacks({ ...whole, island })).toEqual(['trial.island cannot be reached']);
    const states = { first: island, second: island };
    const beside: States = {
      here: { meta: waiting, on: { Done: 'there' } },
      there: { meta: waiting, initial: 'first', states },
      over,
    };
    expect(lacks(beside)).toEqual(['trial.there.second cannot be reached']);
  });

  it('an end that can be reached from every state: a circle is no way out', () => {
    expect(
      lacks({ ...whole, here: { meta: waiting, on: { Done: 'over', Gone: 'round' } }, ...circle }, withGo),
    ).toEqual(['no end can be reached from trial.round', 'no end can be reached from trial.about']);
    expect(lacks({ here: { meta: waiting, on: { Done: {} } } })).toEqual(['no end can be reached from trial.here']);
  });

  it('an arrow that an inner state takes away is no way out', () => {
    const shadowed: States = {
      here: {
        meta: waiting,
        initial: 'inner',
        states: { inner: { meta: waiting, on: { Done: {} } } },
        on: { Done: 'over' },
      },
      over,
    };
    expect(lacks(shadowed)).toEqual(['trial.over cannot be reached', 'no end can be reached from trial.here.inner']);
  });

  it('a command that only an unreached state takes', () => {
    const island = { meta: waiting, on: { Gone: 'over' } };
    expect(lacks({ ...whole, island }, withGo)).toEqual([
      'trial.island cannot be reached',
      'the command go can be given in no state that is reached',
    ]);
  });

  it('somebody who is waited for in every open state, and nobody in an end', () => {
    const idle = state('Lepää', 'Vilar', 'Resting', null);
    expect(lacks({ ...whole, here: { meta: idle, on: { Done: 'over' } } })).toEqual([
      'trial.here waits for nobody; if nothing is to be done, tag it at-rest',
    ]);
    expect(lacks({ ...whole, here: { meta: idle, tags: atRest, on: { Done: 'over' } } })).toEqual([]);
    expect(lacks({ ...whole, here: { meta: waiting, tags: atRest, on: { Done: 'over' } } })).toEqual([
      'trial.here is tagged at-rest and waits for coordinator',
    ]);
    expect(lacks({ ...whole, over: { type: 'final', meta: waiting } })).toEqual([
      'trial.over is an end and still waits for coordinator',
    ]);
  });

  it('what a passed deadline and a reminder mean', () => {
    const deadlines = { reply: { title, askedOf: () => [] } };
    expect(lacks(whole, { deadlines })).toEqual([
      'it has deadlines (reply), but no state takes DeadlinePassed',
      'it has deadlines (reply), but no state takes ReminderFellDue',
    ]);
  });
});
