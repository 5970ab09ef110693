import type { SubjectMatter, RequestSubject } from '../fields';

/** From whom it is wanted, which body is to have handled the result, and what in particular it is about. */
export type Whose = {
  from?: string | undefined;
  body?: string | undefined;
  about?: string | undefined;
  title?: string | undefined;
};

export type Words = {
  /** What the request is called: the beginning of a subject. */
  label: string;
  /** What is given, and that it has been received, for a subject. */
  given: string;
  receipt: string;
  /** The object of asking, waiting and not having received. */
  wanted: (whose: Whose) => string;
  /** The object of having received. */
  received: (whose: Whose) => string;
  /** The start of 'can still be given by'. */
  canStillBeGiven: string;
  /** What the recipient does by the date. */
  act: string;
  voluntary: string;
};

/** What a request needs to be spoken of from the first mail to the last. */
export type RequestWords = Words & {
  /** Why it is asked for, to stand after a colon; the advance assignment has a mail of its own. */
  why: string;
  /** What becomes of the answers, and when. */
  used: (when: string) => string;
  /** That, and that what comes later is too late. */
  usedThen: string;
  /** What the answer is about, joined to 'the answer': 'the answer, which concerns …'. */
  concerning: (whose: Whose) => string;
};

export type SubjectWords = Record<RequestSubject, RequestWords> & Record<SubjectMatter, Words>;

/** A council term as a text writes it, with an en dash: '2025–2029'. A year stays as it is. */
export function period(about: string | undefined): string {
  return about?.replace(/^(\d{4})-(\d{4})$/, '$1–$2') ?? '';
}
