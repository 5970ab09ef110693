import { type Notification, notificationStates } from '@app/store';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });

const summaryFields = {
  id: z.string(),
  workflow: z.string(),
  template: z.string(),
  to: z.object({ organisation: z.string(), audience: z.string() }),
  deadline: z.string().nullable().describe('The deadline it belongs to; when that ends, the mail is dropped unsent.'),
  state: z
    .enum(notificationStates)
    .describe(
      '`accepted`: the relay took it, no more. `unknown`: the connection broke when it may already have been taken.',
    ),
  resentOf: z.string().nullable().describe('The mail that this one sends once more.'),
  resendReason: z.string().nullable().describe('Why it was sent once more.'),
  attempts: z.int(),
  repeats: z.int(),
  messageId: z.string().nullable(),
  digest: z.string().nullable().describe('The daily mail with which it goes or went; null where it goes alone.'),
  contact: z.string().nullable().describe('Id of the contact it went to; null for a registry.'),
  language: z.string().nullable(),
  reply: z.string().nullable().describe('What the relay said last.'),
  bounced: z
    .object({ at: instant, status: z.string() })
    .nullable()
    .describe('When a delivery report said that it did not arrive after all, and why (RFC 3463).'),
  owedAt: instant,
  sentAt: instant.nullable(),
  subject: z.string().nullable(),
};

const notificationSummary = named('NotificationSummary', z.object(summaryFields));

export const notification = named(
  'Notification',
  z.object({
    ...summaryFields,
    text: z.string().nullable().describe('As sent, without the answer link; of a daily mail the whole of it.'),
    html: z.string().nullable().describe('The same as HTML.'),
  }),
);

export const notificationList = named(
  'NotificationList',
  z.object({ items: z.array(notificationSummary), next: z.string().nullable() }),
);

export function notificationSummaryOf(stored: Notification): z.infer<typeof notificationSummary> {
  const { id, workflow, template, to, deadline, state, resentOf, resendReason, attempts, repeats } = stored;
  const { messageId, digest, contact, language, reply, bounced, owedAt, sentAt, subject } = stored;
  return {
    id,
    workflow,
    template,
    to,
    deadline,
    state,
    resentOf,
    resendReason,
    attempts,
    repeats,
    messageId,
    digest,
    contact,
    language,
    reply,
    bounced,
    owedAt,
    sentAt,
    subject,
  };
}

export function notificationView(stored: Notification): z.infer<typeof notification> {
  return { ...notificationSummaryOf(stored), text: stored.text, html: stored.html };
}
