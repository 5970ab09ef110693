'use strict';
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Spreads the end-to-end tests evenly among the integration tests, and lets the unit tests follow: what starts several programs of its
 * own seldom runs beside another of its kind, and no worker is left alone with a long file at the end. Within a group the order is
 * Jest's: the longest first as the last run measured, or by size in a fresh clone.
 */
class SpreadSequencer extends Sequencer {
  sort(tests) {
    const sorted = super.sort([...tests]);
    const group = (name) => sorted.filter(({ context }) => context.config.displayName?.name === name);
    return [...spread(group('e2e'), group('int')), ...group('unit')];
  }
}

/** Each of the first, followed by its share of the second. */
function spread(first, second) {
  const share = Math.ceil(second.length / Math.max(first.length, 1));
  const rest = second.slice(first.length * share);
  return [...first.flatMap((test, no) => [test, ...second.slice(no * share, (no + 1) * share)]), ...rest];
}

module.exports = SpreadSequencer;
