import { z } from 'zod';

/** What the pages take and give, for the OpenAPI document. */

export const mediaType = 'text/html';
export const markup = z.string();
export const answerForm = z.looseObject({
  command: z.string(),
  version: z.string().describe('The version the form was made for.'),
  form: z.string().describe('The form’s own id: sending it twice is the same as sending it once.'),
});
