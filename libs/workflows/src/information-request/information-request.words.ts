import type { Language } from '@app/domain';
import { ended } from '../words/shared.words';
import { basis } from '../words/consequence.words';
import { capital, type Sentence, type Sentences, type Told } from '../words/told';

const answerGiven: Sentence = {
  fi: (t) =>
    t.byRespondent
      ? `${t.who} vastasi pyyntöön${t.matter}${lateness(t, 'fi')}${handled(t, 'fi')}.`
      : `${t.who} kirjasi ${t.asked.genitive} vastauksen pyyntöön${t.matter}${lateness(t, 'fi')}${handled(t, 'fi')}.`,
  sv: (t) =>
    t.byRespondent
      ? `${t.who} besvarade begäran${t.matter}${lateness(t, 'sv')}${handled(t, 'sv')}.`
      : `${t.who} antecknade svaret ${t.asked.from} på begäran${t.matter}${lateness(t, 'sv')}${handled(t, 'sv')}.`,
  en: (t) =>
    t.byRespondent
      ? `${t.who} answered the request${t.matter}${lateness(t, 'en')}${handled(t, 'en')}.`
      : `${t.who} recorded the answer ${t.asked.from} to the request${t.matter}${lateness(t, 'en')}${handled(t, 'en')}.`,
};

