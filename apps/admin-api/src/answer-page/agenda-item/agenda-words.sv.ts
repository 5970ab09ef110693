import type { AgendaWords } from './agenda-vocabulary';

const givesAnswer = (body: string) => `${body} beslutar ge välfärdsområdet ett svar enligt bilagan.`;

export const svAgenda: AgendaWords = {
  labels: {
    body: 'Organ och sammanträde',
    section: 'Paragraf',
    caseNumber: 'Ärendenummer',
    title: 'Ärende',
    preparer: 'Beredare',
    account: 'Redogörelse',
    proposal: 'Beslutsförslag',
    competence: 'Behörighet',
    attachments: 'Bilagor',
    appeal: 'Ändringssökande',
    extract: 'Protokollsutdrag',
  },
  fillIn: {
    plain: '[komplettera]',
    body: '[komplettera: organ]',
    day: '[komplettera: sammanträdesdag]',
    section: '[komplettera: §]',
    preparer: '[komplettera: namn, tjänstebeteckning och kontaktuppgifter]',
    competence: '[komplettera: punkt i förvaltningsstadgan]',
    appeal: '[komplettera: förbud mot ändringssökande eller anvisning]',
  },
  answerTitle: (title) => `Svar på välfärdsområdets begäran: ${title}`,
  hasAsked: ({ county, who, wanted, on }) => `${county} har ${on} bett ${who} om ${wanted}.`,
  hasAskedToHandle: ({ county, body, object }) =>
    `${county} har bett att ${object} behandlas (organ: ${body}) och att dagen, paragrafen och beslutet meddelas välfärdsområdet.`,
  askedBy: (when) => `Svar har begärts senast ${when}.`,
  reportedBy: (when) => `Uppgifter om behandlingen har begärts senast ${when}.`,
  notStatutory: 'Dagen är inte en lagstadgad tidsfrist.',
  use: {
    'advance-assignment': (when) =>
      `Välfärdsområdet sammanställer svaren som underlag för den årliga förhandlingen och skickar sammanställningen till alla parter ${when}.`,
    'municipality-card': (when) =>
      `Välfärdsområdet beskriver i sin välfärdsrapport invånarnas välfärd och kommunernas åtgärder för att främja den. Korten sammanställs i rapporten ${when}.`,
    'sector-card': (when) =>
      `Välfärdsområdet beskriver i sin välfärdsrapport sektorernas arbete för att främja välfärden. Korten sammanställs i rapporten ${when}.`,
    'ngo-card': (when) =>
      `Välfärdsområdet beskriver i sin välfärdsrapport organisationernas arbete för att främja välfärden. Korten sammanställs i rapporten ${when}.`,
    'indicator-status': (when) =>
      `Välfärdsområdet följer de överenskomna förändringsmålen var fjärde månad och uppdaterar indikatorkortet med uppgifterna ${when}.`,
    'term-account': (when) =>
      `Välfärdsområdet antecknar berättelsen och planen som inlämnade och sammanställer läget kommunvis ${when}.`,
    'interface-topics': (when) =>
      `Välfärdsområdet sammanställer ärendena till sammanträdet i delegationen för kontaktytor utifrån förslagen ${when}.`,
  },
  useOfHandling: 'Välfärdsområdet följer hur ärendet har behandlats i områdets kommuner.',
  questions: 'I begäran frågas:',
  answerAttached: 'Förslaget till svar finns som bilaga.',
  answerAttachment: 'Förslag till svar [komplettera]',
  answerProposal: {
    'advance-assignment': givesAnswer,
    'municipality-card': (body) => `${body} beslutar ge välfärdsområdet kommunkortet enligt bilagan.`,
    'sector-card': givesAnswer,
    'ngo-card': givesAnswer,
    'indicator-status': (body) => `${body} beslutar ge välfärdsområdet lägesuppgifterna enligt bilagan.`,
    'term-account': (body) =>
      `${body} beslutar lämna den bifogade välfärdsberättelsen och välfärdsplanen till välfärdsområdet.`,
    'interface-topics': (body) => `${body} beslutar föreslå välfärdsområdet ämnena enligt bilagan.`,
  },
  handlingProposal: {
    'negotiation-result-handling': ({ body, about, object }) =>
      `${body} antecknar ${object} för kännedom och beaktar det i beredningen av verksamheten och budgeten för år ${about}.`,
    'wellbeing-report-handling': ({ body, object }) =>
      `${body} antecknar ${object} för kännedom och beaktar den i arbetet för att främja hälsa och välfärd.`,
    'term-account-handling': ({ body, object }) => `${body} antecknar ${object} för kännedom.`,
    'cooperation-agreement-handling': ({ body, object }) => `${body} beslutar godkänna ${object}.`,
  },
};
