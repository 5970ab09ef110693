import type { Language } from '@app/domain';
import { definitionOf, type WorkflowEvent, type WorkflowRecord } from '@app/workflows';
import { type Chapter, folderOf, type SentMail } from './chapter';
import type { Said } from './said';
import { saidIn } from './said';
import { mailStateWords, recordWords, words } from './words/dossier-words';
import { momentIn } from './words/moment';

/** An official document in words, with what it says. */
export type RecordLine = { heading: string; registered: string; said: Said[] };

/** A mail in words: `about` says what became of it, step by step. */
export type MailLine = { id: string; subject: string; about: string[]; text: string | null; html: string | null };

/** What the pages and the PDF of a dossier print of one workflow. */
export type ChapterLines = {
  records: RecordLine[];
  documents: { title: string; about: string; path: string | null }[];
  events: { at: string; text: string; about: string; note: string | null }[];
  mails: MailLine[];
};

/** One workflow in words of a language. */
export function linesOf(chapter: Chapter, language: Language): ChapterLines {
  const { instance, events, mails, documents } = chapter;
  return {
    records: (instance.life.records ?? []).map((record) => recordLine(chapter, record, language)),
    documents: documents.map(({ document, called, path, withheld }) => ({
      title: called,
      about: [
        ...(document.caseNumber === undefined ? [] : [document.caseNumber]),
        ...(document.file ? [`${document.file.mediaType}, SHA-256 ${document.file.sha256}`] : []),
        ...(document.link ? [document.link.url] : []),
        ...(withheld ? [words.fileWithheld[language]] : []),
      ].join(', '),
      path,
    })),
    events: events.map((event, place) => ({
      at: momentIn(language, event.at),
      text: chapter.words[place]?.[language] ?? event.type,
      about: aboutEvent(event, language),
      note: event.note ?? null,
    })),
    mails: mails.map((mail) => mailLine(mail, folderOf(instance), language)),
  };
}

function recordLine({ instance, events }: Chapter, record: WorkflowRecord, language: Language): RecordLine {
  const event = events.find(({ seq }) => seq === record.seq);
  return {
    heading: recordWords(record, language),
    registered: `${words.registered[language]} ${momentIn(language, record.registeredAt)}`,
    said:
      event && record.kind !== 'document' ? saidIn(definitionOf(instance.definition), instance, event, language) : [],
  };
}

function aboutEvent({ seq, type, actor }: WorkflowEvent, language: Language): string {
  return `${seq} ${type}, ${words.by[language]} ${actor.id}`;
}

function mailLine({ notification, events }: SentMail, folder: string, language: Language): MailLine {
  const { id, template, to, contact, state, messageId, reply, owedAt, text, html } = notification;
  const steps = events.map(({ at, type }) => `${momentIn(language, at)} ${type}`);
  return {
    id,
    subject: notification.subject ?? template,
    about: [
      `${momentIn(language, owedAt)}: ${mailStateWords[state][language]}`,
      `${words.to[language]}: ${[to.organisation, to.audience, contact].filter(Boolean).join(', ')}`,
      ...(messageId === null ? [] : [`${words.messageId[language]}: ${messageId}`]),
      ...(reply === null ? [] : [`${words.serverSaid[language]}: ${reply}`]),
      ...(steps.length === 0 ? [] : [steps.join('; ')]),
    ],
    text: text === null ? null : `${folder}/mails/${id}.txt`,
    html: html === null ? null : `${folder}/mails/${id}.html`,
  };
}
