import { civilDate, helsinkiInstant } from '@app/domain';
import type { CommandDefinition, Fact, Started } from '@app/workflows';
import { clockCommands, defineWorkflow, intentActions, met } from '@app/workflows';
import { setup } from 'xstate';
import { z } from 'zod';
type Context = { dueOn: string; came: number };
const state = (fi: string, sv: string, en: string, waitsFor: string | null = 'respondent') => ({
  title: { fi, sv, en },
  waitsFor,
});

type Facts = Fact<'Came'> | Fact<'Moved', { dueOn: string }> | Fact<'Closed'> | Fact<'Dropped'> | Fact;

const chart = setup({
  types: { context: {} as Context, input: {} as Started<{ dueOn: string }>, events: {} as Facts },
  actions: intentActions,
});

const due = (dueOn: string) => ({
  name: 'due',
  dueOn: civilDate(dueOn),
  dueAt: helsinkiInstant(civilDate(dueOn), '16:15'),
  basis: 'agreed' as const,
  ladder: 'answer' as const,
});

/** A command without a form. */
export const command = (event: string, own: Partial<CommandDefinition<Context>> = {}): CommandDefinition<Context> => ({
  title: { fi: event, sv: event, en: event },
  roles: ['coordinator'],
  schema: z.strictObject({}),
  event,
  ...own,
});

/**
 * A small workflow: something is asked for by a day and comes in, or does not. It starts a child at once, and one more each time
 * something comes in.
 */
export const small = defineWorkflow<Context>({
  name: 'small',
  version: 1,
  title: { fi: 'Pieni', sv: 'Liten', en: 'Small' },
  basis: null,
  start: {
    event: 'SmallStarted',
    title: { fi: 'Aloita', sv: 'Börja', en: 'Start' },
    schema: z.strictObject({ dueOn: z.string() }),
    roles: ['coordinator'],
  },
  chart: chart.createMachine({
    id: 'small',
    context: ({ input }) => ({ dueOn: input.data.dueOn, came: 0 }),
    initial: 'open',
    states: {
      open: {
        meta: state('Auki', 'Öppen', 'Open'),
        initial: 'waiting',
        entry: [
          { type: 'setDeadline', params: ({ context }) => due(context.dueOn) },
          { type: 'startChild', params: { key: 'child', workflow: 'small', data: { dueOn: '2026-08-17' } } },
        ],
        states: {
          waiting: { meta: state('Odottaa', 'Väntar', 'Waiting') },
          overdue: { meta: state('Myöhässä', 'Försenad', 'Overdue') },
        },
        on: {
          DeadlinePassed: '.overdue',
          ReminderFellDue: { actions: chart.assign({}) },
          Moved: {
            actions: [
              chart.assign({ dueOn: ({ event }) => (event as Fact<'Moved', { dueOn: string }>).data.dueOn }),
              { type: 'setDeadline', params: ({ context }) => due(context.dueOn) },
            ],
          },
          Came: {
            actions: [
              chart.assign({ came: ({ context }) => context.came + 1 }),
              {
                type: 'startChild',
                params: ({ context }) => ({ key: `more-${context.came}`, workflow: 'small', data: {} }),
              },
            ],
          },
          Closed: { target: 'closed', actions: { type: 'endDeadline', params: met('due') } },
          Dropped: 'dropped',
        },
      },
      closed: { type: 'final', meta: state('Valmis', 'Klar', 'Done', null) },
      dropped: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Inställd', 'Cancelled', null) },
    },
  }),
  commands: {
    ...clockCommands,
    tell: command('Came', { roles: ['coordinator', 'respondent', 'workflow'] }),
    move: command('Moved', { schema: z.strictObject({ dueOn: z.string() }), whilePaused: true }),
    close: command('Closed'),
    drop: command('Dropped', { whilePaused: true }),
  },
  refusals: {},
  deadlines: { due: { title: { fi: 'Päivä', sv: 'Dag', en: 'Day' }, askedOf: () => [] } },
  mails: [],
  parties: () => ({ respondent: ['016'] }),
  concerns: () => ['016'],
  matter: () => ({ fi: 'Asia', sv: 'Ärende', en: 'Matter' }),
  evidence: {
    Came: (soFar, { seq }) => [...soFar, { seq } as never],
    Closed: (soFar, { seq }) => [...soFar, { closedBy: seq } as never],
    Dropped: () => [],
  },
});
