import { type CivilDate, daysBetween, helsinkiDate, type Instant, type Language } from '@app/domain';
import type { z } from 'zod';
import { longDate, onDate, shortDate } from './dates';
import { requestSubject, type RequestSubject, type SubjectMatter, type wording } from './fields';
import { inLanguage } from './names';
import { enWords } from './subjects/en';
import { fiWords } from './subjects/fi';
import { svWords } from './subjects/sv';
import type { RequestWords, SubjectWords, Whose, Words } from './subjects/words';
import { titleInSubject } from './subject';

/** The words for what an organisation is asked to give. */
export const subjectMatterWords: Record<Language, SubjectWords> = { fi: fiWords, sv: svWords, en: enWords };

/** What a mail is about: the kind of thing, and which one. */
type Matter<Subject extends SubjectMatter = SubjectMatter> = {
  subjectMatter: Subject;
  about?: string | undefined;
  title?: z.output<typeof wording> | undefined;
};

/** The words of one request in one language: its own name, and sentences that know what it is about. */
type WordsOf<W extends Words> = Omit<W, 'wanted' | 'received' | 'concerning'> & {
  /** How a subject line begins: the advance assignment and the result are known by their kind, others by their title. */
  head: string;
  wanted: (whose?: Whose) => string;
  received: (whose?: Whose) => string;
};

export function wordsOf(
  matter: Matter<RequestSubject>,
  language: Language,
): WordsOf<RequestWords> & { concerning: string };
export function wordsOf(matter: Matter, language: Language): WordsOf<Words>;
export function wordsOf({ subjectMatter, about, title: titles }: Matter, language: Language): WordsOf<Words> {
  const { wanted, received, ...words } = subjectMatterWords[language][subjectMatter];
  const title = titles && inLanguage(titles, language);
  const which = { about, title };
  const hasName = title === undefined || !isRequested(subjectMatter) || subjectMatter === 'advance-assignment';
  return {
    ...words,
    head: hasName ? words.label : titleInSubject(title),
    wanted: (whose = {}) => wanted({ ...which, ...whose }),
    received: (whose = {}) => received({ ...which, ...whose }),
    ...('concerning' in words && { concerning: (words as RequestWords).concerning(which) }),
  };
}

function isRequested(matter: SubjectMatter): boolean {
  return (requestSubject.options as readonly string[]).includes(matter);
}

/** Its name inside a sentence: a kind of thing loses its capital, a title keeps it. */
export function inSentence({ head, label }: Pick<WordsOf<Words>, 'head' | 'label'>): string {
  return head === label ? label.toLowerCase() : head;
}

const untilDay: Record<Language, (on: CivilDate) => string> = {
  fi: (on) => `viimeistään ${onDate(on, 'fi')}`,
  sv: (on) => `till och med ${longDate(on, 'sv')}`,
  en: (on) => `until ${longDate(on, 'en')}`,
};

/** When something was due: the moment, or its day. */
type Due = { dueAt: Instant } | { dueOn: CivilDate };

/** So long after the reply date a last day is no date to write to: named, it would only tell the reader that there is time. */
const nearDays = 60;

type Pending = Due & { lastOn?: CivilDate | undefined };

/** The last day for what is overdue, where it is near enough to be named. */
export function nearLastDay(pending: Pending): CivilDate | undefined {
  const { lastOn } = pending;
  const dueOn = 'dueOn' in pending ? pending.dueOn : helsinkiDate(pending.dueAt);
  return lastOn !== undefined && daysBetween(dueOn, lastOn) <= nearDays ? lastOn : undefined;
}

/** 'The reply can still be given until …', with no full stop; without a day where none can be named. */
export function canStillBeGiven(pending: Matter & Pending, language: Language): string {
  const { canStillBeGiven: start } = wordsOf(pending, language);
  const lastOn = nearLastDay(pending);
  return lastOn === undefined ? start : `${start} ${untilDay[language](lastOn)}`;
}

/** 'As soon as possible', for what is overdue and has no last day near enough to be named. */
export const soon: Record<Language, string> = {
  fi: 'mahdollisimman pian',
  sv: 'så snart som möjligt',
  en: 'as soon as possible',
};

const stillBy: Record<Language, (on: CivilDate) => string> = {
  fi: (on) => `vielä, viimeistään ${shortDate(on, 'fi')}`,
  sv: (on) => `senast ${shortDate(on, 'sv')}`,
  en: (on) => `by ${shortDate(on, 'en')}`,
};

/** What a button says under which something overdue can still be done: 'Reply by …'. */
export function doItStill(pending: Matter & Pending, language: Language): string {
  const { act } = wordsOf(pending, language);
  const lastOn = nearLastDay(pending);
  return `${act} ${lastOn === undefined ? soon[language] : stillBy[language](lastOn)}`;
}
