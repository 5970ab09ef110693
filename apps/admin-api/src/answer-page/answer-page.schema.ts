import { z } from 'zod';

/** What the pages take and give, for the OpenAPI document. */

export const mediaType = 'text/html';
export const markup = z.string();
export const answerForm = z.looseObject({
  command: z.string(),
  version: z.string().describe('The version the form was made for.'),
  form: z.string().describe('The form’s own id: sending it twice is the same as sending it once.'),
  draft: z.string().optional().describe('The version of the draft the form was made for.'),
  do: z.string().optional().describe('What the button does: `send`, `draft`, `add`, `remove:<sha256>` or `reuse`.'),
});

/** The page of what a link asks. */
export const pageAnswers = {
  200: { description: 'The page.', schema: markup, mediaType },
  404: { description: 'The link is unknown, expired or withdrawn, or not of this matter.', schema: markup, mediaType },
  410: { description: 'Somebody else goes on with the matter, with a link of their own.', schema: markup, mediaType },
};

/** Sending a form of the page. */
export const formDescription = {
  tag: 'answers',
  summary: 'Send a form of the page, or keep it as a draft',
  description: 'With files the form comes as multipart/form-data: up to 10 files of 25 MB.',
  body: { schema: answerForm, mediaType: 'application/x-www-form-urlencoded' },
  answers: {
    303: {
      description: 'Received, to the receipt; or kept as a draft, back to the page.',
      headers: { Location: { description: 'The receipt, or the page.' } },
    },
    404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
    409: { description: 'Something else was recorded meanwhile; nothing was saved.', schema: markup, mediaType },
    410: {
      description: 'A successor or a colleague goes on with the matter; nothing was saved.',
      schema: markup,
      mediaType,
    },
    413: { description: 'Too large; nothing was saved.', schema: markup, mediaType },
    415: { description: 'A file is none of those that are taken; nothing was saved.', schema: markup, mediaType },
    422: { description: 'The form again, with what is wrong beside its fields.', schema: markup, mediaType },
  },
};

/** What has been received, to be kept or printed. */
export const receiptDescription = {
  tag: 'answers',
  summary: 'What has been received, to be kept or printed',
  answers: { ...pageAnswers, 200: { description: 'The receipt.', schema: markup, mediaType } },
};
