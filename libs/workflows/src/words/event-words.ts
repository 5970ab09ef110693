import type { Language } from '@app/domain';
import { boardHandlingWords } from '../board-handling/board-handling.words';
import { councilTermNegotiationWords } from '../council-term-negotiation/council-term-negotiation.words';
import { eventWords } from '../event/event.words';
import { historyEntryWords } from '../history-entry/history-entry.words';
import { hyteNegotiationWords } from '../hyte-negotiation/hyte-negotiation.words';
import { indicatorCardWords } from '../indicator-card/indicator-card.words';
import { informationRequestWords } from '../information-request/information-request.words';
import { interfaceBoardMeetingWords } from '../interface-board-meeting/interface-board-meeting.words';
import type { Json } from '../kernel/command';
import { termAccountWords } from '../term-account/term-account.words';
import { wellbeingReportWords } from '../wellbeing-report/wellbeing-report.words';
import { yearlyMunicipalReportWords } from '../yearly-municipal-report/yearly-municipal-report.words';
import { consequenceWords } from './consequence.words';
import { kernelWords } from './kernel.words';
import type { Naming } from './naming';
import { streamWords } from './stream.words';
import { type About, capital, type Sentence, type Sentences, type TellableEvent, Told } from './told';

/** By the name of the definition, whatever its version: a name of an event keeps its meaning. */
const byDefinition: Readonly<Record<string, Sentences>> = {
  'board-handling': boardHandlingWords,
  'council-term-negotiation': councilTermNegotiationWords,
  event: eventWords,
  'history-entry': historyEntryWords,
  'hyte-negotiation': hyteNegotiationWords,
  'indicator-card': indicatorCardWords,
  'information-request': informationRequestWords,
  'interface-board-meeting': interfaceBoardMeetingWords,
  'term-account': termAccountWords,
  'wellbeing-report': wellbeingReportWords,
  'yearly-municipal-report': yearlyMunicipalReportWords,
};

const anyWorkflow: Sentences = { ...kernelWords, ...consequenceWords };

/** What the log says of an event that newer software has written. */
const unknown: Sentence = {
  fi: () => 'Kirjattiin tapahtuma, jota tämä ohjelmaversio ei tunne',
  sv: () => 'En händelse som denna programversion inte känner till antecknades',
  en: () => 'An event was recorded that this version of the software does not know',
};

/** What is said of an event whose content has been disposed of at the end of its retention. */
const disposed: Sentence = {
  fi: () => 'Tapahtuman sisältö on hävitetty säilytysajan päätyttyä',
  sv: () => 'Händelsens innehåll har utplånats när bevaringstiden gått ut',
  en: () => 'The content of the event has been disposed of at the end of its retention',
};

/** Whether there is a sentence of its own on events of the type in streams of the definition; without one, in any other stream. */
export function hasWords(type: string, definition?: string): boolean {
  return sentenceOn(type, definition) !== undefined;
}

/** Whether any stream can have an event of the type. */
export function hasWordsAnywhere(type: string): boolean {
  return hasWords(type) || Object.keys(byDefinition).some((definition) => hasWords(type, definition));
}

/**
 * What happened, in one sentence as a careful official would write it: who did it by role, about whom by the name that `naming` knows, by
 * when and by which act. Pure. An event of a type that is not known here is said to be one; so is one whose content is gone (`data` undefined).
 */
export function wordsOf(
  event: Omit<TellableEvent, 'data'> & { data: Json | undefined },
  about: About,
  naming: Naming,
  language: Language,
): string {
  const { type, role, data } = event;
  const told = new Told({ type, role, data: data ?? null }, about, naming, language);
  if (data === undefined) return `${disposed[language](told)} (${type}).`;
  const sentence = sentenceOn(type, about.definition?.name);
  return sentence ? capital(sentence[language](told)) : `${unknown[language](told)} (${type}).`;
}

function sentenceOn(type: string, definition: string | undefined): Sentence | undefined {
  if (definition === undefined) return own(streamWords, type) ?? own(anyWorkflow, type);
  return own(byDefinition[definition] ?? {}, type) ?? own(anyWorkflow, type);
}

function own(sentences: Sentences, type: string): Sentence | undefined {
  return Object.hasOwn(sentences, type) ? sentences[type] : undefined;
}
