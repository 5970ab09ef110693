import type { PlanWeekday } from '../calendar/weekday';

/** Which one of a month's weekdays. */
export const nths = [1, 2, 3, 4, 'last'] as const;
export type Nth = (typeof nths)[number];

/** Days of the calendar that a rule may name beside the dates of its entry: Midsummer Eve and 31 December of the plan's year. */
export const namedDays = ['midsummer', 'yearEnd'] as const;
export type NamedDay = (typeof namedDays)[number];

/**
 * How a date follows from another date of the same entry, from the calendar or from a body's meetings. `from`, `to`, `after` and
 * `before` name dates of the entry; a meeting may also be sought before a named day.
 */
export type DateRule =
  /** Calendar days after the date, before it when negative; moved away from the date to a working day. */
  | { days: number; from: string }
  /** Working days after the date, before it when negative. */
  | { workingDays: number; from: string }
  /** The part (0–1) of the way between two dates; moved back to a working day. */
  | { part: number; from: string; to: string }
  /** The last Thursday of August of the plan's year; moved back to a working day. */
  | { nth: Nth; weekday: PlanWeekday; month: number }
  /** The body's first meeting for which the materials are ready in time after the date. */
  | { meetingOf: string; after: string }
  /** The body's last meeting of which the extract is ready in time before the date, or that is held before the named day. */
  | { meetingOf: string; before: string }
  /** When the materials for the body's meeting on the date are due; moved back to a working day. */
  | { materialsOf: string; from: string }
  /** When the extract of the body's meeting on the date is ready; moved on to a working day. */
  | { extractOf: string; from: string }
  /** The last day of the council term that the entry is about. It never moves. */
  | { termEnd: 'county' };

/** The fields of each kind of rule: a rule in a file has exactly one of these sets. */
export const ruleForms = [
  ['days', 'from'],
  ['workingDays', 'from'],
  ['part', 'from', 'to'],
  ['nth', 'weekday', 'month'],
  ['meetingOf', 'after'],
  ['meetingOf', 'before'],
  ['materialsOf', 'from'],
  ['extractOf', 'from'],
  ['termEnd'],
] as const;

/** The rule that the fields make together; undefined where they make none. */
export function ruleOf(fields: object): DateRule | undefined {
  const names = Object.keys(fields);
  const isForm = (form: readonly string[]) =>
    form.length === names.length && form.every((name) => names.includes(name));
  return ruleForms.some(isForm) ? (fields as DateRule) : undefined;
}

/** The date from which the rule counts; undefined for a rule that needs none. */
export function anchorOf(rule: DateRule): string | undefined {
  if ('from' in rule) return rule.from;
  if ('after' in rule) return rule.after;
  return 'before' in rule && !isNamedDay(rule.before) ? rule.before : undefined;
}

export function isNamedDay(name: string): name is NamedDay {
  return (namedDays as readonly string[]).includes(name);
}
