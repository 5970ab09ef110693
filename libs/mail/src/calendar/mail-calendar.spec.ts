import { addMs, civilDate, type Instant, type Recipient } from '@app/domain';
import type { Json, OwedNotification } from '@app/workflows';
import ICAL from 'ical.js';
import { CalendarClient, parseCalendar, type SeenEvent } from '../../../../test/support/calendar-client';
import { dataOf, entriesOf, register } from '../../../../test/support/calendars';
import { cancelledForum, forum } from '../../../../test/support/event-paths';
import {
  cancelledNegotiation,
  countyHandling,
  movedHandling,
  municipalHandling,
  request,
  rescheduledNegotiation,
} from '../../../../test/support/example-paths';
import type { Given } from '../../../../test/support/given';
import { compose, composeDigest } from '../compose/compose';
import { recipientOf } from '../compose/recipient';
import type { MailCalendar } from '../template';

const on = civilDate('2026-06-01');
const from = 'vuosikello@paijatha.example.invalid';
const link = 'https://vuosikello.example.invalid/r/salainen-tunnus';

type Owed = OwedNotification & { workflow: string; owedAt: Instant };

/** What a workflow's steps owe, as the store keeps it; of two steps at one time the second is a minute later. */
const owedBy = (steps: readonly Given[], workflow?: string): Owed[] =>
  steps.flatMap(({ instance, effects, events }, no) =>
    effects.notifications.map((owed) => ({
      ...owed,
      workflow: workflow ?? instance.id,
      owedAt: addMs(events.at(-1)?.at as Instant, no * 60_000),
    })),
  );

const reader = (to: OwedNotification['to']): Recipient => {
  const found = recipientOf(register, to, on);
  if (!found) throw new Error(`nobody is ${to.audience} in ${to.organisation}`);
  return found;
};

const calendarOf = (notification: Owed): readonly MailCalendar[] =>
  compose({ notification, register, recipient: reader(notification.to), on, link, from }).calendar ?? [];

const only = (files: readonly MailCalendar[]): MailCalendar => {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new Error(`one file was expected, not ${files.length}`);
  return file;
};
const mailsTo = (organisation: string, owed: readonly Owed[], ...templates: string[]) =>
  owed.filter(({ to, template }) => to.organisation === organisation && templates.includes(template));
const first = <T>(found: readonly T[]): T => {
  const [it] = found;
  if (it === undefined) throw new Error('nothing was found');
  return it;
};
const event = ({ content }: MailCalendar): SeenEvent => first(parseCalendar(content).events);
const component = ({ content }: MailCalendar) =>
  new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent('vevent')!;

describe('a negotiation', () => {
  const asked = owedBy(rescheduledNegotiation());
  const [invited, ...moves] = mailsTo('016', asked, 'invitation', 'rescheduled').map(calendarOf);

  it('is asked to, moved and called off under the identifier it has in the calendars that are subscribed to', () => {
    const invitation = only(invited ?? []);
    const uid = '09.test/meeting/negotiation@09.vuosikello';
    expect(
      entriesOf({ scope: 'organisation', organisation: '016' }, rescheduledNegotiation()).map((e) => e.uid),
    ).toContain(uid);
    expect(invitation.method).toBe('REQUEST');
    expect(event(invitation)).toMatchObject({
      uid,
      status: 'CONFIRMED',
      summary: 'Hyte-neuvottelu 2026',
      allDay: false,
    });
    const client = new CalendarClient();
    client.take(invitation.content);
    expect(client.events.map(({ from: begins }) => begins)).toEqual(['2026-08-27T08:30:00']);
    for (const move of moves.flat().filter(({ content }) => content.includes('/meeting/negotiation'))) {
      expect(move.method).toBe('REQUEST');
      client.take(move.content);
    }
    expect(client.events).toMatchObject([{ uid, from: '2026-09-03T09:00:00', location: 'Heinola' }]);
    // A mail that is late, or is sent again, does not move it back.
    client.take(invitation.content);
    expect(client.events).toMatchObject([{ from: '2026-09-03T09:00:00' }]);

    const calledOff = only(calendarOf(first(mailsTo('016', owedBy(cancelledNegotiation()), 'cancelled'))));
    expect(calledOff.method).toBe('CANCEL');
    expect(event(calledOff)).toMatchObject({ uid, status: 'CANCELLED' });
    const invitee = new CalendarClient();
    invitee.take(invitation.content);
    invitee.take(calledOff.content);
    expect(invitee.events).toEqual([]);
  });

  it('is told by its own request, where that tells, as the same meeting', () => {
    const told = first(mailsTo('016', asked, 'rescheduled'));
    const byRequest = { ...told, workflow: '09.test.answer-016' };
    expect(calendarOf(byRequest).map(({ content }) => first(parseCalendar(content).events).uid)).toContain(
      '09.test/meeting/negotiation@09.vuosikello',
    );
  });

  it('is asked of its recipient by the county, without an answer, in the time of Helsinki', () => {
    const invitation = only(invited ?? []);
    const [organizer, attendee] = ['organizer', 'attendee'].map((name) =>
      component(invitation).getFirstProperty(name)!,
    );
    expect(organizer?.getFirstValue()).toBe(`mailto:${from}`);
    expect(organizer?.getFirstParameter('cn')).toBe('Päijät-Hämeen hyvinvointialue');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:lauri.esimerkki@asikkala.example.invalid');
    expect(attendee?.getFirstParameter('rsvp')).toBe('FALSE');
    expect(invitation.content).toContain('\r\nDTSTART;TZID=Europe/Helsinki:20260827T083000\r\n');
    expect(invitation.content).toContain('\r\nTRANSP:OPAQUE\r\n');
    expect(invitation.content).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
    expect(event(invitation).changedAt).toMatch(/Z$/);
  });
});

