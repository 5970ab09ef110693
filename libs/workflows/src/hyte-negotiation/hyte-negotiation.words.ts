import { counted, type Sentences, type Told } from '../words/told';
import {
  answerNoted,
  at,
  datedStepWords,
  decisionNoted,
  ended,
  goalsCarriedOver,
  meetingsMoved,
  partiesChanged,
  present,
} from '../words/shared.words';

const acknowledgement = decisionNoted({
  fi: 'neuvottelun tuloksen',
  sv: 'resultatet av förhandlingen',
  en: 'the result of the negotiation',
});

/** What happened in a negotiation, in plain words. */
export const hyteNegotiationWords: Sentences = {
  ...datedStepWords,
  NegotiationPlanned: {
    fi: (t) =>
      `${t.who} aloitti hyte-neuvottelun valmistelun (vuosi ${t.text('about')}; osapuolia ${t.list('parties').length})${t.basis}.`,
    sv: (t) =>
      `${t.who} inledde beredningen av hyte-förhandlingen (år ${t.text('about')}; antal parter ${t.list('parties').length})${t.basis}.`,
    en: (t) =>
      `${t.who} started the HYTE negotiation (year ${t.text('about')}; parties: ${t.list('parties').length})${t.basis}.`,
  },
  PlanningHeld: {
    fi: (t) => `${t.who} kirjasi neuvottelun suunnitelluksi kuntien kanssa ${t.day('heldOn')}.`,
    sv: (t) => `${t.who} antecknade att förhandlingen planerades med kommunerna ${t.day('heldOn')}.`,
    en: (t) => `${t.who} recorded that the negotiation was planned with the municipalities on ${t.day('heldOn')}.`,
  },
  DateFixed: {
    fi: (t) => `${t.who} vahvisti neuvottelun ajankohdaksi ${meeting(t)}.`,
    sv: (t) => `${t.who} fastställde förhandlingens tidpunkt till ${meeting(t)}.`,
    en: (t) => `${t.who} fixed the negotiation for ${meeting(t)}.`,
  },
  PartiesChanged: partiesChanged,
  PartiesInvited: {
    fi: (t) => `${t.who} kutsui osapuolet neuvotteluun ja lähetti ennakkotehtävän.`,
    sv: (t) => `${t.who} bjöd in parterna till förhandlingen och skickade förhandsuppgiften.`,
    en: (t) => `${t.who} invited the parties to the negotiation and sent the advance assignment.`,
  },
  AnswerNoted: answerNoted,
  AnswersCompiled: {
    fi: (t) => `${t.who} koosti ennakkotehtävän vastaukset${at(t, 'summary')}.`,
    sv: (t) => `${t.who} sammanställde svaren på förhandsuppgiften${at(t, 'summary')}.`,
    en: (t) => `${t.who} compiled the answers to the advance assignment${at(t, 'summary')}.`,
  },
  NegotiationHeld: {
    fi: (t) =>
      `${t.who} kirjasi neuvottelun pidetyksi ${t.day('heldOn')}${present(t, (n) => `; läsnä ${counted(n, 'henkilö', 'henkilöä')}`)}${t.basis}.`,
    sv: (t) =>
      `${t.who} antecknade förhandlingen som hållen ${t.day('heldOn')}${present(t, (n) => `; närvarande ${counted(n, 'person', 'personer')}`)}${t.basis}.`,
    en: (t) =>
      `${t.who} recorded the negotiation as held on ${t.day('heldOn')}${present(t, (n) => `; ${counted(n, 'person', 'people')} present`)}${t.basis}.`,
  },
  DraftSummarySent: {
    fi: (t) =>
      `${t.who} lähetti yhteenvedon luonnoksen kommentoitavaksi${t.where('commentsDue', () => ` (kommentit viimeistään ${t.day('commentsDue')})`)}${at(t, 'document')}.`,
    sv: (t) =>
      `${t.who} skickade utkastet till sammandrag för kommentarer${t.where('commentsDue', () => ` (kommentarer senast ${t.day('commentsDue')})`)}${at(t, 'document')}.`,
    en: (t) =>
      `${t.who} sent the draft summary for comments${t.where('commentsDue', () => ` (comments by ${t.day('commentsDue')})`)}${at(t, 'document')}.`,
  },
  CommentRecorded: {
    fi: (t) => `${t.who} kirjasi ${t.of('organisation').genitive} kommentin yhteenvedon luonnoksesta.`,
    sv: (t) => `${t.who} antecknade en kommentar ${t.of('organisation').from} till utkastet.`,
    en: (t) => `${t.who} recorded a comment ${t.of('organisation').from} on the draft summary.`,
  },
  SummaryFinished: {
    fi: (t) => `${t.who} viimeisteli yhteenvedon toimielimen käsiteltäväksi${at(t, 'document')}.`,
    sv: (t) => `${t.who} färdigställde sammandraget för behandling i organet${at(t, 'document')}.`,
    en: (t) => `${t.who} finished the summary for the body to handle${at(t, 'document')}.`,
  },
  BoardDecisionNoted: acknowledgement,
  BoardRejectionNoted: acknowledgement,
  AcknowledgementNoted: acknowledgement,
  AcknowledgementForwarded: acknowledgement,
  BoardMeetingMoved: meetingsMoved,
  ResultSent: {
    fi: (t) =>
      `${t.who} lähetti neuvottelun tuloksen osapuolille${t.where('acknowledgementsDue', () => ` (kuntien käsittely viimeistään ${t.day('acknowledgementsDue')})`)}${at(t, 'document')}.`,
    sv: (t) =>
      `${t.who} skickade resultatet av förhandlingen till parterna${t.where('acknowledgementsDue', () => ` (behandling i kommunerna senast ${t.day('acknowledgementsDue')})`)}${at(t, 'document')}.`,
    en: (t) =>
      `${t.who} sent the result of the negotiation to the parties${t.where('acknowledgementsDue', () => ` (to be handled in the municipalities by ${t.day('acknowledgementsDue')})`)}${at(t, 'document')}.`,
  },
  GoalsCarriedOver: goalsCarriedOver,
  ReportNoted: {
    fi: (t) =>
      `Hyvinvointiraportti tuli neuvottelun pohjaksi: valtuusto käsitteli sen ${t.day('handledOn')} (${t.text('section')} §).`,
    sv: (t) =>
      `Välfärdsrapporten blev underlag för förhandlingen: fullmäktige behandlade den ${t.day('handledOn')} (${t.text('section')} §).`,
    en: (t) =>
      `The wellbeing report became known to the negotiation: the council handled it on ${t.day('handledOn')} (section ${t.text('section')}).`,
  },
  NegotiationClosed: {
    fi: (t) =>
      `${t.who} päätti neuvottelun ja kirjasi tavoitteet (tavoitteita ${t.list('goals').length})${t.where('whyNone', (why) => ` (ei tavoitteita: ${why})`)}.`,
    sv: (t) =>
      `${t.who} avslutade förhandlingen och antecknade målen (antal mål ${t.list('goals').length})${t.where('whyNone', (why) => ` (inga mål: ${why})`)}.`,
    en: (t) =>
      `${t.who} closed the negotiation and recorded its goals (goals: ${t.list('goals').length})${t.where('whyNone', (why) => ` (no goals: ${why})`)}.`,
  },
  NegotiationCancelled: ended({
    fi: 'perui neuvottelun',
    sv: 'ställde in förhandlingen',
    en: 'cancelled the negotiation',
  }),
};

/** 'to 27.8.2026 klo 8.30, Lahti': when and where, as far as it was told. */
function meeting(told: Told): string {
  const { on, at: time, place } = told.nested('negotiation');
  const when = [told.dayOf(on), told.timeOf(time)].filter((part) => part !== '').join(' ');
  return typeof place === 'string' ? `${when}, ${place}` : when;
}
