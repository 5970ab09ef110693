import { languages } from '@app/domain';
import { z } from 'zod';

/** The language chosen on a page of the desk: every page takes it. */
export const chosenLanguage = { lang: z.enum(languages).optional() };

/** A field of a filter form: left empty, it narrows nothing down. */
export function orNothing<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal('').transform(() => undefined), schema]).optional();
}

/** Says on a page that something has just been done there. */
export const doneFlag = { done: z.string().max(100).optional() };