it.each([
  // Summer time ends on 25.10.2026 and begins on 28.3.2027.
  ['2026-08-27', '08:30', '2026-08-27T05:30:00Z'],
  ['2026-10-24', '09:00', '2026-10-24T06:00:00Z'],
  ['2026-10-26', '09:00', '2026-10-26T07:00:00Z'],
  ['2027-03-27', '09:00', '2027-03-27T07:00:00Z'],
  ['2027-03-29', '09:00', '2027-03-29T06:00:00Z'],
])(
  'a meeting on %s at %s in Helsinki is at the right moment for a program that knows the zone from the file only',
  (day, at, moment) => {
    const announced = first(mailsTo('016', owedBy(forum()), 'meeting-announced'));
    const data = { ...(announced.data as Record<string, Json>), meeting: { on: day, at } };
    const file = only(calendarOf({ ...announced, data }));
    const root = new ICAL.Component(ICAL.parse(file.content) as unknown[]);
    const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone')!);
    const start = component(file).getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>;
    start.zone = zone;
    expect(start.convertToZone(ICAL.Timezone.utcTimezone).toString()).toBe(moment);
  },
);

it('an event is asked to, moved and called off as one, and takes a whole day, without filling it, where its time is unknown', () => {
  const files = mailsTo('016', owedBy(forum()), 'meeting-announced', 'meeting-moved').map((owed) =>
    only(calendarOf(owed)),
  );
  const uids = new Set(files.map((file) => event(file).uid));
  const { uid } = first(entriesOf({ scope: 'county' }, forum().slice(-1)).filter(({ kind }) => kind === 'meeting'));
  expect([...uids]).toEqual([uid]);
  const sequences = files.map((file) => event(file).sequence);
  expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
  expect(new Set(sequences).size).toBe(files.length);
  expect(only(calendarOf(first(mailsTo('016', owedBy(cancelledForum()), 'meeting-cancelled')))).method).toBe('CANCEL');

  const announced = first(mailsTo('016', owedBy(forum()), 'meeting-announced'));
  const data = { ...(announced.data as Record<string, Json>), meeting: { on: '2026-10-13' } };
  const day = only(calendarOf({ ...announced, data }));
  expect(event(day)).toMatchObject({ allDay: true, from: '2026-10-13', until: '2026-10-14' });
  expect(day.content).toContain('TRANSP:TRANSPARENT');
});

