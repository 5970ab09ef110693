import { assign, setup } from 'xstate';
import type { Fact, Started } from '../kernel/definition';
import { atRest } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import { state } from '../state-meta';
import { daysOf, type HistoryContext, type HistoryCorrection, type HistoryInput } from './history-entry.data';

type Facts = Fact<'HistoryCorrected', HistoryCorrection> | Fact<'HistoryStruck', { reason: string }>;

/**
 * Recorded → corrected as often as needed → perhaps struck. The record stays open, and nobody is waited for: a mistake in it can
 * be found years later, and the log is never rewritten.
 */
export const historyChart = setup({
  types: { context: {} as HistoryContext, input: {} as Started<HistoryInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    notInTheFuture: ({ event }) =>
      event.type !== 'HistoryCorrected' || daysOf(event.data).every(({ on }) => on <= event.on),
  },
}).createMachine({
  id: 'history-entry',
  context: ({ input }) => ({ ...input.data, id: input.id, county: input.county, corrections: [] }),
  initial: 'recorded',
  states: {
    recorded: {
      tags: atRest,
      meta: state('Kirjattu', 'Antecknad', 'Recorded', null),
      on: {
        HistoryCorrected: {
          guard: 'notInTheFuture',
          actions: assign(({ context, event }) => corrected(context, event)),
        },
        HistoryStruck: 'struck',
      },
    },
    struck: { type: 'final', tags: 'cancelled', meta: state('Poistettu', 'Struken', 'Struck', null) },
  },
});

/** What the correction leaves out is gone, not kept from before. */
function corrected(context: HistoryContext, { data, on }: Fact<'HistoryCorrected', HistoryCorrection>) {
  const { id, county, corrections } = context;
  const { reason, ...entry } = data;
  const nothing = Object.fromEntries(Object.keys(context).map((key) => [key, undefined]));
  return { ...nothing, ...entry, id, county, corrections: [...corrections, { on, reason }] };
}
