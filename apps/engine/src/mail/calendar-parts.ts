import type { MailCalendar } from '@app/mail';
import type { SendMailOptions } from 'nodemailer';

/**
 * A meeting goes as programs expect it, beside the text and as a file: they show it with its buttons. A day that is only told of goes as
 * a file alone, as several do: beside the text, some programs would show the day instead of the mail.
 */
export function withCalendar(calendar: readonly MailCalendar[]): Pick<SendMailOptions, 'icalEvent' | 'attachments'> {
  const [first, ...others] = calendar;
  if (first === undefined) return {};
  if (others.length === 0 && first.method !== 'PUBLISH')
    return { icalEvent: { method: first.method, filename: first.name, content: first.content } };
  return {
    attachments: calendar.map(({ name, method, content }) => ({
      filename: name,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}
