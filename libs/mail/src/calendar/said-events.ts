import { type CivilDate, helsinkiDate, type Language, type LocalTime, yearOf } from '@app/domain';
import { handledMatter, type NegotiationTime, type SubjectMatter } from '../fields';
import { inLanguage, plainName } from '../names';
import type { MailData, TemplateName } from '../registry';
import { wordsOf } from '../subject-matter';

/** An event of which a mail tells. */
export type SaidEvent = {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  kind: 'meeting' | 'due';
  /** What the meeting or the deadline is called in its workflow. */
  name: string;
  /** Whether the workflow is the one that stands in the plan, also where one of its requests tells of it. */
  ofPlanned: boolean;
  title: string;
  on: CivilDate;
  at?: LocalTime | undefined;
  until?: LocalTime | undefined;
  place?: string | undefined;
};

type Say<N extends TemplateName> = (data: MailData[N], language: Language) => (SaidEvent | undefined)[];

/** The mails that tell of meetings and ask for something by a day. A reminder tells of nothing that its reader has not been given. */
const said: { readonly [N in TemplateName]?: Say<N> } = {
  invitation: ({ negotiation }, language) => [negotiationEvent('REQUEST', negotiation, language)],
  'meeting-announced': ({ meeting, title }, language) => [
    meetingEvent('REQUEST', 'event', inLanguage(title, language), meeting, language),
  ],
  'meeting-moved': ({ meeting, title }, language) => [
    meetingEvent('REQUEST', 'event', inLanguage(title, language), meeting, language),
  ],
  'meeting-cancelled': ({ meeting, title }, language) => [
    meetingEvent('CANCEL', 'event', inLanguage(title, language), meeting, language),
  ],
  'board-item': (data, language) => [boardEvent(data, language)],
  'board-rescheduled': (data, language) => [boardEvent(data, language)],
  rescheduled: (data, language) => [
    data.negotiationWas && data.negotiation && negotiationEvent('REQUEST', data.negotiation, language),
    data.dueWas && data.dueAt && dueEvent('PUBLISH', data, helsinkiDate(data.dueAt), language),
  ],
  cancelled: ({ what, negotiation, dueAt, ...data }, language) => [
    what === 'request' ? undefined : negotiation && negotiationEvent('CANCEL', negotiation, language),
    what === 'request' ? dueAt && dueEvent('CANCEL', data, helsinkiDate(dueAt), language) : undefined,
  ],
  'advance-assignment': ({ dueAt }, language) => [dueEvent('PUBLISH', {}, helsinkiDate(dueAt), language)],
  'information-request': (data, language) => [dueEvent('PUBLISH', data, helsinkiDate(data.dueAt), language)],
  acknowledgement: (data, language) => [dueEvent('PUBLISH', data, data.dueOn, language)],
};

/** The events of which a mail tells; `data` has passed the template's schema. */
export function saidEvents<N extends TemplateName>(template: N, data: MailData[N], language: Language): SaidEvent[] {
  const say: Say<N> | undefined = said[template];
  return (say?.(data, language) ?? []).filter((event) => event !== undefined);
}

const negotiationTitle: Record<Language, (year: number) => string> = {
  fi: (year) => `Hyte-neuvottelu ${year}`,
  sv: (year) => `Förhandlingen om främjande av hälsa och välfärd ${year}`,
  en: (year) => `HYTE negotiation ${year}`,
};

function negotiationEvent(method: SaidEvent['method'], time: NegotiationTime, language: Language): SaidEvent {
  return meetingEvent(method, 'negotiation', negotiationTitle[language](yearOf(time.on)), time, language);
}

function meetingEvent(
  method: SaidEvent['method'],
  name: string,
  title: string,
  { on, at, until, place }: NegotiationTime,
  language: Language,
): SaidEvent {
  const where = place === undefined || typeof place === 'string' ? place : plainName(place, language);
  return { method, kind: 'meeting', name, ofPlanned: true, title, on, at, until, place: where };
}

/** A meeting is told of where it is known which it is: the second that has the case is another meeting than the first. */
function boardEvent(data: MailData['board-item' | 'board-rescheduled'], language: Language): SaidEvent | undefined {
  const { meetingKey, meetingOn, body, title } = data;
  if (meetingKey === undefined || meetingOn === undefined) return undefined;
  const called = `${inLanguage(body, language)} – ${inLanguage(title, language)}`;
  return { method: 'REQUEST', kind: 'meeting', name: meetingKey, ofPlanned: false, title: called, on: meetingOn };
}

const replyDate: Record<Language, string> = { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' };

type Matter = Pick<MailData['rescheduled'], 'about' | 'title'> & { subjectMatter?: SubjectMatter | undefined };

function dueEvent(
  method: SaidEvent['method'],
  { subjectMatter = 'advance-assignment', about, title }: Matter,
  on: CivilDate,
  language: Language,
): SaidEvent {
  const { head } = wordsOf({ subjectMatter, about, title }, language);
  const name = handledMatter.safeParse(subjectMatter).success ? 'handling' : 'answer';
  return { method, kind: 'due', name, ofPlanned: false, title: `${replyDate[language]} – ${head}`, on };
}
