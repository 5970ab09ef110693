import type { CivilDate, Language } from '@app/domain';
import { longDate, onDate } from './dates';
import { handledMatter, type HandledMatter, type SubjectMatter } from './fields';
import { handledMatterWords } from './handled-matters';

/** From whom it is wanted, and which body is to have handled the matter. */
type Whose = { from?: string; body?: string };

type Words = {
  /** What the request is called: the beginning of a subject. */
  label: string;
  /** What is given, and that it has been received, for a subject. */
  given: string;
  receipt: string;
  /** The object of asking, waiting and not having received. */
  wanted: (whose: Whose) => string;
  /** The object of having received. */
  received: (whose: Whose) => string;
  /** The start of 'can still be given by'. */
  canStillBeGiven: string;
  /** What the recipient does by the date. */
  act: string;
  voluntary: string;
};

const fiNegotiation = 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelun';
const svNegotiation = 'den årliga förhandlingen om främjande av hälsa och välfärd';
const enNegotiation = 'the yearly negotiation on promoting health and wellbeing';

/** The source as the sentence needs it: in front in Finnish, after the first noun in the others. */
const before = (from: string | undefined) => (from === undefined ? '' : `${from} `);
const svFrom = (from: string | undefined) => (from === undefined ? '' : ` från ${from}`);
const enFrom = (from: string | undefined) => (from === undefined ? '' : ` from ${from}`);

const svAnswer = ({ from }: Whose) => `svar${svFrom(from)} på förhandsuppgiften inför ${svNegotiation}`;
const enAnswer = ({ from }: Whose) => `a reply${enFrom(from)} to the advance assignment for ${enNegotiation}`;

/** A body's handling of a matter, which somebody is to tell of. */
const handlingWords: Record<Language, (matter: HandledMatter) => Words> = {
  fi: (matter) => {
    const { label, object, voluntary } = handledMatterWords.fi[matter];
    const how = ({ body }: Whose) => `siitä, miten ${body ?? 'toimielin'} on käsitellyt ${object}`;
    return {
      label,
      given: 'tieto käsittelystä',
      receipt: 'tieto käsittelystä saatu',
      wanted: (whose) => `${before(whose.from)}tietoa ${how(whose)}`,
      received: (whose) => `${before(whose.from)}tiedon ${how(whose)}`,
      canStillBeGiven: 'Tiedon käsittelystä voi antaa vielä',
      act: 'Ilmoita käsittelystä',
      voluntary,
    };
  },
  sv: (matter) => {
    const { label, object, voluntary } = handledMatterWords.sv[matter];
    const wanted = ({ from, body }: Whose) =>
      `uppgifter${svFrom(from)} om hur ${body ?? 'organet'} har behandlat ${object}`;
    return {
      label,
      given: 'uppgifter om behandlingen',
      receipt: 'uppgifter om behandlingen mottagna',
      wanted,
      received: wanted,
      canStillBeGiven: 'Uppgifterna om behandlingen kan ännu lämnas',
      act: 'Meddela uppgifterna om behandlingen',
      voluntary,
    };
  },
  en: (matter) => {
    const { label, object, voluntary } = handledMatterWords.en[matter];
    const wanted = ({ from, body }: Whose) =>
      `a record${enFrom(from)} of how ${body ?? 'the body'} has handled ${object}`;
    return {
      label,
      given: 'record of its handling',
      receipt: 'record of its handling received',
      wanted,
      received: wanted,
      canStillBeGiven: 'The record of the handling can still be given',
      act: 'Report the handling',
      voluntary,
    };
  },
};

function ofHandling(language: Language): Record<HandledMatter, Words> {
  const entries = handledMatter.options.map((matter) => [matter, handlingWords[language](matter)] as const);
  return Object.fromEntries(entries) as Record<HandledMatter, Words>;
}

/** The words for what an organisation is asked to give. */
export const subjectMatterWords: Record<Language, Record<SubjectMatter, Words>> = {
  fi: {
    'advance-assignment': {
      label: 'Ennakkotehtävä',
      given: 'vastaus',
      receipt: 'vastaus saatu',
      wanted: ({ from }) => `${before(from)}vastausta ${fiNegotiation} ennakkotehtävään`,
      received: ({ from }) => `${before(from)}vastauksen ${fiNegotiation} ennakkotehtävään`,
      canStillBeGiven: 'Vastauksen voi antaa vielä',
      act: 'Vastaa',
      voluntary: 'Ennakkotehtävään vastaaminen on vapaaehtoista.',
    },
    ...ofHandling('fi'),
  },
  sv: {
    'advance-assignment': {
      label: 'Förhandsuppgift',
      given: 'svar',
      receipt: 'svar mottaget',
      wanted: svAnswer,
      received: svAnswer,
      canStillBeGiven: 'Svaret kan ännu lämnas',
      act: 'Svara',
      voluntary: 'Att besvara förhandsuppgiften är frivilligt.',
    },
    ...ofHandling('sv'),
  },
  en: {
    'advance-assignment': {
      label: 'Advance assignment',
      given: 'reply',
      receipt: 'reply received',
      wanted: enAnswer,
      received: enAnswer,
      canStillBeGiven: 'The reply can still be given',
      act: 'Reply',
      voluntary: 'Answering the advance assignment is voluntary.',
    },
    ...ofHandling('en'),
  },
};

type Pending = { subjectMatter: SubjectMatter; lastOn?: CivilDate | undefined; compiledOn?: CivilDate | undefined };

/** The last day on which something can still be given; for an answer that is the day the answers are compiled. */
export function lastDay({ lastOn, compiledOn }: Pending): CivilDate | undefined {
  return lastOn ?? compiledOn;
}

const untilDay: Record<Language, (on: CivilDate) => string> = {
  fi: (on) => `viimeistään ${onDate(on, 'fi')}`,
  sv: (on) => `till och med ${longDate(on, 'sv')}`,
  en: (on) => `until ${longDate(on, 'en')}`,
};

/** 'The reply can still be given until …', with no full stop; without a day where no last day has been set. */
export function canStillBeGiven(pending: Pending, language: Language): string {
  const { canStillBeGiven: start } = subjectMatterWords[language][pending.subjectMatter];
  const until = lastDay(pending);
  return until === undefined ? start : `${start} ${untilDay[language](until)}`;
}
