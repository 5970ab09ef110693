import { addDays, type Language } from '@app/domain';
import { oneLine, severalLines } from '@app/mail';
import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarEvent } from './calendar-event';

/** How often a program may ask again: what changes today is seen today. */
const refreshSeconds = 4 * 3600;

const states = {
  cancelled: ICalEventStatus.CANCELLED,
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
} as const;

/**
 * The calendar as iCalendar text (RFC 5545, published as RFC 5546 says). Timed events stand in UTC: every program shows them
 * in its reader's zone, and none has to know ours. The same events give the same bytes.
 */
export function icalendarOf(name: string, language: Language, events: readonly CalendarEvent[]): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Vuosikello', product: 'Vuosikello', language },
    method: ICalCalendarMethod.PUBLISH,
    // The package escapes every text but this one.
    name: escaped(oneLine(name)),
    ttl: refreshSeconds,
    events: events.map(dataOf),
  });
  return `${calendar.toString()}\r\n`;
}

function dataOf(event: CalendarEvent): ICalEventData {
  const { uid, sequence, changedAt, summary, description, place, state, busy } = event;
  return {
    id: escaped(oneLine(uid)),
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    ...whenOf(event),
    summary: oneLine(summary),
    description: severalLines(description),
    ...(place !== undefined && { location: oneLine(place) }),
    status: states[state],
    transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: busy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
  };
}

/** A whole day ends where the next one begins. */
function whenOf({ when }: CalendarEvent): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if ('day' in when) return { start: when.day, end: addDays(when.day, 1), allDay: true };
  return { start: when.from, ...(when.until !== undefined && { end: when.until }) };
}

/** As RFC 5545 (3.3.11) writes a text of one line. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`);
}