describe('a reply date', () => {
  it('is told as a day that is left free, with a reminder, under the identifier it has elsewhere', () => {
    const steps = request(dataOf('answer-016'));
    const file = only(calendarOf(first(mailsTo('016', owedBy(steps), 'advance-assignment'))));
    const [entry] = entriesOf({ scope: 'organisation', organisation: '016' }, steps.slice(0, 1)).filter(
      ({ kind }) => kind === 'due',
    );
    expect(file.method).toBe('PUBLISH');
    expect(event(file)).toMatchObject({
      uid: entry?.uid,
      from: entry?.on,
      allDay: true,
      summary: 'Vastauspäivä – Ennakkotehtävä',
    });
    expect(file.content).toContain('TRANSP:TRANSPARENT');
    expect(file.content).not.toMatch(/ATTENDEE|VTIMEZONE/);
    const alarm = component(file).getFirstSubcomponent('valarm')!;
    expect(String(alarm.getFirstPropertyValue('trigger'))).toBe('-PT15H');
  });

  it('does not hold the secret by which to answer, and says in which mail it is', () => {
    const file = only(calendarOf(first(mailsTo('016', owedBy(request(dataOf('answer-016'))), 'advance-assignment'))));
    expect(file.content.replaceAll('\r\n ', '')).not.toContain('salainen');
    expect(event(file).description).toContain('Linkki on sähköpostiviestissä: Ennakkotehtävä: vastaus');
  });

  it('does not speak of forwarding a mail', () => {
    const told = [
      ...mailsTo('016', owedBy(request(dataOf('answer-016'))), 'advance-assignment'),
      ...mailsTo('016', owedBy(rescheduledNegotiation()), 'invitation'),
      ...mailsTo('111', owedBy(municipalHandling(dataOf('acknowledgement-111'))), 'acknowledgement'),
      ...mailsTo('09', owedBy(countyHandling(dataOf('hyte-board'))), 'board-item'),
    ].flatMap(calendarOf);
    expect(told).toHaveLength(4);
    for (const file of told) expect(event(file).description).not.toMatch(/välitä|vidarebefordra|forward/);
  });

  it('of what a body handles is told too', () => {
    const steps = municipalHandling(dataOf('acknowledgement-111'));
    const file = only(calendarOf(first(mailsTo('111', owedBy(steps), 'acknowledgement'))));
    const uids = entriesOf({ scope: 'organisation', organisation: '111' }, steps.slice(0, 1)).map(({ uid }) => uid);
    expect(uids).toContain(event(file).uid);
  });

  it('goes with a request that is withdrawn', () => {
    const withdrawn = owedBy(request(dataOf('answer-016'))).filter(({ template }) => template === 'cancelled');
    for (const owed of withdrawn) expect(only(calendarOf(owed))).toMatchObject({ method: 'CANCEL' });
  });
});

it("a meeting of the county's board is told to whoever presents the case, and moved, as the calendar has it", () => {
  const handling = countyHandling(dataOf('hyte-board'));
  const uid = '09.test/meeting/hyte-lautakunta-1@09.vuosikello';
  expect(entriesOf({ scope: 'county' }, handling.slice(0, 1)).map((entry) => entry.uid)).toContain(uid);
  const asked = only(calendarOf(first(mailsTo('09', owedBy(handling), 'board-item'))));
  const moved = calendarOf(first(mailsTo('09', owedBy(movedHandling(dataOf('hyte-board'))), 'board-rescheduled')));
  expect(event(asked).uid).toBe(uid);
  expect(event(only(moved)).uid).toBe(uid);
});

describe('a mail', () => {
  const asked = owedBy(request(dataOf('answer-016')));
  const notification = first(mailsTo('016', asked, 'advance-assignment'));

  it('that nobody sends, as in a preview, has no calendar', () => {
    const facts = { register, recipient: reader(notification.to), on, link };
    expect(compose({ ...facts, notification })).not.toHaveProperty('calendar');
    const { workflow: _workflow, ...unknown } = notification;
    expect(compose({ ...facts, from, notification: unknown })).not.toHaveProperty('calendar');
  });

  it('that only reminds has none', () => {
    for (const template of ['reminder', 'overdue', 'receipt'])
      expect(calendarOf(first(mailsTo('016', asked, template)))).toEqual([]);
  });

  it('that holds several has the files of each, under names of their own', () => {
    const invitation = first(mailsTo('016', owedBy(rescheduledNegotiation()), 'invitation'));
    const items = [
      { notification, link },
      { notification: { ...notification, workflow: '09.other' }, link: `${link}2` },
      { notification: invitation },
    ];
    const {
      calendar = [],
      subject,
      text,
    } = composeDigest({
      items,
      register,
      recipient: reader(notification.to),
      on,
      from,
    });
    expect(calendar.map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH', 'REQUEST']);
    expect(new Set(calendar.map(({ name }) => name)).size).toBe(3);
    expect(subject).toMatch(/^3 asiaa, ensimmäinen viimeistään/);
    expect(text).toContain(`: ${link}2\n`);
  });

  it('that holds one is that mail', () => {
    const facts = { register, recipient: reader(notification.to), on, from };
    expect(composeDigest({ items: [{ notification, link }], ...facts })).toEqual(
      compose({ notification, link, ...facts }),
    );
  });
});
