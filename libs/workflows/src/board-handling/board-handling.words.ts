import { decision, ended, minutesPlace } from '../words/shared.words';
import { recordOf, textOf } from '../words/json-values';
import { capital, type Sentence, type Sentences, type Told } from '../words/told';

const decided: Sentence = {
  fi: (t) =>
    `${t.who} ${t.byRespondent ? 'ilmoitti toimielimensä' : `kirjasi ${t.asked.genitive} toimielimen`} päätöksen${matter(t, ' asiassa')}: ${decision(t, 'fi')} (${minutesPlace(t, 'fi')}).`,
  sv: (t) =>
    `${t.who} ${t.byRespondent ? 'meddelade sitt organs beslut' : `antecknade beslutet i ${t.asked.genitive} organ`}${matter(t, ' i ärendet')}: ${decision(t, 'sv')} (${minutesPlace(t, 'sv')}).`,
  en: (t) =>
    `${t.who} ${t.byRespondent ? 'reported the decision of its body' : `recorded the decision of a body of ${t.asked.name}`}${matter(t, ' on')}: ${decision(t, 'en')} (${minutesPlace(t, 'en')}).`,
};

/** What happened to a matter in its bodies, in plain words. */
export const boardHandlingWords: Sentences = {
  HandlingStarted: {
    fi: (t) =>
      `${capital(t.of('organisation').genitive)} toimielinten käsittelyyn tuli asia ${t.quoted(t.textIn('title'))}${order(t)}${due(t, 'käsiteltäväksi viimeistään')}.`,
    sv: (t) =>
      `Ärendet ${t.quoted(t.textIn('title'))} kom till behandling i ${t.of('organisation').genitive} organ${order(t)}${due(t, 'och ska behandlas senast')}.`,
    en: (t) =>
      `The matter ${t.quoted(t.textIn('title'))} went to the bodies of ${t.of('organisation').name}${order(t)}${due(t, 'to be handled by')}.`,
  },
  ReceiptConfirmed: {
    fi: (t) => `${t.who} vahvisti, että pyyntö käsitellä asia on tullut perille.`,
    sv: (t) => `${t.who} bekräftade att begäran om behandling har kommit fram.`,
    en: (t) => `${t.who} confirmed that the request to handle the matter has arrived.`,
  },
  ItemPrepared: {
    fi: (t) => `${t.who} merkitsi asian valmistelluksi${preparedTitle(t)} (toimivalta: ${t.text('competence')}).`,
    sv: (t) => `${t.who} markerade ärendet som berett${preparedTitle(t)} (behörighet: ${t.text('competence')}).`,
    en: (t) => `${t.who} marked the matter as prepared${preparedTitle(t)} (competence: ${t.text('competence')}).`,
  },
  PlacedOnAgenda: {
    fi: (t) => `${t.who} vei asian toimielimen esityslistalle (kokous ${t.day('meetingOn')}).`,
    sv: (t) => `${t.who} tog upp ärendet på organets föredragningslista (sammanträde ${t.day('meetingOn')}).`,
    en: (t) => `${t.who} placed the matter on the agenda of the body (meeting ${t.day('meetingOn')}).`,
  },
  DecisionRecorded: decided,
  DecisionReported: decided,
  LastDecisionReported: decided,
  ItemReturned: decided,
  ItemTabled: decided,
  ExtractSent: {
    fi: (t) => `${t.who} merkitsi pöytäkirjanotteen lähetetyksi${recipients(t, 'saajat')}.`,
    sv: (t) => `${t.who} markerade protokollsutdraget som sänt${recipients(t, 'mottagare')}.`,
    en: (t) => `${t.who} marked the extract of the minutes as sent${recipients(t, 'recipients')}.`,
  },
  SentToNextBody: {
    fi: (t) => `${t.who} merkitsi otteen lähetetyksi${recipients(t, 'saajat')}; asia siirtyi seuraavaan toimielimeen.`,
    sv: (t) =>
      `${t.who} markerade utdraget som sänt${recipients(t, 'mottagare')}; ärendet gick vidare till nästa organ.`,
    en: (t) =>
      `${t.who} marked the extract as sent${recipients(t, 'recipients')}; the matter went on to the next body.`,
  },
  HandlingEscalated: {
    fi: (t) => `${t.who} vei asian ${t.asked.genitive} johtajalle.`,
    sv: (t) => `${t.who} förde ärendet till ledningen (${t.asked.name}).`,
    en: (t) => `${t.who} took the matter to the manager (${t.asked.name}).`,
  },
  HandlingRescheduled: {
    fi: (t) => `${t.who} siirsi käsittelyä${moved(t, 'viimeistään')}${t.why}.`,
    sv: (t) => `${t.who} flyttade behandlingen${moved(t, 'senast')}${t.why}.`,
    en: (t) => `${t.who} moved the handling${moved(t, 'by')}${t.why}.`,
  },
  HandlingTakenOver: {
    fi: (t) => `Käsittely siirrettiin ${t.of('organisation').to} seuraajana${t.why}.`,
    sv: (t) => `Behandlingen överfördes ${t.of('organisation').to} som efterträdare${t.why}.`,
    en: (t) => `The handling was passed on ${t.of('organisation').to} as the successor${t.why}.`,
  },
  HandlingClosed: ended({
    fi: 'päätti käsittelyn seurannan',
    sv: 'avslutade uppföljningen av behandlingen',
    en: 'closed the handling',
  }),
  HandlingWithdrawn: ended({ fi: 'perui käsittelyn', sv: 'återtog behandlingen', en: 'withdrew the handling' }),
};

/** ' (hyvinvointilautakunta, kunnanhallitus)': the bodies in their order. */
function order(told: Told): string {
  const bodies = told.list('bodies').map((body) => told.bodyOf(textOf(recordOf(body).id)));
  return bodies.length === 0 ? '' : ` (${bodies.join(', ')})`;
}

/** Where the preparer gave the matter a title of its own. */
function preparedTitle(told: Told): string {
  return told.where('title', (title) => `: ${told.quoted(title)}`);
}

function due(told: Told, by: string): string {
  const { on } = told.nested('due');
  return on === undefined ? '' : ` ${by} ${told.dayOf(on)}`;
}
function recipients(told: Told, word: string): string {
  return told.where('recipients', (to) => ` (${word}: ${to})`);
}

function moved(told: Told, by: string): string {
  const days = [
    ...(told.has('meetingOn') ? [`${told.has('body') ? `${told.body()} ` : ''}${told.day('meetingOn')}`] : []),
    ...(told.has('due') ? [`${by} ${told.dayOf(told.nested('due').on)}`] : []),
  ];
  return days.length === 0 ? '' : `: ${days.join('; ')}`;
}

function matter(told: Told, before: string): string {
  return told.matter === '' ? '' : `${before}${told.matter}`;
}
