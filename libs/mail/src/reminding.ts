import type { TemplateName } from './registry';

/** Mails that only remind an organisation of what it has been told before. */
const reminders: ReadonlySet<string> = new Set<TemplateName>([
  'reminder',
  'overdue',
  'acknowledgement-reminder',
  'acknowledgement-overdue',
]);

/** Whether a mail only reminds: where an organisation is not to be written to for a while, it falls away and everything else waits. */
export function isReminder(template: string): boolean {
  return reminders.has(template);
}
