import type { Text } from '../text';
import type { LadderName } from './ladder';

/** What ends the reminders of a deadline: `code` is stable, the text is for the reader. */
export type StopCondition = { code: 'done' | 'withdrawn' | 'taken-over' | 'paused' | 'moved'; text: Text };

/** What kind of deadline a ladder is for. */
export const ladderTitles: Readonly<Record<LadderName, Text>> = {
  answer: { fi: 'Vastaus pyyntöön', sv: 'Svar på en begäran', en: 'Answer to a request' },
  completion: { fi: 'Vastauksen täydennys', sv: 'Komplettering av ett svar', en: 'Completion of an answer' },
  acknowledgement: {
    fi: 'Tieto kunnan toimielimen käsittelystä',
    sv: 'Uppgift om behandlingen i ett kommunalt organ',
    en: 'Word of the handling in a municipal body',
  },
  step: { fi: 'Hyvinvointialueen oma vaihe', sv: 'Välfärdsområdets eget steg', en: "The county's own step" },
  'board-step': {
    fi: 'Vaihe hyvinvointialueen toimielimessä',
    sv: 'Steg i välfärdsområdets organ',
    en: "Step in the county's own body",
  },
  'term-end': { fi: 'Valtuustokauden päättyminen', sv: 'Fullmäktigeperiodens slut', en: 'End of the council term' },
};

const done: Readonly<Record<LadderName, Text>> = {
  answer: {
    fi: 'Vastaus on saatu tai sama tieto on annettu toisessa vastauksessa.',
    sv: 'Svaret har kommit eller samma uppgift har getts i ett annat svar.',
    en: 'The answer has come, or another answer has given the same.',
  },
  completion: { fi: 'Täydennys on saatu.', sv: 'Kompletteringen har kommit.', en: 'The completion has come.' },
  acknowledgement: {
    fi: 'Käsittelyn päätös on ilmoitettu.',
    sv: 'Beslutet har meddelats.',
    en: 'The decision has been reported.',
  },
  step: {
    fi: 'Vaihe on kirjattu tehdyksi tai ohitetuksi.',
    sv: 'Steget har antecknats som taget eller överhoppat.',
    en: 'The step has been recorded as taken or skipped.',
  },
  'board-step': {
    fi: 'Vaihe on kirjattu tehdyksi.',
    sv: 'Steget har antecknats som taget.',
    en: 'The step has been recorded as taken.',
  },
  'term-end': {
    fi: 'Neuvottelu on pidetty ja valtuustojen päätökset on kirjattu.',
    sv: 'Förhandlingen har hållits och fullmäktiges beslut har antecknats.',
    en: 'The negotiation has been held and the decisions of the councils are recorded.',
  },
};

const always: readonly StopCondition[] = [
  {
    code: 'withdrawn',
    text: {
      fi: 'Asia on peruttu tai päätetty.',
      sv: 'Ärendet har återtagits eller avslutats.',
      en: 'The matter has been withdrawn or closed.',
    },
  },
  {
    code: 'paused',
    text: {
      fi: 'Asia on keskeytetty: muistutukset odottavat, kunnes se jatkuu.',
      sv: 'Ärendet är pausat: påminnelserna väntar tills det går vidare.',
      en: 'The matter is paused: its reminders wait until it goes on.',
    },
  },
  {
    code: 'moved',
    text: {
      fi: 'Päivä on siirretty: muistutukset lasketaan uudesta päivästä.',
      sv: 'Dagen har flyttats: påminnelserna räknas från den nya dagen.',
      en: 'The date has been moved: reminders are counted from the new date.',
    },
  },
];

const takenOver: StopCondition = {
  code: 'taken-over',
  text: {
    fi: 'Asia on siirtynyt toiselle organisaatiolle: muistutukset lähetetään sille.',
    sv: 'Ärendet har övergått till en annan organisation: påminnelserna skickas till den.',
    en: 'Another organisation has taken the matter over: reminders go to it.',
  },
};

/** What ends the reminders of a kind of deadline, or makes them begin anew. */
export function stopConditions(name: LadderName): readonly StopCondition[] {
  const passedOn = ['answer', 'completion', 'acknowledgement'].includes(name) ? [takenOver] : [];
  return [{ code: 'done', text: done[name] }, ...always, ...passedOn];
}
