import type { ReminderFellDue } from './kernel/clock-commands';
import type { NotificationIntent } from './kernel/intents';

/** What a mail says of the rung it belongs to: its key, or in a county's own ladder what it stands for there. */
export function spokenOf({ rung, wording }: ReminderFellDue): { rung: string; daysBefore?: number } {
  return wording ?? { rung };
}

/**
 * The mail to the respondent, and the same to the deputy where the rung is for both; what the register has no deputy for is suppressed
 * when it is to be sent. The contact of an interface, or whoever the answer was handed over to, has none.
 */
export function alsoToDeputy(mail: NotificationIntent, audience: string): NotificationIntent[] {
  const { to } = mail;
  if (audience !== 'respondent-and-deputy' || /^(interface|contact):/.test(to.audience)) return [mail];
  return [mail, { ...mail, to: { ...to, audience: `deputy-of-${to.audience}` } }];
}
