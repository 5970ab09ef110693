import { datedStepWords, ended, partiesChanged, present } from '../words/shared.words';
import { recordOf, textOf } from '../words/json-values';
import { counted, type Sentences, type Told } from '../words/told';

/** What happened around an event, in plain words. */
export const eventWords: Sentences = {
  ...datedStepWords,
  EventPlanned: {
    fi: (t) =>
      `${t.who} aloitti tilaisuuden ${t.quoted(t.textIn('title'))} valmistelun (${eventOn(t)}; kutsuttavia ${t.list('invited').length}).`,
    sv: (t) =>
      `${t.who} inledde beredningen av tillfället ${t.quoted(t.textIn('title'))} (${eventOn(t)}; antal inbjudna ${t.list('invited').length}).`,
    en: (t) =>
      `${t.who} started preparing the event ${t.quoted(t.textIn('title'))} (${eventOn(t)}; to be invited: ${t.list('invited').length}).`,
  },
  EventAnnounced: {
    fi: (t) => `${t.who} lähetti kutsun tilaisuuteen.`,
    sv: (t) => `${t.who} skickade inbjudan till tillfället.`,
    en: (t) => `${t.who} sent the invitation to the event.`,
  },
  EventHeld: {
    fi: (t) =>
      `${t.who} kirjasi tilaisuuden pidetyksi ${t.day('heldOn')}${present(t, (n) => `; läsnä ${counted(n, 'henkilö', 'henkilöä')}`)}.`,
    sv: (t) =>
      `${t.who} antecknade tillfället som hållet ${t.day('heldOn')}${present(t, (n) => `; närvarande ${counted(n, 'person', 'personer')}`)}.`,
    en: (t) =>
      `${t.who} recorded the event as held on ${t.day('heldOn')}${present(t, (n) => `; ${counted(n, 'person', 'people')} present`)}.`,
  },
  EventNoted: {
    fi: (t) => `${t.who} kirjasi, mitä tilaisuudessa sovittiin: ${outcomes(t)}.`,
    sv: (t) => `${t.who} antecknade vad man kom överens om vid tillfället: ${outcomes(t)}.`,
    en: (t) => `${t.who} recorded what came of the event: ${outcomes(t)}.`,
  },
  InvitedChanged: partiesChanged,
  EventCancelled: ended({ fi: 'perui tilaisuuden', sv: 'ställde in tillfället', en: 'cancelled the event' }),
};

function eventOn(told: Told): string {
  return told.dayOf(recordOf(told.nested('dates').event).on);
}

function outcomes(told: Told): string {
  return told
    .list('outcomes')
    .map((outcome) => textOf(outcome))
    .join('; ');
}
