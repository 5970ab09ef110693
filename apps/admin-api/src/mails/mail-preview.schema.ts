import { languages } from '@app/domain';
import { type Preview, templateNames } from '@app/mail';
import { z } from 'zod';
import { word } from '../input/query.decorator';
import { text } from '../language/text';
import { named } from '../openapi/named-schemas';

const sources = ['workflow', 'notification', 'template'] as const;

/** Whose mail: exactly one of a workflow's to come, one that is owed, or a template's example. */
export const previewQuery = z
  .strictObject({
    workflow: word
      .optional()
      .describe('A mail to come of this workflow: the next one, unless deadline and rung say which.'),
    deadline: word.optional(),
    rung: word.optional(),
    notification: word.optional().describe('A mail that is owed, as it would be written now.'),
    template: z.enum(templateNames).optional().describe('A template with its example data.'),
    language: z.enum(languages).optional().describe('Another language than the recipient’s.'),
    format: z.enum(['json', 'html', 'text']).default('json'),
  })
  .refine((query) => sources.filter((source) => query[source] !== undefined).length === 1, {
    params: {
      text: text(
        'Anna yksi näistä: workflow, notification tai template.',
        'Ange en av dessa: workflow, notification eller template.',
        'Give one of these: workflow, notification or template.',
      ),
    },
  })
  .refine(({ workflow, deadline, rung }) => workflow !== undefined || (deadline === undefined && rung === undefined), {
    params: {
      text: text(
        'Kentät deadline ja rung kuuluvat työnkulkuun: anna myös workflow.',
        'Fälten deadline och rung hör till ett förlopp: ange också workflow.',
        'The fields deadline and rung belong to a workflow: give workflow too.',
      ),
    },
  });

export type PreviewQuery = z.infer<typeof previewQuery>;

export const mailPreview = named(
  'MailPreview',
  z.object({
    template: z.string(),
    language: z.enum(languages),
    to: z
      .object({
        organisation: z.string(),
        audience: z.string(),
        contact: z
          .string()
          .nullable()
          .describe('Id of the contact; null for a registry, or where nobody would get it.'),
        via: z.enum(['holder', 'deputy', 'registry']).nullable().describe('Null where nobody would get it.'),
      })
      .nullable()
      .describe('Null for an example.'),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  }),
);

export type MailPreview = z.infer<typeof mailPreview>;

export function previewView(template: string, { to, mail }: Preview): MailPreview {
  const { language, ...recipient } = to;
  return { template, language, to: recipient, ...textsOf(mail) };
}

export function textsOf({
  subject,
  text: plain,
  html,
}: Preview['mail']): Pick<MailPreview, 'subject' | 'text' | 'html'> {
  return { subject, text: plain, html };
}
