import ICAL from 'ical.js';

/** What a program shows of an event. Moments are UTC; a whole day is `from` its own day `until` the next. */
export type SeenEvent = {
  uid: string;
  sequence: number;
  from: string;
  until: string | null;
  allDay: boolean;
  status: string;
  summary: string;
  description: string;
  location: string | null;
  changedAt: string;
};

/** The calendar as the independent parser reads it. */
export function parseCalendar(text: string): { name: string; method: string; events: SeenEvent[] } {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    name: String(root.getFirstPropertyValue('name')),
    method: String(root.getFirstPropertyValue('method')),
    events: root.getAllSubcomponents('vevent').map((component) => seen(component)),
  };
}

function seen(component: InstanceType<typeof ICAL.Component>): SeenEvent {
  const value = (name: string) => component.getFirstPropertyValue(name) as { toString(): string } | null;
  const moment = (name: string) => component.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time> | null;
  const start = moment('dtstart');
  if (!start) throw new Error('An event without a beginning');
  return {
    uid: String(value('uid')),
    sequence: Number(value('sequence')),
    from: start.toString(),
    until: moment('dtend')?.toString() ?? null,
    allDay: start.isDate,
    status: String(value('status')),
    summary: String(value('summary')),
    description: String(value('description')),
    location: value('location')?.toString() ?? null,
    changedAt: String(moment('last-modified')?.toString()),
  };
}

/**
 * A program that keeps its own calendar and takes over what a feed says: an event it knows only when the feed has a later
 * sequence of it, and a cancelled one goes. It forgets nothing of itself.
 */
export class CalendarClient {
  private readonly known = new Map<string, SeenEvent>();

  take(text: string): void {
    for (const event of parseCalendar(text).events) {
      const known = this.known.get(event.uid);
      if (!known || event.sequence > known.sequence) this.known.set(event.uid, event);
    }
  }

  /** What it shows. */
  get events(): SeenEvent[] {
    return [...this.known.values()]
      .filter(({ status }) => status !== 'CANCELLED')
      .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }
}
