import type { CivilDate, Language } from '@app/domain';
import { longDate, onDate, shortDate } from '../dates';

/** When the first of several matters is due, and whether that day has passed. */
export type FirstDue = { on: CivilDate; passed: boolean };

type Words = {
  /** What, for a subject: how many, and by when the first. */
  headline: (count: number, first: FirstDue | undefined) => string;
  /** Who sends how many, and in which order they stand. */
  opening: (county: string, count: number, first: FirstDue | undefined) => string;
  /** Where each stands. */
  each: string;
  others: (count: number) => string;
};

/** The words that hold several mails together as one. */
export const digestWords: Record<Language, Words> = {
  fi: {
    headline: (count, first) => {
      if (first === undefined) return `${count} asiaa`;
      const day = shortDate(first.on, 'fi');
      return first.passed
        ? `${count} asiaa, ensimmäisen päivä oli ${day}`
        : `${count} asiaa, ensimmäinen viimeistään ${day}`;
    },
    opening: (county, count, first) => {
      const start = `${county} lähettää sinulle ${count} asiaa yhdessä viestissä.`;
      if (first === undefined) return start;
      return first.passed
        ? `${start} Kiireellisin on ensimmäisenä: sen päivä oli ${longDate(first.on, 'fi')}.`
        : `${start} Kiireellisin on ensimmäisenä: viimeistään ${onDate(first.on, 'fi')}.`;
    },
    each: 'Jokaisella asialla on alla oma otsikkonsa.',
    others: (count) => `ja ${count} ${count === 1 ? 'muu' : 'muuta'}`,
  },
  sv: {
    headline: (count, first) => {
      if (first === undefined) return `${count} ärenden`;
      const day = shortDate(first.on, 'sv');
      return first.passed
        ? `${count} ärenden, dagen för det första var ${day}`
        : `${count} ärenden, det första senast ${day}`;
    },
    opening: (county, count, first) => {
      const start = `${county} skickar dig ${count} ärenden i ett och samma meddelande.`;
      if (first === undefined) return start;
      return first.passed
        ? `${start} Det mest brådskande står först: dagen för det var ${longDate(first.on, 'sv')}.`
        : `${start} Det mest brådskande står först: senast ${longDate(first.on, 'sv')}.`;
    },
    each: 'Varje ärende har en egen rubrik nedan.',
    others: (count) => `och ${count} till`,
  },
  en: {
    headline: (count, first) => {
      if (first === undefined) return `${count} matters`;
      const day = shortDate(first.on, 'en');
      return first.passed
        ? `${count} matters, the date of the first was ${day}`
        : `${count} matters, the first by ${day}`;
    },
    opening: (county, count, first) => {
      const start = `${county} sends you ${count} matters in one message.`;
      if (first === undefined) return start;
      return first.passed
        ? `${start} The most urgent comes first: its date was ${longDate(first.on, 'en')}.`
        : `${start} The most urgent comes first: by ${longDate(first.on, 'en')}.`;
    },
    each: 'Each has a heading of its own below.',
    others: (count) => `and ${count} more`,
  },
};
