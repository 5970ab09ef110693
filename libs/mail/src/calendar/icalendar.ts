import { addDays, type CivilDate, helsinkiInstant, type Instant, type Language, type LocalTime } from '@app/domain';
import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { oneLine, severalLines } from '../plain-text';
import { helsinkiName, helsinkiZone, inHelsinki } from './helsinki-zone';

/** When something is: a moment has a time; a day is from its beginning to its end. */
export type EventTime = { day: CivilDate } | { from: Instant; until: Instant | undefined };

/** An event as the calendar's reader sees it, in one language. */
export type CalendarEvent = {
  uid: string;
  sequence: number;
  changedAt: Instant;
  when: EventTime;
  summary: string;
  description: string;
  place: string | undefined;
  state: 'cancelled' | 'tentative' | 'confirmed';
  /** Whether the day is taken: a due date leaves it free. */
  busy: boolean;
};

/** Somebody with one address. */
export type CalendarUser = { name: string; email: string };

/** An event as it goes to one person by mail. */
export type SentEvent = CalendarEvent & {
  organizer: CalendarUser;
  /** Whom it is asked of; a due date asks nobody to come. */
  attendee?: CalendarUser;
  /** How many hours before its beginning a reminder comes up. */
  reminderHours?: number;
};

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
  return written({
    prodId: prodIdIn(language),
    method: ICalCalendarMethod.PUBLISH,
    // The package escapes every text but this one.
    name: escaped(oneLine(name)),
    ttl: refreshSeconds,
    events: events.map((event) => ({ ...dataOf(event), ...timesOf(event) })),
  });
}

/**
 * One event as it is sent by mail (RFC 5546): asked to come to, called off, or only told. Timed events stand in the time of Helsinki: the
 * copy stays in somebody's calendar, and a meeting at half past eight stays at half past eight should the zone's rules be changed.
 */
export function sentEvent(method: 'REQUEST' | 'CANCEL' | 'PUBLISH', language: Language, event: SentEvent): string {
  const { organizer, attendee, reminderHours } = event;
  return written({
    prodId: prodIdIn(language),
    method: ICalCalendarMethod[method],
    ...('from' in event.when && { timezone: helsinkiZone }),
    events: [
      {
        ...dataOf(event),
        ...timesInHelsinki(event),
        organizer: asCalendarUser(organizer),
        ...(attendee && { attendees: [{ ...asCalendarUser(attendee), ...nothingAsked }] }),
        ...(reminderHours !== undefined && {
          alarms: [{ type: ICalAlarmType.display, trigger: reminderHours * 3600, description: oneLine(event.summary) }],
        }),
      },
    ],
  });
}

/** When something is that is told by its day and, where they are known, its times in Helsinki. An end that is not after the beginning says nothing. */
export function eventTime({ on, at, until }: { on: CivilDate; at?: LocalTime; until?: LocalTime }): EventTime {
  if (at === undefined) return { day: on };
  const from = helsinkiInstant(on, at);
  const end = until === undefined ? undefined : helsinkiInstant(on, until);
  return { from, until: end !== undefined && end > from ? end : undefined };
}

/** Whoever comes need not say so: nobody reads the answers that programs send. */
const nothingAsked = { role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false };

function prodIdIn(language: Language) {
  return { company: 'Vuosikello', product: 'Vuosikello', language };
}

function written(data: ConstructorParameters<typeof ICalCalendar>[0]): string {
  return `${new ICalCalendar(data).toString()}\r\n`;
}

function asCalendarUser({ name, email }: CalendarUser): CalendarUser {
  return { name: oneLine(name), email };
}

function dataOf(event: CalendarEvent): Omit<ICalEventData, 'start'> {
  const { uid, sequence, changedAt, summary, description, place, state, busy } = event;
  return {
    id: escaped(oneLine(uid)),
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    summary: oneLine(summary),
    description: severalLines(description),
    ...(place !== undefined && { location: oneLine(place) }),
    status: states[state],
    transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: busy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
  };
}

type Times = Pick<ICalEventData, 'start' | 'end' | 'allDay'>;

/** A whole day ends where the next one begins. */
function timesOf({ when }: CalendarEvent): Times {
  if ('day' in when) return { start: when.day, end: addDays(when.day, 1), allDay: true };
  return { start: when.from, ...(when.until !== undefined && { end: when.until }) };
}

function timesInHelsinki(event: CalendarEvent): Times & Pick<ICalEventData, 'timezone'> {
  const { when } = event;
  if ('day' in when) return timesOf(event);
  return {
    start: inHelsinki(when.from),
    ...(when.until !== undefined && { end: inHelsinki(when.until) }),
    timezone: helsinkiName,
  };
}

/** As RFC 5545 (3.3.11) writes a text of one line. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`);
}
