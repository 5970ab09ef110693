import type { Language } from '@app/domain';
import type { NextStep } from './fields';
import { inLanguage } from './names';
import { whenAndWhere } from './negotiation';

const next: Record<Language, string> = { fi: 'Seuraavaksi', sv: 'Därefter', en: 'What comes next' };

/** One sentence: what comes after the answer, when and where; nothing where that is not known. */
export function nextSentence(step: NextStep | undefined, language: Language): string | undefined {
  if (step === undefined) return undefined;
  return `${next[language]}: ${inLanguage(step.title, language)} ${whenAndWhere(step, language)}.`;
}
