import type { CivilDate, Language } from '@app/domain';
import type { z } from 'zod';
import { longDate, onDate } from './dates';
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

type Pending = Matter & { lastOn?: CivilDate | undefined };

const untilDay: Record<Language, (on: CivilDate) => string> = {
  fi: (on) => `viimeistään ${onDate(on, 'fi')}`,
  sv: (on) => `till och med ${longDate(on, 'sv')}`,
  en: (on) => `until ${longDate(on, 'en')}`,
};

/** 'The reply can still be given until …', with no full stop; without a day where no last day has been set. */
export function canStillBeGiven({ lastOn, ...matter }: Pending, language: Language): string {
  const { canStillBeGiven: start } = wordsOf(matter, language);
  return lastOn === undefined ? start : `${start} ${untilDay[language](lastOn)}`;
}
