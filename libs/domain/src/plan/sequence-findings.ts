import type { Finding } from '../finding';
import type { DatedEntry } from './dated-entries';
import { infeasible } from './order-findings';
import { outOfSequenceMessage } from './order-messages';
import { workflowKind } from './workflow-kinds';

/**
 * An error where a step of an entry stands before one that must come first. Steps that meetings join are left to the handling order
 * where the register tells of the meetings.
 */
export function sequenceFindings(entry: DatedEntry, hasRegister: boolean): Finding[] {
  const { sequence = [], order } = workflowKind(entry.workflow);
  const handled = new Set(hasRegister && order ? [...order.ready, ...order.meetings, order.by] : []);
  // What a template derives is not what the author wrote: it goes with the rest once the author's own dates are in order.
  const dates = sequence.flatMap((name) => entry.dates.get(name) ?? []).filter(({ origin }) => origin !== 'template');
  return dates.flatMap((date, place) => {
    const first = dates
      .slice(0, place)
      .find((before) => before.on > date.on && !(handled.has(before.name) && handled.has(date.name)));
    return first === undefined ? [] : [infeasible(entry, date, outOfSequenceMessage(first, date))];
  });
}
