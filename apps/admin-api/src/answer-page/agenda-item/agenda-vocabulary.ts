import type { handledMatter, requestSubject } from '@app/mail';
import type { z } from 'zod';

type RequestSubject = z.output<typeof requestSubject>;
type HandledMatter = z.output<typeof handledMatter>;

type Label =
  | 'body'
  | 'section'
  | 'caseNumber'
  | 'title'
  | 'preparer'
  | 'account'
  | 'proposal'
  | 'competence'
  | 'attachments'
  | 'appeal'
  | 'extract';

/** What only the preparer knows. */
type FillIn = 'plain' | 'body' | 'day' | 'section' | 'preparer' | 'competence' | 'appeal';

/** The words of an agenda item as an official of the municipality writes them: the county is spoken of, never speaks. */
export type AgendaWords = {
  labels: Record<Label, string>;
  fillIn: Record<FillIn, string>;
  answerTitle: (title: string) => string;
  hasAsked: (asked: { county: string; who: string; wanted: string; on: string }) => string;
  hasAskedToHandle: (asked: { county: string; body: string; object: string }) => string;
  askedBy: (when: string) => string;
  reportedBy: (when: string) => string;
  /** Of a date that the county has asked for, which is said in the same breath. */
  notStatutory: string;
  /** What the county does with the answer, and when. */
  use: Record<RequestSubject, (when: string) => string>;
  useOfHandling: string;
  questions: string;
  answerAttached: string;
  answerAttachment: string;
  answerProposal: Record<RequestSubject, (body: string) => string>;
  handlingProposal: Record<HandledMatter, (matter: { body: string; about: string; object: string }) => string>;
};
