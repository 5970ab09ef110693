import type { CivilDate, Instant, Language } from '@app/domain';
import {
  basisSentence,
  dutySentence,
  handledMatterWords,
  requestCitation,
  requestSubject,
  sentenceStart,
  wordsOf,
} from '@app/mail';
import { z } from 'zod';
import { day } from '../explanations/request-facts';
import { type HandlingFacts, handlingFacts, nameIn } from '../explanations/acknowledgement';
import { countyName, whoIn } from '../../pages/names';
import type { OpenedPage } from '../opened-link';
import { dateAndTime, longDate, onDate } from '../../pages/page-dates';
import type { AgendaWords } from './agenda-vocabulary';
import { agendaWords } from './agenda-words';

/** A part of the item under its label; what the preparer has to fill in stands in square brackets. */
export type AgendaPart = { label: string; says: string[] };

/** The text of one item on a body's agenda. */
export type AgendaItem = { language: Language; title: string; parts: AgendaPart[] };

const requestFacts = z.object({
  subject: requestSubject,
  organisation: z.string(),
  organisationKind: z.enum(['municipality', 'other']),
  about: z.string(),
  title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  questions: z.array(z.object({ text: z.object({ fi: z.string(), sv: z.string(), en: z.string() }) })),
  askedOn: day,
  lastOn: day,
  citation: requestCitation.nullable(),
  voluntary: z.boolean(),
  announced: z.object({ body: z.string(), meetingOn: day }).nullable(),
  answeringBody: z.object({ name: z.object({ fi: z.string(), sv: z.string(), en: z.string().optional() }) }).nullable(),
});
type RequestFacts = z.infer<typeof requestFacts>;

type Meeting = { body: string | undefined; on: CivilDate | undefined };
/** What differs between an answer that a body gives and a matter that it handles. */
type Draft = { title: string; meeting: Meeting; account: string[]; proposal: string; attachment: string | undefined };

/**
 * A draft of the item with which a municipality's body takes up what is asked: who asks what, under which act, by when, what
 * happens with it, and what the body could decide. Undefined where the page asks nothing of a body.
 */
export function agendaItem(page: OpenedPage): AgendaItem | undefined {
  const { language, register } = page;
  const draft = ofRequest(page) ?? ofHandling(page);
  if (!draft) return undefined;
  const words = agendaWords[language];
  const { labels, fillIn } = words;
  const registry = register.county.registry;
  const extract = [countyName(register, language), ...(registry === undefined ? [] : [registry])].join(', ');
  const meetingOn = draft.meeting.on ? longDate(draft.meeting.on, language) : fillIn.day;
  return {
    language,
    title: draft.title,
    parts: [
      { label: labels.body, says: [`${draft.meeting.body ?? fillIn.body}, ${meetingOn}`] },
      { label: labels.section, says: [fillIn.section] },
      { label: labels.caseNumber, says: [fillIn.plain] },
      { label: labels.title, says: [draft.title] },
      { label: labels.preparer, says: [fillIn.preparer] },
      { label: labels.account, says: draft.account },
      { label: labels.proposal, says: [draft.proposal] },
      { label: labels.competence, says: [fillIn.competence] },
      ...(draft.attachment === undefined ? [] : [{ label: labels.attachments, says: [draft.attachment] }]),
      { label: labels.appeal, says: [fillIn.appeal] },
      { label: labels.extract, says: [extract] },
    ],
  };
}

function ofRequest(page: OpenedPage): Draft | undefined {
  const parsed = requestFacts.safeParse(page.instance.context);
  // Whoever is no municipality has no agenda that this text would be for.
  if (!parsed.success || parsed.data.organisationKind !== 'municipality') return undefined;
  const { language } = page;
  const { data } = parsed;
  const words = agendaWords[language];
  const { announced, answeringBody, subject } = data;
  const body = announced?.body ?? (answeringBody ? nameIn(answeringBody, language) : undefined);
  return {
    title: words.answerTitle(data.title[language]),
    meeting: { body, on: announced?.meetingOn },
    account: accountOfRequest(page, data, words),
    proposal: words.answerProposal[subject](body ?? words.fillIn.body),
    attachment: words.answerAttachment,
  };
}

function accountOfRequest(page: OpenedPage, data: RequestFacts, words: AgendaWords): string[] {
  const { language, register, instance } = page;
  const asked = wordsOf({ ...data, subjectMatter: data.subject }, language);
  const due = instance.deadlines.answer;
  return [
    words.hasAsked({
      county: countyName(register, language),
      who: whoIn(register, data.organisation, language),
      wanted: asked.wanted(),
      on: onDate(data.askedOn, language),
    }),
    ...(due ? [dueSentences(due, 'askedBy', language)] : []),
    [
      ...(data.citation ? [dutySentence(data.citation, language)] : []),
      ...(data.voluntary ? [asked.voluntary] : []),
    ].join(' '),
    words.use[data.subject](onDate(data.lastOn, language)),
    [words.questions, ...data.questions.map(({ text }) => `– ${text[language]}`)].join('\n'),
    words.answerAttached,
  ].filter((paragraph) => paragraph !== '');
}

type Due = { dueAt: Instant; basis: Parameters<typeof basisSentence>[0] };

/** By when, and on what basis: said by the official who prepares the matter, not by the county. */
function dueSentences({ dueAt, basis }: Due, by: 'askedBy' | 'reportedBy', language: Language): string {
  const words = agendaWords[language];
  const when = dateAndTime(dueAt, language, language === 'fi' ? onDate : longDate);
  return `${words[by](when)} ${basis === 'requested' ? words.notStatutory : basisSentence(basis, language)}`;
}

function ofHandling(page: OpenedPage): Draft | undefined {
  const parsed = handlingFacts.safeParse(page.instance.context);
  const body = parsed.data?.bodies[parsed.data.bodyNo];
  if (!parsed.success || !body) return undefined;
  const { language } = page;
  const { data } = parsed;
  const words = agendaWords[language];
  const { document, onAgenda, subject, title, about } = data;
  const name = nameIn(body, language);
  return {
    title: title[language],
    meeting: { body: name, on: onAgenda ? (body.meetingOn ?? undefined) : undefined },
    account: accountOfHandling(page, data, name),
    proposal: words.handlingProposal[subject]({
      body: name,
      about,
      object: handledMatterWords[language][subject].object,
    }),
    attachment: document === null ? undefined : `${title[language]}: ${document}`,
  };
}

function accountOfHandling(page: OpenedPage, data: HandlingFacts, body: string): string[] {
  const { language, register, instance } = page;
  const words = agendaWords[language];
  const { object, why, voluntary } = handledMatterWords[language][data.subject];
  const due = instance.deadlines.handling;
  return [
    words.hasAskedToHandle({ county: countyName(register, language), body, object }),
    sentenceStart(why(data.about)),
    ...(due ? [dueSentences(due, 'reportedBy', language)] : []),
    `${words.useOfHandling} ${voluntary}`,
  ];
}
