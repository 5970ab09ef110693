import type { Text } from '@app/domain';
import { z } from 'zod';
import { label, textInThree } from '../fields';

/** What a question can be answered with. `rows` is a list, each row with the question's columns. */
const cellKinds = ['line', 'text', 'number', 'date', 'link', 'choice'] as const;

const cell = z.strictObject({
  id: z.string(),
  text: textInThree,
  kind: z.enum(cellKinds).default('text'),
  /** What helps in answering it. */
  help: textInThree.optional(),
  required: z.boolean().default(false),
  /** What a number counts or measures, such as `%`. */
  unit: textInThree.optional(),
  /** What a choice offers. */
  options: z
    .array(z.strictObject({ id: z.string(), text: textInThree }))
    .min(2)
    .max(20)
    .optional(),
});

/** One question of a request, in three languages. What says no more than `id` and `text` is answered with a text. */
export const question = cell
  .extend({
    kind: z.enum([...cellKinds, 'rows']).default('text'),
    columns: z.array(cell.refine(hasItsParts, incomplete())).min(1).max(10).optional(),
    /** How many rows a form offers; more can be given without one. */
    rows: z.number().int().min(1).max(20).optional(),
  })
  .refine(hasItsParts, incomplete());
export type Question = z.infer<typeof question>;
export type Cell = z.infer<typeof cell>;

/** What is said in one row of a list, by column. */
export type Row = Record<string, string | number>;
export type AnswerValue = string | number | Row[];

function hasItsParts(asked: { kind: string; options?: unknown; columns?: unknown }): boolean {
  const { kind, options, columns } = asked;
  return (kind === 'choice') === (options !== undefined) && (kind === 'rows') === (columns !== undefined);
}

function incomplete() {
  return {
    params: {
      text: label(
        'Anna valinnalle vaihtoehdot (options) ja luettelolle sarakkeet (columns), muille ei kumpaakaan.',
        'Ange alternativ (options) för ett val och kolumner (columns) för en lista, för andra ingetdera.',
        'Give options for a choice and columns for rows, and neither for anything else.',
      ),
    },
  };
}

type More = Partial<Pick<Question, 'help' | 'required' | 'unit'>>;

function asking(kind: Cell['kind']) {
  return (id: string, text: Text, more: More = {}): Cell => ({ id, text, kind, required: false, ...more });
}

/** Questions as data, one function for each kind: `ask.text('efforts', label(…))`. */
export const ask = {
  line: asking('line'),
  text: asking('text'),
  number: asking('number'),
  date: asking('date'),
  link: asking('link'),
  choice: (id: string, text: Text, options: NonNullable<Cell['options']>, more: More = {}): Cell => ({
    ...asking('choice')(id, text, more),
    options,
  }),
  rows: (id: string, text: Text, columns: Cell[], more: More & { rows?: number } = {}): Question => ({
    id,
    text,
    kind: 'rows',
    required: false,
    columns,
    ...more,
  }),
};
