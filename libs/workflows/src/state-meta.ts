import type { StateMeta } from './kernel/definition';

/**
 * The title of a state in fi, sv and en, who is waited for in it, and the deadlines that may run while it lasts. A deadline that
 * runs through a compound state is named there, once.
 */
export function state(fi: string, sv: string, en: string, waitsFor: string | null, ...deadlines: string[]): StateMeta {
  return { title: { fi, sv, en }, waitsFor, deadlines };
}
