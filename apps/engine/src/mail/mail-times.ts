import { addDays, helsinkiDate, helsinkiInstant, type Instant, sendingTimeOnOrAfter } from '@app/domain';

/** When sending begins on the next day on which mail is sent. */
export function nextMorning(now: Instant): Instant {
  return sendingTimeOnOrAfter(helsinkiInstant(addDays(helsinkiDate(now), 1), '00:00'));
}
