import { calendarUid, type Instant, type Language } from '@app/domain';
import type { Letter } from '../letter';
import { withoutForwarding } from '../pass-on';
import type { MailData, TemplateName } from '../registry';
import type { MailCalendar } from '../template';
import { type CalendarUser, eventTime, sentEvent } from './icalendar';
import { type SaidEvent, saidEvents } from './said-events';

/** What the events of a mail are told beside what it says. */
export type CalendarFacts = {
  county: string;
  /** The workflow that owes the mail. */
  workflow: string;
  /** Since when it is owed. */
  owedAt: Instant;
  organizer: CalendarUser;
  recipient: CalendarUser;
};

/** At nine in the morning of the day before. */
const reminderHours = 15;

/**
 * The meetings and due dates of a mail as files for the reader's calendar, each under the identifier that it has in the calendars that
 * can be subscribed to. What is owed later has the higher sequence, and a mail that is sent again has the one it had.
 */
export function calendarOf<N extends TemplateName>(
  mail: { template: N; data: MailData[N]; letter: Letter; language: Language },
  facts: CalendarFacts,
): MailCalendar[] {
  const { template, data, letter, language } = mail;
  return saidEvents(template, data, language).map((event) => ({
    name: `vuosikello-${event.kind}-${event.on}.ics`,
    method: event.method,
    content: contentOf(event, { data, letter, language, facts }),
  }));
}

function contentOf(
  event: SaidEvent,
  {
    data,
    letter,
    language,
    facts,
  }: { data: MailData[TemplateName]; letter: Letter; language: Language; facts: CalendarFacts },
): string {
  const { method, kind, title, name, place } = event;
  const isMeeting = kind === 'meeting';
  const when = eventTime(timeOf(event));
  return sentEvent(method, language, {
    uid: calendarUid(facts.county, workflowOf(event, facts.workflow), kind, name),
    sequence: sequenceOf(facts.owedAt),
    changedAt: facts.owedAt,
    when,
    summary: title,
    description: withoutForwarding(descriptionOf(letter, language), data, language),
    place,
    state: method === 'CANCEL' ? 'cancelled' : 'confirmed',
    // Of a meeting whose time nobody has told, the whole day is not taken.
    busy: isMeeting && method !== 'CANCEL' && 'from' in when,
    organizer: facts.organizer,
    ...(isMeeting && { attendee: facts.recipient }),
    ...(method === 'PUBLISH' && { reminderHours }),
  });
}

function timeOf({ on, at, until }: SaidEvent) {
  return { on, ...(at !== undefined && { at }), ...(until !== undefined && { until }) };
}

/** A request is named after the workflow that makes it, and that after its county and its entry in the plan: '09.entry.answer-016'. */
function workflowOf({ ofPlanned }: SaidEvent, workflow: string): string {
  return ofPlanned ? workflow.split('.').slice(0, 2).join('.') : workflow;
}

const sequenceStart = Date.parse('2020-01-01T00:00:00.000Z');

/** Whole seconds since 2020: an integer, as iCalendar asks, until the year 2088. */
function sequenceOf(owedAt: Instant): number {
  return Math.floor((Date.parse(owedAt) - sequenceStart) / 1000);
}

const whereToAct: Record<Language, (subject: string) => string> = {
  fi: (subject) => `Linkki on sähköpostiviestissä: ${subject}`,
  sv: (subject) => `Länken finns i e-postmeddelandet: ${subject}`,
  en: (subject) => `The link is in the e-mail message: ${subject}`,
};

/** What the mail says, without its links: whoever may look into a calendar must not be able to answer from there. */
function descriptionOf({ subject, paragraphs }: Letter, language: Language): string {
  const said = paragraphs.map((lines) => lines.filter((line) => typeof line === 'string').join('\n'));
  const hasLink = paragraphs.flat().some((line) => typeof line !== 'string' && line.acts);
  return [...said, ...(hasLink ? [whereToAct[language](subject)] : [])].filter((text) => text !== '').join('\n\n');
}
