import { addDays, helsinkiInstant, instant, type Instant, InvalidInstantError, isCivilDate } from '@app/domain';
import { z } from 'zod';
import { word } from '../input/query.decorator';
import { text } from '../language/text';
import { named } from '../openapi/named-schemas';

export const event = named(
  'Event',
  z.object({
    position: z
      .int()
      .nullable()
      .describe('Its place in the log of the county, counted from nought; null for the moment before it has one.'),
    stream: z.string().describe('The workflow, notification or task it happened to.'),
    seq: z.int().describe('Its number within the stream, from one.'),
    kind: z.enum(['fact', 'consequence']).describe('A fact moved the workflow; a consequence followed from it.'),
    type: z.string(),
    definition: z
      .object({ name: z.string(), version: z.int() })
      .nullable()
      .describe('Of a workflow’s stream, as it runs now.'),
    at: z.string().meta({ format: 'date-time' }),
    actor: z.object({ id: z.string(), role: z.string() }),
    data: z.unknown().describe('What was recorded; null once it has been disposed of.'),
    title: z.string().optional().describe('What was done, where a command did it.'),
    note: z.string().optional(),
    words: z.string().describe('What happened, in one sentence of the chosen language.'),
  }),
);

export const events = named(
  'Events',
  z.object({
    items: z.array(event),
    next: z
      .int()
      .nullable()
      .describe(
        'The `after` of the following page; null at the present end. A page can have fewer items than asked for, even none, and go on.',
      ),
  }),
);

/** A day or a moment, as it stands in the query. */
export const when = z.string().refine((value) => isCivilDate(value) || momentIn(value) !== undefined, {
  params: {
    text: text(
      'Anna päivä (2026-08-17) tai hetki (2026-08-17T09:00:00Z).',
      'Ange en dag (2026-08-17) eller en tidpunkt (2026-08-17T09:00:00Z).',
      'Give a day (2026-08-17) or a moment (2026-08-17T09:00:00Z).',
    ),
  },
});

const eventType = z
  .string()
  .max(100)
  .regex(/^[A-Z][A-Za-z]+$/);

/** What of the log is asked for. */
export const filter = {
  county: word.optional().describe('The county of the key; another one is not found.'),
  workflow: word
    .optional()
    .describe('Id of a workflow: what stands in its own stream. The id of a notification or a task is taken too.'),
  organisation: word
    .optional()
    .describe(
      'Id of an organisation: what happened to the workflows that concern it, and the mails and tasks about it.',
    ),
  type: eventType.optional().describe('Only events of this type, such as `AnswerReceived`.'),
  from: when.optional().describe('A day in Helsinki or a moment: from then on, by business time.'),
  to: when.optional().describe('A day, which is included, or a moment, which is not.'),
};

export const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

type Window = { from?: string | undefined; to?: string | undefined };

/** The moments that bound the events asked for: `from` is included, `to` is not. */
export function momentsOf({ from, to }: Window): { from?: Instant | undefined; to?: Instant | undefined } {
  return {
    from: from === undefined ? undefined : startOf(from),
    to: to === undefined ? undefined : isCivilDate(to) ? helsinkiInstant(addDays(to, 1), '00:00') : instant(to),
  };
}

function startOf(value: string): Instant {
  return isCivilDate(value) ? helsinkiInstant(value, '00:00') : instant(value);
}

/** The moment that a text names; undefined where it names none. */
export function momentIn(value: string): Instant | undefined {
  try {
    return instant(value);
  } catch (error) {
    if (error instanceof InvalidInstantError) return undefined;
    throw error;
  }
}
