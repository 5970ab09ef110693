import { type Language, stopConditions } from '@app/domain';
import type { UpcomingMail } from '@app/workflows';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

export const stopCondition = z.object({
  code: z.enum(['done', 'withdrawn', 'taken-over', 'paused', 'moved']),
  text: z.string(),
});

const upcomingMail = z.object({
  deadline: z.string(),
  rung: z.string().nullable().describe('The rung of the ladder; null where the passing of the date owes the mail.'),
  at: z.string().meta({ format: 'date-time' }).describe('When it falls due.'),
  template: z.string(),
  to: z.object({ organisation: z.string(), audience: z.string() }),
  data: z.unknown().describe('What the mail will be told, beyond names and links.'),
  stopsWhen: z.array(stopCondition).describe('What would keep it from being sent.'),
});

export const upcomingMailList = named('UpcomingMails', z.object({ items: z.array(upcomingMail) }));

export function upcomingMailView(mail: UpcomingMail, language: Language): z.infer<typeof upcomingMail> {
  const { deadline, rung, ladder, at, notification } = mail;
  const { template, to, data } = notification;
  const stops = ladder === null ? [] : stopConditions(ladder);
  const stopsWhen = stops.map(({ code, text }) => ({ code, text: text[language] }));
  return { deadline, rung, at, template, to, data, stopsWhen };
}
