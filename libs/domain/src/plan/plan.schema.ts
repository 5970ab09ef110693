import { z } from 'zod';
import { localTimeForm } from '../calendar/instant';
import { planWeekdays } from '../calendar/weekday';
import { bases } from '../duties/basis';

// The message of a regular expression is an example of the right form: see schema-findings.ts.
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'interface-board-2026-1');
const localTime = z.string().regex(localTimeForm, '08:30');
const words = z.string().min(1);

const planDateSchema = z.strictObject({
  on: z.string(),
  weekday: z.enum(planWeekdays).exactOptional(),
  at: localTime.exactOptional(),
  until: localTime.exactOptional(),
  place: words.exactOptional(),
  body: words.exactOptional(),
  basis: z.enum(bases),
});

const planEntrySchema = z.strictObject({
  id,
  workflow: z.string().regex(/^[a-z][a-z0-9-]*$/, 'hyte-negotiation'),
  about: words.exactOptional(),
  title: words.exactOptional(),
  topics: z.array(words).exactOptional(),
  dates: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'assignmentDue'), planDateSchema),
});

/**
 * The shape of a plan file; unknown fields are errors. Dates are only texts here: whether such a day exists is a finding
 * of its own. A JSON Schema for editors can be made of it.
 */
export const planSchema = z.strictObject({
  county: z.string().regex(/^\d{2}$/, "'09'"),
  year: z.int().min(2000).max(2199),
  title: words,
  entries: z.array(planEntrySchema),
});

export type PlanInput = z.infer<typeof planSchema>;
export type PlanEntryInput = z.infer<typeof planEntrySchema>;
export type PlanDateInput = z.infer<typeof planDateSchema>;
