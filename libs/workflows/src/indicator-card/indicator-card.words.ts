import { answerNoted, datedStepWords, ended, partiesChanged } from '../words/shared.words';
import type { Sentences } from '../words/told';

/** What happened in a round of indicator cards, in plain words. */
export const indicatorCardWords: Sentences = {
  ...datedStepWords,
  CardsPlanned: {
    fi: (t) =>
      `${t.who} aloitti indikaattorikorttien kierroksen ${t.text('about')} (omistajia ${t.list('parties').length}).`,
    sv: (t) =>
      `${t.who} inledde omgången av indikatorkort ${t.text('about')} (antal ägare ${t.list('parties').length}).`,
    en: (t) =>
      `${t.who} started the round of indicator cards ${t.text('about')} (owners: ${t.list('parties').length}).`,
  },
  CardsRequested: {
    fi: (t) => `${t.who} pyysi kortit indikaattorien omistajilta.`,
    sv: (t) => `${t.who} bad indikatorernas ägare om korten.`,
    en: (t) => `${t.who} asked the owners of the indicators for the cards.`,
  },
  AnswerNoted: answerNoted,
  CardsCompiled: {
    fi: (t) => `${t.who} kokosi indikaattorikortit${t.where('summary', (summary) => ` (${summary})`)}.`,
    sv: (t) => `${t.who} sammanställde indikatorkorten${t.where('summary', (summary) => ` (${summary})`)}.`,
    en: (t) => `${t.who} compiled the indicator cards${t.where('summary', (summary) => ` (${summary})`)}.`,
  },
  PartiesChanged: partiesChanged,
  CardsCancelled: ended({
    fi: 'perui korttikierroksen',
    sv: 'återtog kortomgången',
    en: 'cancelled the round of cards',
  }),
};
