import { civilDate, instant } from '@app/domain';
import type { BodyMeeting, History, MailCommon, Names, NegotiationTime, NextStep } from './fields';

// The parts samples share. People and addresses are invented; the towns and dates are those of the example area.

export const county: Names = {
  name: {
    fi: 'Päijät-Hämeen hyvinvointialue',
    sv: 'Päijänne-Tavastlands välfärdsområde',
    en: 'Päijät-Häme wellbeing services county',
  },
};

export const asikkala: Names = {
  name: { fi: 'Asikkala', sv: 'Asikkala' },
  form: 'kunta',
  cases: { genitive: 'Asikkalan', inessive: 'Asikkalassa', ablative: 'Asikkalalta' },
};

const lahti: Names = {
  name: { fi: 'Lahti', sv: 'Lahtis' },
  form: 'kaupunki',
  cases: { genitive: 'Lahden', inessive: 'Lahdessa', ablative: 'Lahdelta' },
};

/** What a mail to a municipality is told, without a page to answer on. */
export const toMunicipality: MailCommon = {
  county,
  organisation: asikkala,
  recipientName: 'Lauri Esimerkki',
  askRole: { fi: 'yhdyspintakoordinaattori', sv: 'koordinatorn för kontaktytor', en: 'interface coordinator' },
  askEmail: 'eero.esimerkki@paijatha.example.invalid',
};

/** The same with a page to answer on. */
export const toRespondent: MailCommon = { ...toMunicipality, link: 'https://vuosikello.example.invalid/r/mallitunnus' };

/** What a mail inside the county is told. */
export const insideCounty: MailCommon = {
  ...toMunicipality,
  organisation: county,
  recipientName: 'Aino Esimerkki',
  link: 'https://vuosikello.example.invalid/workflows/hyte-negotiation-2026',
};

/** What a mail to the coordinator is told, who answers questions. */
export const toCoordinator: MailCommon = {
  ...insideCounty,
  recipientName: 'Eero Esimerkki',
  recipientIsAsked: true,
};

/** When the negotiation was to be held before it was moved. */
export const earlierNegotiation: NegotiationTime = {
  on: civilDate('2026-08-20'),
  at: '09:00',
  until: '15:00',
  place: lahti,
};

export const negotiation: NegotiationTime = {
  on: civilDate('2026-08-27'),
  at: '08:30',
  until: '15:15',
  place: lahti,
};

export const assignmentDueAt = instant('2026-08-17T13:15:00.000Z');
export const earlierAssignmentDueAt = instant('2026-08-10T13:15:00.000Z');
export const assignmentDueOn = civilDate('2026-08-17');
export const compiledOn = civilDate('2026-08-21');
export const acknowledgementDueOn = civilDate('2026-11-30');
export const documentLink = 'https://vuosikello.example.invalid/documents/malli';

export const hyteBoard = {
  fi: 'Hyvinvoinnin ja terveyden edistämisen lautakunta',
  sv: 'Nämnden för främjande av hälsa och välfärd',
};
export const wellbeingBoard = { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' };
export const municipalBoard = { fi: 'Kunnanhallitus', sv: 'Kommunstyrelsen' };

export const lastBodyMeeting: BodyMeeting = {
  name: wellbeingBoard,
  on: civilDate('2026-08-11'),
  materialsDueOn: civilDate('2026-08-04'),
};

export const assignmentHistory: History = [
  { what: 'asked', on: civilDate('2026-05-25') },
  { what: 'reminded', on: civilDate('2026-08-03') },
  { what: 'reminded', on: civilDate('2026-08-10') },
  { what: 'overdue', on: civilDate('2026-08-18') },
];

export const receivedAt = instant('2026-08-12T07:04:00.000Z');
export const completionDueAt = instant('2026-08-19T13:15:00.000Z');
export const commentsDueOn = civilDate('2026-09-24');
export const materialsDueOn = civilDate('2026-10-08');
export const earlierBoardMeeting = civilDate('2026-09-17');
export const resultHandledOn = civilDate('2026-10-15');
export const resultTitle = {
  fi: 'Hyte-vuosineuvottelun tulos vuodelle 2027',
  sv: 'Resultatet av förhandlingen om hälsa och välfärd för år 2027',
  en: 'Result of the negotiation on health and wellbeing for 2027',
};
export const resultCaseNumber = '539/00.04.01/2026';
export const municipalMeetings = [civilDate('2026-10-26'), civilDate('2026-11-23')];
export const compilingStep = { fi: 'Vastausten koonti', sv: 'Sammanställning av svaren', en: 'Summary of the answers' };

/** An event and its time before it was moved. */
export const forum = {
  title: { fi: 'Kumppanuusfoorumi', sv: 'Partnerskapsforum', en: 'Partnership forum' },
  meeting: { on: civilDate('2026-10-13'), at: '13:00', until: '15:00', place: 'Sibeliustalo' },
};
export const earlierForum: NegotiationTime = { on: civilDate('2026-10-06'), at: '13:00', until: '15:00' };
export const forumText = 'Aiheena on nuorten mielenterveys. Ilmoittaudu koordinaattorille.';
export const cardTitle = { fi: 'Kuntakortti 2026', sv: 'Kommunkort 2026', en: 'Municipality card 2026' };
export const cardDueAt = instant('2026-02-27T14:15:00.000Z');
export const compilingOfCards = civilDate('2026-03-13');
export const reportInBoard: NextStep = {
  title: {
    fi: 'Hyvinvointiraportti lautakunnassa',
    sv: 'Välfärdsrapporten i nämnden',
    en: 'The wellbeing report in the board',
  },
  on: civilDate('2026-04-23'),
};
export const sharedMatter = {
  fi: 'Ennakkotehtävä, vuosi 2027',
  sv: 'Förhandsuppgift, år 2027',
  en: 'Advance assignment, year 2027',
};
export const sharedWith = {
  fi: 'Ennakkotehtävä, vuosi 2026',
  sv: 'Förhandsuppgift, år 2026',
  en: 'Advance assignment, year 2026',
};

/** The wellbeing report as the county council has handled it. */
export const reportTitle = { fi: 'Hyvinvointiraportti 2025', sv: 'Välfärdsrapport 2025', en: 'Wellbeing report 2025' };
export const reportHandled = {
  publishedOn: civilDate('2026-06-15'),
  handling: {
    body: { fi: 'Aluevaltuusto', sv: 'Välfärdsområdesfullmäktige', en: 'County council' },
    on: civilDate('2026-06-08'),
    section: '42',
  },
};