/** What happened to a request for an answer, in plain words. */
export const informationRequestWords: Sentences = {
  InformationRequested: {
    fi: (t) =>
      `${capital(t.of('organisation').from)} pyydettiin vastausta${asked(t)} viimeistään ${t.day('dueOn')}${basis(t, 'fi', background(t, 'fi'))}.`,
    sv: (t) =>
      `${capital(t.of('organisation').name)} ombads svara${asked(t)} senast ${t.day('dueOn')}${basis(t, 'sv', background(t, 'sv'))}.`,
    en: (t) =>
      `${capital(t.of('organisation').name)} was asked for an answer${asked(t)} by ${t.day('dueOn')}${basis(t, 'en', background(t, 'en'))}.`,
  },
  DeadlineSet: {
    fi: (t) => `${capital(t.asked.genitive)} vastauspäivä on ${t.day('dueOn')}${basis(t, 'fi')}.`,
    sv: (t) => `Svarsdagen för ${t.asked.name} är ${t.day('dueOn')}${basis(t, 'sv')}.`,
    en: (t) => `The reply date of ${t.asked.name} is ${t.day('dueOn')}${basis(t, 'en')}.`,
  },
  DeadlinePassed: {
    fi: (t) =>
      `Vastauspäivä kului, eikä ${t.asked.from} ollut saatu vastausta${t.matter === '' ? '' : ` pyyntöön${t.matter}`}.`,
    sv: (t) =>
      `Svarsdagen passerade utan att något svar ${t.asked.from} hade kommit${t.matter === '' ? '' : ` på begäran${t.matter}`}.`,
    en: (t) =>
      `The reply date passed without an answer ${t.asked.from}${t.matter === '' ? '' : ` to the request${t.matter}`}.`,
  },
  RequestAssigned: {
    fi: (t) => `${t.who} nimesi ${t.asked.genitive} vastaajan (yhteyshenkilö ${t.text('contact')}).`,
    sv: (t) => `${t.who} utsåg vem som svarar för ${t.asked.name} (kontaktperson ${t.text('contact')}).`,
    en: (t) => `${t.who} named who answers for ${t.asked.name} (contact ${t.text('contact')}).`,
  },
  RequestHandedOver: {
    fi: (t) => `${t.who} siirsi vastaamisen toiselle henkilölle (yhteyshenkilö ${t.text('contact')}).`,
    sv: (t) => `${t.who} överförde svarandet till en annan person (kontaktperson ${t.text('contact')}).`,
    en: (t) => `${t.who} handed the answer over to another person (contact ${t.text('contact')}).`,
  },
  HandOverTakenBack: ended({
    fi: 'perui vastaamisen siirron',
    sv: 'återtog överföringen av svarandet',
    en: 'took back the hand-over of the answer',
  }),
  HandlingAnnounced: {
    fi: (t) => `${t.who} ilmoitti, että ${t.text('body')} käsittelee vastauksen ${t.day('meetingOn')}.`,
    sv: (t) => `${t.who} meddelade att ${t.text('body')} behandlar svaret ${t.day('meetingOn')}.`,
    en: (t) => `${t.who} announced that ${t.text('body')} handles the answer on ${t.day('meetingOn')}.`,
  },
  ReceiptConfirmed: {
    fi: (t) => `${t.who} vahvisti, että pyyntö on tullut perille.`,
    sv: (t) => `${t.who} bekräftade att begäran har kommit fram.`,
    en: (t) => `${t.who} confirmed that the request has arrived.`,
  },
  AnswerReceived: answerGiven,
  AnswerCorrected: {
    fi: (t) =>
      `${t.who} korjasi ${t.byRespondent ? 'vastaustaan' : `${t.asked.genitive} vastausta`}${t.matter}${lateness(t, 'fi')}.`,
    sv: (t) =>
      `${t.who} rättade ${t.byRespondent ? 'sitt svar' : `svaret ${t.asked.from}`}${t.matter}${lateness(t, 'sv')}.`,
    en: (t) =>
      `${t.who} corrected ${t.byRespondent ? 'its answer' : `the answer ${t.asked.from}`}${t.matter}${lateness(t, 'en')}.`,
  },
  AnswerShared: {
    fi: (t) =>
      `Vastaukseksi otettiin ${t.asked.genitive} vastaus toiseen pyyntöön, jossa kysyttiin samaa: ${t.textIn('matter')} (${t.day('on')}).`,
    sv: (t) =>
      `Som svar användes det svar som ${t.asked.name} gav på en annan begäran om samma uppgifter: ${t.textIn('matter')} (${t.day('on')}).`,
    en: (t) =>
      `The answer of ${t.asked.name} to another request that asked the same was used: ${t.textIn('matter')} (${t.day('on')}).`,
  },
  SharedAnswerCorrected: {
    fi: (t) => `Toisesta pyynnöstä otettu vastaus korjattiin: ${t.textIn('matter')} (${t.day('on')}).`,
    sv: (t) => `Svaret från en annan begäran rättades: ${t.textIn('matter')} (${t.day('on')}).`,
    en: (t) => `The answer taken from another request was corrected: ${t.textIn('matter')} (${t.day('on')}).`,
  },
  AnswerRegistered: {
    fi: (t) =>
      `${t.who} merkitsi ${t.asked.genitive} vastauksen kirjatuksi${t.where('caseNumber', (number) => ` (asianumero ${number})`)}.`,
    sv: (t) =>
      `${t.who} antecknade svaret ${t.asked.from} som diariefört${t.where('caseNumber', (number) => ` (ärendenummer ${number})`)}.`,
    en: (t) =>
      `${t.who} noted the answer ${t.asked.from} as registered${t.where('caseNumber', (number) => ` (case number ${number})`)}.`,
  },
  AnswerAccepted: {
    fi: (t) => `${t.who} hyväksyi ${t.asked.genitive} vastauksen.`,
    sv: (t) => `${t.who} godkände svaret ${t.asked.from}.`,
    en: (t) => `${t.who} accepted the answer ${t.asked.from}.`,
  },
  CompletionRequested: {
    fi: (t) => `${t.who} pyysi ${t.asked.from} täydennystä vastaukseen viimeistään ${t.day('dueOn')}${t.why}.`,
    sv: (t) => `${t.who} bad ${t.asked.name} komplettera svaret senast ${t.day('dueOn')}${t.why}.`,
    en: (t) => `${t.who} asked ${t.asked.name} to complete its answer by ${t.day('dueOn')}${t.why}.`,
  },
  RequestEscalated: {
    fi: (t) => `${t.who} vei pyynnön ${t.asked.genitive} johtajalle.`,
    sv: (t) => `${t.who} förde begäran till ledningen (${t.asked.name}).`,
    en: (t) => `${t.who} took the request to the manager (${t.asked.name}).`,
  },
  RequestRescheduled: {
    fi: (t) => `${t.who} siirsi vastauspäivän: uusi päivä on ${t.day('dueOn')}${t.why}.`,
    sv: (t) => `${t.who} flyttade svarsdagen: den nya dagen är ${t.day('dueOn')}${t.why}.`,
    en: (t) => `${t.who} moved the reply date to ${t.day('dueOn')}${t.why}.`,
  },
  DatesNoted: {
    fi: (t) => `Pyyntöön merkittiin muuttuneet päivät; vastauspäivä ei muuttunut${t.why}.`,
    sv: (t) => `Ändrade datum antecknades i begäran; svarsdagen ändrades inte${t.why}.`,
    en: (t) => `Changed dates were noted in the request; the reply date stayed${t.why}.`,
  },
  RequestTakenOver: {
    fi: (t) => `Pyyntö siirrettiin ${t.of('organisation').to} aiemman vastaajan seuraajana${t.why}.`,
    sv: (t) =>
      `Begäran överfördes ${t.of('organisation').to} som efterträdare till den som tidigare skulle svara${t.why}.`,
    en: (t) =>
      `The request was passed on ${t.of('organisation').to} as the successor of the earlier respondent${t.why}.`,
  },
  RequestClosed: {
    fi: (t) => `${t.who} päätti pyynnön${t.matter} (${t.asked.name}).`,
    sv: (t) => `${t.who} avslutade begäran${t.matter} (${t.asked.name}).`,
    en: (t) => `${t.who} closed the request${t.matter} (${t.asked.name}).`,
  },
  RequestWithdrawn: {
    fi: (t) => `${t.who} perui pyynnön ${t.asked.to}${t.why}.`,
    sv: (t) => `${t.who} återtog begäran ${t.asked.to}${t.why}.`,
    en: (t) => `${t.who} withdrew the request ${t.asked.to}${t.why}.`,
  },
  UnansweredWithdrawn: {
    fi: (t) => `Vastaamatta jäänyt pyyntö ${t.asked.to} peruttiin${t.why}.`,
    sv: (t) => `Den obesvarade begäran ${t.asked.to} återtogs${t.why}.`,
    en: (t) => `The unanswered request ${t.asked.to} was withdrawn${t.why}.`,
  },
};

