import { type Language, nameIn } from '@app/domain';
import {
  audienceTitle,
  decidingBodyOf,
  definitionOf,
  mailTitle,
  type WorkflowEvent,
  type WorkflowRecord,
} from '@app/workflows';
import { type Chapter, folderOf, type SentMail } from './chapter';
import type { Fact } from './facts';
import { type Names, organisationName } from './names';
import type { Said } from './said';
import { saidIn } from './said';
import { actorIn, actorMeaning } from './words/actor-words';
import { mailStateWords, recordWords, words } from './words/dossier-words';
import { momentIn } from './words/moment';

/** An official document in words, with what it says; `told` is the sentence on the event by which it came. */
export type RecordLine = { heading: string; registered: string; told: string | null; said: Said[] };

/** A mail in words: `about` says what became of it, step by step; `body` is its text, `text` and `html` its files. */
export type MailLine = {
  id: string;
  subject: string;
  about: string[];
  body: string | null;
  text: string | null;
  html: string | null;
};

/** What the pages and the PDF of a dossier print of one workflow. */
export type ChapterLines = {
  records: RecordLine[];
  documents: { title: string; about: string; path: string | null }[];
  events: { at: string; text: string; about: string; note: string | null }[];
  /** Whose the ids beside the events are. */
  actors: Fact[];
  mails: MailLine[];
};

/** One workflow in words of a language. */
export function linesOf(chapter: Chapter, names: Names): ChapterLines {
  const { instance, events, mails, documents, positions } = chapter;
  const { language } = names;
  return {
    records: (instance.life.records ?? []).map((record) => recordLine(chapter, record, names)),
    documents: documents.map(({ document, called, path, withheld }) => ({
      title: called,
      about: [
        ...(document.caseNumber === undefined ? [] : [document.caseNumber]),
        ...(document.file ? [`${document.file.mediaType}, SHA-256 ${document.file.sha256}`] : []),
        ...(document.link ? [document.link.url] : []),
        ...(withheld ? [words[document.file ? 'fileWithheld' : 'linkWithheld'][language]] : []),
      ].join(', '),
      path,
    })),
    events: events.map((event, place) => ({
      at: momentIn(language, event.at),
      text: chapter.words[place]?.[language] ?? event.type,
      about: aboutEvent(event, positions[place] ?? null, language),
      note: event.note ?? null,
    })),
    actors: actorLines(chapter, names),
    mails: mails.map((mail) => mailLine(mail, folderOf(instance), names)),
  };
}

function recordLine({ instance, events, words: told }: Chapter, record: WorkflowRecord, names: Names): RecordLine {
  const { language } = names;
  const place = events.findIndex(({ seq }) => seq === record.seq);
  const event = record.kind === 'document' ? undefined : events[place];
  const body = event && decidingBodyOf(instance, event.data);
  return {
    heading: recordWords(record, body && nameIn(body, language), language),
    registered: `${words.registered[language]} ${momentIn(language, record.registeredAt)}`,
    told: told[place]?.[language] ?? null,
    said: event ? saidIn(definitionOf(instance.definition), instance, event, names) : [],
  };
}

/** 'tapahtuma 5, sija lokissa 123, tekijä: koordinaattori (key:…); AnswerReceived' */
function aboutEvent({ seq, type, actor }: WorkflowEvent, position: number | null, language: Language): string {
  return `${words.event[language]} ${seq}, ${placeIn(position, language)}, ${words.by[language]}: ${actorIn(actor, language)}; ${type}`;
}

function placeIn(position: number | null, language: Language): string {
  return position === null ? words.noPosition[language] : `${words.position[language]} ${position}`;
}

function actorLines({ events, actors }: Chapter, names: Names): Fact[] {
  const acted = new Map(events.map(({ actor }) => [actor.id, actor]));
  return [...acted.values()].map((actor) => ({
    label: actor.id,
    value: actorMeaning(
      actor,
      actors.find(({ id }) => id === actor.id),
      names,
    ),
  }));
}

function mailLine({ notification, steps }: SentMail, folder: string, names: Names): MailLine {
  const { language } = names;
  const { id, template, to, contact, state, messageId, reply, owedAt, text, html } = notification;
  const whom = `${organisationName(to.organisation, names)}, ${audienceTitle(to.audience)?.[language] ?? to.audience}`;
  return {
    id,
    subject: notification.subject ?? capital(mailTitle(template)[language]),
    about: [
      `${words.owed[language]}: ${momentIn(language, owedAt)}; ${mailStateWords[state][language]}`,
      `${words.to[language]}: ${whom}${contact === null ? '' : ` (${words.contact[language]} ${contact})`}`,
      ...(messageId === null ? [] : [`${words.messageId[language]}: ${messageId}`]),
      // Why it was not sent say its steps in words.
      ...(reply === null || state === 'suppressed' ? [] : [`${words.serverSaid[language]}: ${reply}`]),
      ...steps.map(
        ({ at, position, words: told }) =>
          `${momentIn(language, at)} (${placeIn(position, language)}): ${told[language]}`,
      ),
    ],
    body: text,
    text: text === null ? null : `${folder}/mails/${id}.txt`,
    html: html === null ? null : `${folder}/mails/${id}.html`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
