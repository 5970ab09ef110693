import { z } from 'zod';
import { dateField, label } from '../fields';
import type { AnswerValue } from './question';

const value = z.union([z.string(), z.number(), z.array(z.record(z.string(), z.union([z.string(), z.number()])))]);

/**
 * What a request tells whoever started it, as the data of `note-answer`: who has answered what and when, or that nothing came. An
 * answer that is completed is told again, whole.
 */
export const answerNote = z.strictObject({
  organisation: z.string(),
  outcome: z.enum(['answered', 'missed', 'withdrawn']),
  late: z.boolean(),
  /** The day on which the answer came. */
  on: dateField(label('Vastattu', 'Besvarat', 'Answered on'))
    .nullable()
    .default(null),
  answers: (z.record(z.string(), value) as z.ZodType<Record<string, AnswerValue>>).default({}),
  /** The answer was given to another request that asked the same. */
  shared: z.boolean().exactOptional(),
});
export type AnswerNote = z.infer<typeof answerNote>;

/** A note as a parent keeps it that has no use for the answers themselves. */
export type NotedAnswer = Omit<AnswerNote, 'answers'>;

export function withoutContent({ organisation, outcome, late, on }: AnswerNote): NotedAnswer {
  return { organisation, outcome, late, on };
}
