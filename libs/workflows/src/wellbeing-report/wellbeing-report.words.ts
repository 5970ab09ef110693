import {
  answerNoted,
  at,
  datedStepWords,
  decisionNoted,
  ended,
  goalsCarriedOver,
  meetingsMoved,
  partiesChanged,
} from '../words/shared.words';
import { organisationsIn } from '../words/json-values';
import type { Sentences } from '../words/told';

const reportDecided = decisionNoted({
  fi: 'hyvinvointiraportin',
  sv: 'välfärdsrapporten',
  en: 'the wellbeing report',
});

/** What happened to a wellbeing report, in plain words. */
export const wellbeingReportWords: Sentences = {
  ...datedStepWords,
  ReportPlanned: {
    fi: (t) =>
      `${t.who} aloitti vuoden ${t.text('about')} hyvinvointiraportin (kortteja pyydetään ${t.list('parties').length} organisaatiolta)${t.basis}.`,
    sv: (t) =>
      `${t.who} inledde välfärdsrapporten för år ${t.text('about')} (${t.list('parties').length} organisationer ombeds om kort)${t.basis}.`,
    en: (t) =>
      `${t.who} started the wellbeing report on ${t.text('about')} (organisations to be asked: ${t.list('parties').length})${t.basis}.`,
  },
  CollectionDesigned: {
    fi: (t) => `${t.who} kirjasi tiedonkeruun suunnittelun alkaneeksi ${t.day('startedOn')}.`,
    sv: (t) => `${t.who} antecknade att planeringen av insamlingen inleddes ${t.day('startedOn')}.`,
    en: (t) => `${t.who} recorded that the design of the collection began on ${t.day('startedOn')}.`,
  },
  CardsRequested: {
    fi: (t) => `${t.who} lähetti korttipyynnöt.`,
    sv: (t) => `${t.who} bad om korten.`,
    en: (t) => `${t.who} asked for the cards.`,
  },
  AnswerNoted: answerNoted,
  IndicatorsGathered: {
    fi: (t) =>
      `${t.who} kirjasi indikaattorit kootuiksi ${t.day('readyOn')} (indikaattoreita ${t.list('values').length}).`,
    sv: (t) =>
      `${t.who} antecknade indikatorerna som sammanställda ${t.day('readyOn')} (antal indikatorer ${t.list('values').length}).`,
    en: (t) =>
      `${t.who} recorded the indicators as gathered on ${t.day('readyOn')} (indicators: ${t.list('values').length}).`,
  },
  CardsCompiled: {
    fi: (t) => `${t.who} kokosi kortit.`,
    sv: (t) => `${t.who} sammanställde korten.`,
    en: (t) => `${t.who} compiled the cards.`,
  },
  ReportFinished: {
    fi: (t) => `${t.who} viimeisteli hyvinvointiraportin toimielinten käsiteltäväksi${at(t, 'document')}.`,
    sv: (t) => `${t.who} färdigställde välfärdsrapporten för behandling i organen${at(t, 'document')}.`,
    en: (t) => `${t.who} finished the wellbeing report for the bodies${at(t, 'document')}.`,
  },
  BodyDecisionNoted: reportDecided,
  CouncilDecisionNoted: reportDecided,
  ReportRejectionNoted: reportDecided,
  BodyMeetingsMoved: meetingsMoved,
  GoalsCarriedOver: goalsCarriedOver,
  ReportPublished: {
    fi: (t) => `${t.who} julkaisi hyvinvointiraportin ${t.day('publishedOn')} ja lähetti sen kunnille${at(t, 'link')}.`,
    sv: (t) =>
      `${t.who} publicerade välfärdsrapporten ${t.day('publishedOn')} och skickade den till kommunerna${at(t, 'link')}.`,
    en: (t) =>
      `${t.who} published the wellbeing report on ${t.day('publishedOn')} and sent it to the municipalities${at(t, 'link')}.`,
  },
  ReportDelivered: {
    fi: (t) =>
      `${t.who} totesi hyvinvointiraportin tulleen kunnille: ${t.names(organisationsIn(t.list('receivedBy')))}.`,
    sv: (t) =>
      `${t.who} konstaterade att välfärdsrapporten har nått kommunerna: ${t.names(organisationsIn(t.list('receivedBy')))}.`,
    en: (t) =>
      `${t.who} noted that the wellbeing report has reached the municipalities: ${t.names(organisationsIn(t.list('receivedBy')))}.`,
  },
  PartiesChanged: partiesChanged,
  ReportCancelled: ended({
    fi: 'perui hyvinvointiraportin',
    sv: 'återtog välfärdsrapporten',
    en: 'cancelled the wellbeing report',
  }),
};
