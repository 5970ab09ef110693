import type { z } from 'zod';
import { isCivilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import { dateName, planDateSchema, planEntrySchema, planSchema, type PlanDateInput } from './plan.schema';
import { ruleOf, type DateRule } from './date-rule';

export type Path = readonly (string | number)[];

/** A date as far as it can be read. */
export type DraftDate = Partial<Omit<PlanDateInput, 'rule' | 'on'>> & {
  name: string;
  /** The day as it was written. */
  on?: string;
  rule?: DateRule;
  /** Which of the two the author gave, readable or not. */
  given: readonly ('on' | 'rule')[];
};

/** An entry as far as it can be read. */
export type DraftEntry = {
  /** Its place in the plan. */
  index: number;
  id: string | null;
  workflow: string;
  about?: string;
  topics: readonly string[];
  dates: readonly DraftDate[];
  /** Whether the author gave no date at all, readable or not. */
  isEmpty: boolean;
};

/** What of a plan can be read although other parts of it are wrong, so that everything wrong is found at once. */
export type PlanDraft = {
  county?: string;
  year?: number;
  entries: readonly DraftEntry[];
  /** Whether nothing but single dates is missing: only then can it be said what the plan lacks. */
  isWhole: boolean;
};

/** Reads a plan field by field and leaves out those that have the wrong shape; what is wrong with them, the schema says. */
export function draftOf(data: unknown): PlanDraft {
  const { county, year } = readable(planSchema.shape, data);
  const raw = isKeyed(data) && Array.isArray(data.entries) ? (data.entries as unknown[]) : undefined;
  const entries = (raw ?? []).map(entryOf);
  const read = entries.filter((entry) => entry !== undefined);
  return {
    ...(county === undefined ? {} : { county }),
    ...(year === undefined ? {} : { year }),
    entries: read,
    isWhole: raw !== undefined && read.length === entries.length,
  };
}

/** The day that is written; undefined where there is none, or one so far from the plan's time that nothing can be counted from it. */
export function dayWritten({ on }: DraftDate): CivilDate | undefined {
  return on !== undefined && isCivilDate(on) && yearOf(on) > 1900 && yearOf(on) < 2300 ? on : undefined;
}

/** Where a date stands in the plan. */
export function datePath(entry: DraftEntry, { name, given }: Pick<DraftDate, 'name' | 'given'>): Path {
  return ['entries', entry.index, 'dates', name, ...(given.length === 1 ? given : [])];
}

function entryOf(raw: unknown, index: number): DraftEntry | undefined {
  if (!isKeyed(raw)) return undefined;
  const { dates: written = {} } = raw;
  if (!isKeyed(written)) return undefined;
  const { id, workflow, about, topics = [] } = readable(planEntrySchema.shape, raw);
  if (workflow === undefined) return undefined;
  const dates = Object.entries(written).filter(([name]) => dateName.safeParse(name).success);
  return {
    index,
    id: id ?? null,
    workflow,
    ...(about === undefined ? {} : { about }),
    topics,
    dates: dates.map(([name, date]) => dateOf(name, date)),
    isEmpty: Object.keys(written).length === 0,
  };
}

function dateOf(name: string, raw: unknown): DraftDate {
  const { rule: fields, ...read } = readable(planDateSchema.shape, raw);
  const rule = fields === undefined ? undefined : ruleOf(fields);
  const given = isKeyed(raw) ? (['on', 'rule'] as const).filter((field) => raw[field] !== undefined) : [];
  return { ...read, name, given, ...(rule === undefined ? {} : { rule }) };
}

function readable<Shape extends z.ZodRawShape>(
  shape: Shape,
  raw: unknown,
): { [Field in keyof Shape]?: z.output<Shape[Field]> } {
  if (!isKeyed(raw)) return {};
  const read = Object.entries(shape).flatMap(([field, schema]) => {
    const value = raw[field];
    if (value === undefined) return [];
    const parsed = (schema as z.ZodType).safeParse(value);
    return parsed.success ? [[field, parsed.data]] : [];
  });
  return Object.fromEntries(read) as { [Field in keyof Shape]?: z.output<Shape[Field]> };
}

function isKeyed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