function asked(told: Told): string {
  const title = told.textIn('title');
  return title === '' ? '' : ` (${told.quoted(title)})`;
}

const backgrounds: Record<Language, string> = { fi: 'peruste', sv: 'grund', en: 'ground' };

const voluntary: Record<Language, string> = {
  fi: 'vastaaminen on vapaaehtoista',
  sv: 'det är frivilligt att svara',
  en: 'answering is voluntary',
};

/** 'vastaaminen on vapaaehtoista; peruste: laki …': the act behind what is asked, where there is one, and that it makes nobody answer. */
function background(told: Told, language: Language): string {
  const act = told.act('citation');
  return [
    ...(told.is('voluntary') ? [voluntary[language]] : []),
    ...(act === '' ? [] : [`${backgrounds[language]}: ${act}`]),
  ].join('; ');
}

const late: Record<Language, string> = {
  fi: ' vastauspäivän jälkeen',
  sv: ' efter svarsdagen',
  en: ' after the reply date',
};

function lateness(told: Told, language: Language): string {
  return told.is('late') ? late[language] : '';
}

const sections: Record<Language, (section: string) => string> = {
  fi: (section) => `${section} §`,
  sv: (section) => `${section} §`,
  en: (section) => `section ${section}`,
};

/** ' (hyvinvointilautakunta, ti 9.6.2026, 12 §)': which body gave the answer, where one did. */
function handled(told: Told, language: Language): string {
  const parts = [
    told.text('body'),
    told.has('handledOn') ? told.day('handledOn') : '',
    told.where('section', sections[language]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
