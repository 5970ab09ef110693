import { z } from 'zod';
import { localTimeForm } from '../calendar/instant';
import { planWeekdays } from '../calendar/weekday';
import { bases } from '../duties/basis';
import { nths, ruleForms } from './date-rule';

// The message of a regular expression is an example of the right form: see schema-findings.ts.
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'interface-board-2026-1');
const localTime = z.string().regex(localTimeForm, '08:30');
const words = z.string().min(1);
/** How dates are called. */
export const dateName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'assignmentDue');
const farthestDays = 2000;
const signedDays = z.int().min(-farthestDays).max(farthestDays);

/** One set of fields of `ruleForms`; a union of them would tell an author of a wrong field only that nothing fits. */
const ruleSchema = z
  .strictObject({
    days: signedDays.exactOptional(),
    workingDays: signedDays.exactOptional(),
    part: z.number().min(0).max(1).exactOptional(),
    from: dateName.exactOptional(),
    to: dateName.exactOptional(),
    nth: z.literal(nths).exactOptional(),
    weekday: z.enum(planWeekdays).exactOptional(),
    month: z.int().min(1).max(12).exactOptional(),
    meetingOf: id.exactOptional(),
    after: dateName.exactOptional(),
    before: dateName.exactOptional(),
    materialsOf: id.exactOptional(),
    extractOf: id.exactOptional(),
    termEnd: z.literal('county').exactOptional(),
  })
  .meta({ oneOf: ruleForms.map((form) => ({ required: [...form], maxProperties: form.length })) });

/** A date is written (`on`) or follows from others (`rule`). */
export const planDateSchema = z
  .strictObject({
    on: z.string().exactOptional(),
    rule: ruleSchema.exactOptional(),
    weekday: z.enum(planWeekdays).exactOptional(),
    at: localTime.exactOptional(),
    until: localTime.exactOptional(),
    place: words.exactOptional(),
    body: words.exactOptional(),
    basis: z.enum(bases),
  })
  .meta({ oneOf: [{ required: ['on'] }, { required: ['rule'] }] });

export const planEntrySchema = z.strictObject({
  id,
  workflow: z.string().regex(/^[a-z][a-z0-9-]*$/, 'hyte-negotiation'),
  about: words.exactOptional(),
  title: words.exactOptional(),
  topics: z.array(words).exactOptional(),
  // Where a template derives every date, none need be written.
  dates: z.record(dateName, planDateSchema).default({}),
});

/**
 * The shape of a plan file; unknown fields are errors. Dates are only texts here: whether such a day exists is a finding
 * of its own, as is a date with both or neither of `on` and `rule`. A JSON Schema for editors can be made of it.
 */
export const planSchema = z.strictObject({
  county: z.string().regex(/^\d{2}$/, "'09'"),
  year: z.int().min(2000).max(2199),
  title: words,
  entries: z.array(planEntrySchema),
});

export type PlanInput = z.infer<typeof planSchema>;
export type PlanDateInput = z.infer<typeof planDateSchema>;
