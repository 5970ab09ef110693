import { citations, citationText, type Language } from '@app/domain';
import { noBreak, onDate, timeRange } from './dates';
import type { NegotiationTime, PartyKind } from './fields';
import { placePhrase } from './names';

/** When and where: 'torstaina 27.8.2026 klo 8.30–15.15 Lahdessa'. */
export function whenAndWhere(
  { on, at, until, place }: Pick<NegotiationTime, 'on' | 'at' | 'until' | 'place'>,
  language: Language,
): string {
  const joint = language === 'en' ? ', ' : noBreak;
  const time = at === undefined ? '' : `${joint}${timeRange(at, until, language)}`;
  return `${onDate(on, language)}${time}${placePhrase(place, language)}`;
}

/** One sentence: when and where the negotiation is held. */
export const negotiationSentence: Record<Language, (time: NegotiationTime) => string> = {
  fi: (time) => `Neuvottelu on ${whenAndWhere(time, 'fi')}.`,
  sv: (time) => `Förhandlingen hålls ${whenAndWhere(time, 'sv')}.`,
  en: (time) => `The negotiation is held ${whenAndWhere(time, 'en')}.`,
};

/** One sentence: when and where it was to be held before it was moved. */
export const earlierNegotiationSentence: Record<Language, (time: NegotiationTime) => string> = {
  fi: (time) => `Sen piti olla ${whenAndWhere(time, 'fi')}.`,
  sv: (time) => `Den skulle hållas ${whenAndWhere(time, 'sv')}.`,
  en: (time) => `It was to be held ${whenAndWhere(time, 'en')}.`,
};

/** The duty to negotiate, with its source: Act 612/2021, 7 § 4 mom. Written to stand after a colon. */
export const dutyToNegotiate: Record<Language, string> = {
  fi:
    'hyvinvointialueen on neuvoteltava vähintään kerran vuodessa kuntien ja muiden toimijoiden kanssa ' +
    `(${citationText(citations.countyNegotiates, 'fi')}).`,
  sv:
    'välfärdsområdet ska minst en gång per år förhandla med kommunerna och andra aktörer ' +
    `(${citationText(citations.countyNegotiates, 'sv')}).`,
  en:
    'the wellbeing services county must negotiate at least once a year with the municipalities and other actors ' +
    `(${citationText(citations.countyNegotiates, 'en')}).`,
};

const { section } = citations.municipalityTakesPart;

/** Who must take part: a municipality must (6 §), the other parties are invited under 7 § 4 mom. No full stop. */
export const takingPart: Record<Language, Record<PartyKind, string>> = {
  fi: {
    municipality: `Kunnan on osallistuttava neuvotteluun (${section}${noBreak}§)`,
    other: 'Muut toimijat kutsutaan neuvotteluun saman säännöksen nojalla',
  },
  sv: {
    municipality: `Kommunen ska delta i förhandlingen (${section}${noBreak}§)`,
    other: 'Övriga aktörer bjuds in till förhandlingen med stöd av samma bestämmelse',
  },
  en: {
    municipality: `The municipality must take part in the negotiation (section${noBreak}${section})`,
    other: 'The other actors are invited to the negotiation under the same provision',
  },
};
