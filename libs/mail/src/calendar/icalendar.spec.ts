import { civilDate, helsinkiInstant, instant } from '@app/domain';
import fc from 'fast-check';
import { parseCalendar } from '../../../../test/support/calendar-client';
import { type CalendarEvent, icalendarOf } from './icalendar';

const due: CalendarEvent = {
  uid: '09.hyte-negotiation-2026.answer-016/due/answer@09.vuosikello',
  sequence: 7,
  changedAt: instant('2026-05-25T09:00:00+03:00'),
  when: { day: civilDate('2026-08-17') },
  summary: 'Vastauspäivä – Ennakkotehtävä, vuosi 2027 – Kärkölän kunta',
  description: 'Ensimmäinen rivi.\nToinen, jossa on pilkku; ja puolipiste.',
  place: undefined,
  state: 'confirmed',
  busy: false,
};

const meeting = (on: string, at: string, until?: string): CalendarEvent => ({
  ...due,
  uid: `m-${on}`,
  when: {
    from: helsinkiInstant(civilDate(on), at),
    until: until === undefined ? undefined : helsinkiInstant(civilDate(on), until),
  },
  busy: true,
});

const onlyEvent = (event: CalendarEvent) => {
  const [first, ...others] = parseCalendar(icalendarOf('Kalenteri', 'fi', [event])).events;
  if (!first || others.length > 0) throw new Error('one event was expected');
  return first;
};

/** RFC 5545 3.1: lines end with CRLF and have 75 octets at most. */
function expectLines(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\p{Cc}\p{Cs}\u2028\u2029]/u);
  }
}

/** The names of the lines as they were before they were folded. */
const namesOf = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => /^[A-Z-]+/.exec(line)?.[0]);

it('is a calendar that is published, is named and says how often to come back', () => {
  const text = icalendarOf('Vuosikello: Päijät-Häme', 'fi', []);
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vuosikello//Vuosikello//FI',
    'METHOD:PUBLISH',
    'NAME:Vuosikello: Päijät-Häme',
    'X-WR-CALNAME:Vuosikello: Päijät-Häme',
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    'END:VCALENDAR',
    '',
  ]);
});

it('has a due date as the whole of its day, which it leaves free', () => {
  const text = icalendarOf('Kalenteri', 'fi', [due]);
  expectLines(text);
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260817\r\nDTEND;VALUE=DATE:20260818\r\n');
  expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  expect(onlyEvent(due)).toEqual({
    uid: due.uid,
    sequence: 7,
    from: '2026-08-17',
    until: '2026-08-18',
    allDay: true,
    status: 'CONFIRMED',
    summary: due.summary,
    description: due.description,
    location: null,
    changedAt: '2026-05-25T06:00:00Z',
  });
});

it.each([
  // Summer time ends on 25.10.2026 and begins on 28.3.2027, at 4 and at 3 in the morning.
  ['2026-08-27', '08:30', '15:15', '2026-08-27T05:30:00Z', '2026-08-27T12:15:00Z'],
  ['2026-10-23', '09:00', '12:00', '2026-10-23T06:00:00Z', '2026-10-23T09:00:00Z'],
  ['2026-10-26', '09:00', '12:00', '2026-10-26T07:00:00Z', '2026-10-26T10:00:00Z'],
  ['2026-10-25', '02:30', '05:00', '2026-10-24T23:30:00Z', '2026-10-25T03:00:00Z'],
  ['2027-03-26', '09:00', '12:00', '2027-03-26T07:00:00Z', '2027-03-26T10:00:00Z'],
  ['2027-03-29', '09:00', '12:00', '2027-03-29T06:00:00Z', '2027-03-29T09:00:00Z'],
  ['2026-12-31', '23:00', '23:59', '2026-12-31T21:00:00Z', '2026-12-31T21:59:00Z'],
])('has a meeting on %s at %s in Helsinki at the right moment', (on, at, until, from, end) => {
  expect(onlyEvent(meeting(on, at, until))).toMatchObject({ from, until: end, allDay: false });
});

it('knows no end of a meeting whose end is not told', () => {
  expect(onlyEvent(meeting('2026-08-27', '08:30'))).toMatchObject({ from: '2026-08-27T05:30:00Z', until: null });
});

it.each([
  ['cancelled', 'CANCELLED'],
  ['tentative', 'TENTATIVE'],
  ['confirmed', 'CONFIRMED'],
] as const)('says of what is %s that it is %s', (state, status) => {
  expect(onlyEvent({ ...due, state }).status).toBe(status);
});

it('lets no text become anything but a text', () => {
  const attack = 'Lahti\r\nATTENDEE:mailto:x@example.invalid\nEND:VEVENT\rBEGIN:VEVENT\u2028X:1;TZID=a,b\\n\u0000';
  const event = { ...due, place: attack, summary: attack, description: attack };
  const text = icalendarOf(attack, 'sv', [event, { ...event, uid: `${attack};x` }]);
  expectLines(text);
  expect(namesOf(text).filter((name) => name === 'BEGIN')).toHaveLength(3);
  expect(namesOf(text)).not.toContain('ATTENDEE');
  const { name, events } = parseCalendar(text);
  expect(events).toHaveLength(2);
  // NAME is a text (RFC 7986), but this parser does not know it and gives it back as it stands.
  expect(name).toBe('Lahti ATTENDEE:mailto:x@example.invalid END:VEVENT BEGIN:VEVENT X:1\\;TZID=a\\,b\\\\n');
  expect(events[0]?.location).toBe('Lahti ATTENDEE:mailto:x@example.invalid END:VEVENT BEGIN:VEVENT X:1;TZID=a,b\\n');
});

/** What is left of a text: control characters and what turns the direction of writing are taken out. */
const kept = (text: string) =>
  text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim();

it('gives every text back as it was, however odd, and the same bytes for the same events', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom('ä', 'ö', '\\', ',', ';', ':', '"', '\n', '\r', ' ', 'n', '😀', '\u00a0'),
      maxLength: 300,
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ summary: odd, place: odd, sequence: fc.nat() }), { maxLength: 5 }), (drawn) => {
      const events = drawn.map((values, index) => ({ ...due, ...values, uid: `e${index}` }));
      const text = icalendarOf('Kalenteri', 'fi', events);
      expectLines(text);
      expect(icalendarOf('Kalenteri', 'fi', events)).toBe(text);
      const seen = parseCalendar(text).events;
      expect(seen.map(({ uid, sequence, summary }) => ({ uid, sequence, summary }))).toEqual(
        events.map(({ uid, sequence, summary }) => ({ uid, sequence, summary: kept(summary) })),
      );
      expect(seen.map(({ location }) => location ?? '')).toEqual(events.map(({ place }) => kept(place)));
    }),
    { numRuns: 200 },
  );
});
