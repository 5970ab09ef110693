import type { Language } from '@app/domain';
import { z } from 'zod';
import { line, wordingOrLine } from './fields';
import { inLanguage } from './names';

/**
 * Which negotiation a coordinator's step belongs to; unless told, the annual one. `term` is a council term, `2025-2029`. Any other
 * workflow is named by its title.
 */
export const ofNegotiation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('annual') }),
  z.object({ kind: z.literal('council-term'), term: line }),
  z.object({ kind: z.literal('matter'), title: wordingOrLine }),
]);
type OfNegotiation = z.output<typeof ofNegotiation>;

/** The beginning of a subject, and the negotiation as a step's sentence names it: in Finnish in the genitive. */
type Words = { subject: string; negotiation: string };

/** The term as a text writes it, with an en dash: '2025–2029'. */
export function termName(term: string): string {
  return term.replace('-', '–');
}

const annual: Record<Language, Words> = {
  fi: { subject: 'Hyte-neuvottelun vaihe', negotiation: 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelun' },
  sv: { subject: 'Steg i förhandlingen', negotiation: 'den årliga förhandlingen om främjande av hälsa och välfärd' },
  en: { subject: 'Step of the negotiation', negotiation: 'the yearly negotiation on promoting health and wellbeing' },
};

const ofTerm: Record<Language, (term: string) => Words> = {
  fi: (term) => ({
    subject: 'Valtuustokauden neuvottelun vaihe',
    negotiation: `valtuustokauden ${term} neuvottelun`,
  }),
  sv: (term) => ({
    subject: 'Steg i fullmäktigeperiodens förhandling',
    negotiation: `förhandlingen för fullmäktigeperioden ${term}`,
  }),
  en: (term) => ({
    subject: "Step of the council term's negotiation",
    negotiation: `the negotiation of the council term ${term}`,
  }),
};

const ofMatter: Record<Language, (title: string) => Words> = {
  fi: (title) => ({ subject: `${title}: vaihe`, negotiation: `asian ”${title}”` }),
  sv: (title) => ({ subject: `${title}: steg`, negotiation: `ärendet ”${title}”` }),
  en: (title) => ({ subject: `${title}: step`, negotiation: `the matter “${title}”` }),
};

/** The words for a step of one of the negotiations, or of any other matter. */
export function stepWords(of: OfNegotiation | undefined, language: Language): Words {
  switch (of?.kind) {
    case 'council-term':
      return ofTerm[language](termName(of.term));
    case 'matter':
      return ofMatter[language](inLanguage(of.title, language));
    default:
      return annual[language];
  }
}
