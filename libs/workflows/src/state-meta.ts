import type { StateMeta } from './kernel/definition';

/** The title of a state in fi, sv and en, and who is waited for in it. */
export function state(fi: string, sv: string, en: string, waitsFor: string | null): StateMeta {
  return { title: { fi, sv, en }, waitsFor };
}
