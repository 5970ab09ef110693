import type { Language } from '@app/domain';
import {
  at,
  datedStepWords,
  decisionNoted,
  ended,
  meetingsMoved,
  partiesChanged,
  present,
} from '../words/shared.words';
import { counted, type Sentences, type Told } from '../words/told';

const agreementDecided = decisionNoted({
  fi: 'yhteistyösopimuksen',
  sv: 'samarbetsavtalet',
  en: 'the cooperation agreement',
});

/** What happened in the negotiation of a council term, in plain words. */
export const councilTermNegotiationWords: Sentences = {
  ...datedStepWords,
  TermPlanned: {
    fi: (t) =>
      `${t.who} aloitti valtuustokauden ${t.text('term')} neuvottelun (kuntia ${t.list('municipalities').length})${t.basis}.`,
    sv: (t) =>
      `${t.who} inledde förhandlingen för fullmäktigeperioden ${t.text('term')} (antal kommuner ${t.list('municipalities').length})${t.basis}.`,
    en: (t) =>
      `${t.who} started the negotiation of the council term ${t.text('term')} (municipalities: ${t.list('municipalities').length})${t.basis}.`,
  },
  ForumAgreed: {
    fi: (t) => `${t.who} kirjasi, että neuvottelufoorumista sovittiin kuntien kanssa ${t.day('agreedOn')}.`,
    sv: (t) => `${t.who} antecknade att man kom överens om förhandlingsforumet med kommunerna ${t.day('agreedOn')}.`,
    en: (t) =>
      `${t.who} recorded that the negotiation forum was agreed on with the municipalities on ${t.day('agreedOn')}.`,
  },
  SituationShared: {
    fi: (t) => `${t.who} kirjasi yhteisen tilannekuvan valmiiksi ${t.day('sharedOn')}${at(t, 'document')}.`,
    sv: (t) => `${t.who} antecknade den gemensamma lägesbilden som färdig ${t.day('sharedOn')}${at(t, 'document')}.`,
    en: (t) =>
      `${t.who} recorded the shared picture of the situation as ready on ${t.day('sharedOn')}${at(t, 'document')}.`,
  },
  GoalsWorkbookFinished: {
    fi: (t) =>
      `${t.who} kirjasi tavoitetyökirjan valmiiksi ${t.day('finishedOn')} (tavoitteita ${t.list('goals').length})${at(t, 'document')}.`,
    sv: (t) =>
      `${t.who} antecknade målarbetsboken som färdig ${t.day('finishedOn')} (antal mål ${t.list('goals').length})${at(t, 'document')}.`,
    en: (t) =>
      `${t.who} recorded the goals workbook as finished on ${t.day('finishedOn')} (goals: ${t.list('goals').length})${at(t, 'document')}.`,
  },
  MidEvaluationSkipped: ended({
    fi: 'jätti väliarvioinnin tekemättä',
    sv: 'lät bli att göra halvtidsutvärderingen',
    en: 'left out the mid-term evaluation',
  }),
  YearlyInputSkipped: {
    fi: (t) => `${t.who} jätti vuoden ${t.text('year')} ${half(t, 'fi')} kirjaamatta${t.why}.`,
    sv: (t) => `${t.who} lät bli att anteckna ${half(t, 'sv')} år ${t.text('year')}${t.why}.`,
    en: (t) => `${t.who} left out ${half(t, 'en')} of ${t.text('year')}${t.why}.`,
  },
  NegotiationHeld: {
    fi: (t) =>
      `${t.who} kirjasi valtuustokauden neuvottelun pidetyksi ${t.day('heldOn')}${present(t, (n) => `; läsnä ${counted(n, 'henkilö', 'henkilöä')}`)}${t.basis}.`,
    sv: (t) =>
      `${t.who} antecknade periodens förhandling som hållen ${t.day('heldOn')}${present(t, (n) => `; närvarande ${counted(n, 'person', 'personer')}`)}${t.basis}.`,
    en: (t) =>
      `${t.who} recorded the negotiation of the term as held on ${t.day('heldOn')}${present(t, (n) => `; ${counted(n, 'person', 'people')} present`)}${t.basis}.`,
  },
  AgreementSent: {
    fi: (t) => `${t.who} lähetti yhteistyösopimuksen valtuustojen käsiteltäväksi.`,
    sv: (t) => `${t.who} sände samarbetsavtalet till fullmäktige för behandling.`,
    en: (t) => `${t.who} sent the cooperation agreement to the councils.`,
  },
  CouncilDecisionNoted: agreementDecided,
  BodyDecisionNoted: agreementDecided,
  CountyMeetingMoved: meetingsMoved,
  AgreementSigned: {
    fi: (t) =>
      `${t.who} kirjasi yhteistyösopimuksen allekirjoitetuksi ${t.day('signedOn')}${t.where('whyWithout', (why) => ` (kaikki valtuustot eivät ole hyväksyneet sitä: ${why})`)}.`,
    sv: (t) =>
      `${t.who} antecknade samarbetsavtalet som undertecknat ${t.day('signedOn')}${t.where('whyWithout', (why) => ` (alla fullmäktige har inte godkänt det: ${why})`)}.`,
    en: (t) =>
      `${t.who} recorded the cooperation agreement as signed on ${t.day('signedOn')}${t.where('whyWithout', (why) => ` (not every council has approved it: ${why})`)}.`,
  },
  YearlyInputRecorded: {
    fi: (t) => `${t.who} kirjasi vuoden ${t.text('year')} ${half(t, 'fi')}.`,
    sv: (t) => `${t.who} antecknade ${half(t, 'sv')} år ${t.text('year')}.`,
    en: (t) => `${t.who} recorded ${half(t, 'en')} of ${t.text('year')}.`,
  },
  MidEvaluationRecorded: {
    fi: (t) => `${t.who} kirjasi väliarvioinnin (${t.day('evaluatedOn')})${at(t, 'document')}.`,
    sv: (t) => `${t.who} antecknade halvtidsutvärderingen (${t.day('evaluatedOn')})${at(t, 'document')}.`,
    en: (t) => `${t.who} recorded the mid-term evaluation (${t.day('evaluatedOn')})${at(t, 'document')}.`,
  },
  TermHandedOver: {
    fi: (t) =>
      `${t.who} siirsi avoimet asiat (${t.list('openMatters').length}) valtuustokaudelle ${t.text('nextTerm')}.`,
    sv: (t) =>
      `${t.who} överförde de öppna ärendena (${t.list('openMatters').length}) till fullmäktigeperioden ${t.text('nextTerm')}.`,
    en: (t) =>
      `${t.who} handed open matters (${t.list('openMatters').length}) over to the council term ${t.text('nextTerm')}.`,
  },
  MattersTakenOver: {
    fi: (t) => `Edelliseltä valtuustokaudelta otettiin vastaan avoimet asiat (${t.list('matters').length}).`,
    sv: (t) => `Öppna ärenden (${t.list('matters').length}) togs över från den föregående fullmäktigeperioden.`,
    en: (t) => `Open matters (${t.list('matters').length}) were taken over from the council term before.`,
  },
  MunicipalitiesChanged: partiesChanged,
  TermClosed: ended({
    fi: 'päätti valtuustokauden neuvottelun ja kirjasi loppuarvioinnin',
    sv: 'avslutade fullmäktigeperiodens förhandling och antecknade slututvärderingen',
    en: 'closed the negotiation of the term with its final evaluation',
  }),
  TermMissed: {
    fi: (t) => `${t.who} päätti valtuustokauden ilman neuvottelua${t.why}${t.basis}.`,
    sv: (t) => `${t.who} avslutade fullmäktigeperioden utan förhandling${t.why}${t.basis}.`,
    en: (t) => `${t.who} closed the council term without a negotiation${t.why}${t.basis}.`,
  },
  TermCancelled: ended({
    fi: 'perui virheellisen aloituksen',
    sv: 'återtog den felaktiga starten',
    en: 'cancelled what was started by mistake',
  }),
};

const halves: Record<Language, Record<'accounts' | 'budgets', string>> = {
  fi: { accounts: 'arvioinnin tilinpäätöksen yhteydessä', budgets: 'näkemyksen talousarvioihin' },
  sv: { accounts: 'utvärderingen i samband med bokslutet', budgets: 'synpunkterna för budgeterna' },
  en: { accounts: 'the evaluation with the accounts', budgets: 'the input to the budgets' },
};

function half(told: Told, language: Language): string {
  return halves[language][told.text('half') === 'accounts' ? 'accounts' : 'budgets'];
}
