import { addDays, type CivilDate } from './civil-date';
import { helsinkiDate, helsinkiInstant, InvalidTimeError, type Instant, type LocalTime } from './instant';
import { isWorkingDay, workingDayOnOrAfter } from './working-day';

/** The part of a working day in which mail is sent, Helsinki time: from `from` until just before `until`. */
export type SendingHours = { from: LocalTime; until: LocalTime };

export const defaultSendingHours: SendingHours = { from: '08:00', until: '16:00' };

/** Whether mail may be sent at this moment: a working day, within the hours. @throws InvalidTimeError */
export function isSendingTime(now: Instant, hours: SendingHours = defaultSendingHours): boolean {
  const today = helsinkiDate(now);
  const { from, until } = bounds(today, hours);
  return isWorkingDay(today) && now >= from && now < until;
}

/**
 * `now` itself when mail may be sent, else the next moment at which sending begins on a working day.
 * @throws InvalidTimeError
 */
export function sendingTimeOnOrAfter(now: Instant, hours: SendingHours = defaultSendingHours): Instant {
  if (isSendingTime(now, hours)) return now;
  const today = helsinkiDate(now);
  const firstDay = now < bounds(today, hours).from ? today : addDays(today, 1);
  return helsinkiInstant(workingDayOnOrAfter(firstDay), hours.from);
}

/** When sending begins on the next day on which mail is sent. */
export function nextSendingMorning(now: Instant): Instant {
  return sendingTimeOnOrAfter(helsinkiInstant(addDays(helsinkiDate(now), 1), '00:00'));
}

function bounds(on: CivilDate, { from, until }: SendingHours): { from: Instant; until: Instant } {
  if (from >= until) throw new InvalidTimeError(`${from}–${until}`);
  return { from: helsinkiInstant(on, from), until: helsinkiInstant(on, until) };
}
