import type { Instant } from '@app/domain';
import { Temporal } from 'temporal-polyfill';

/** The name by which an event's times refer to the zone. */
export const helsinkiName = 'Europe/Helsinki';

/**
 * The time of Helsinki for programs that do not know the zone by its name: summer time from the last Sunday of March at three to the last
 * Sunday of October at four, as it has been since 1997 (directive 2000/84/EC).
 */
const component = [
  'BEGIN:VTIMEZONE',
  `TZID:${helsinkiName}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19970330T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'TZNAME:EEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19971026T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'TZNAME:EET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * The zone as the calendar package takes it for the events that name it. The calendar itself has none: the package would write the stamps
 * of its events in the calendar's zone, and they must be in UTC (RFC 5545, 3.8.7).
 */
export const helsinkiZone = { name: null, generator: () => component };

/** The moment as clocks in Helsinki show it. */
export function inHelsinki(at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(helsinkiName);
}
