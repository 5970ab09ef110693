import type { CivilDate, Language } from '@app/domain';
import { longDate, onDate } from './dates';
import type { Names } from './fields';
import { en, fi, sv } from './names';

/** What of the negotiation itself has moved. */
export type MovedPart = 'time' | 'place' | 'both';

type Words = {
  negotiation: {
    headline: Record<MovedPart, string>;
    /** That it has moved, after the name of who moves it. */
    lead: Record<MovedPart, string>;
    tellOthers: (names: Names) => string;
  };
  reply: {
    headline: string;
    /** The request in one sentence, after the name of who asks; the words for what is wanted end it. */
    lead: (wanted: string) => string;
    by: string;
    was: string;
    stays: string;
    sameLink: string;
    alreadySent: string;
    answered: string;
  };
  comments: {
    headline: string;
    lead: (names: Names) => string;
    by: (on: CivilDate) => string;
    was: (on: CivilDate) => string;
  };
  reason: string;
};

const fiNegotiation = 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelun';
const svNegotiation = 'den årliga förhandlingen om främjande av hälsa och välfärd';
const enNegotiation = 'the yearly negotiation on promoting health and wellbeing';

/** The words of a mail that tells of new dates. */
export const rescheduledWords: Record<Language, Words> = {
  fi: {
    negotiation: {
      headline: {
        time: 'Uusi ajankohta: hyte-neuvottelu',
        place: 'Uusi paikka: hyte-neuvottelu',
        both: 'Uusi ajankohta ja paikka: hyte-neuvottelu',
      },
      lead: {
        time: `muuttaa ${fiNegotiation} ajankohtaa.`,
        place: `muuttaa ${fiNegotiation} paikkaa.`,
        both: `muuttaa ${fiNegotiation} ajankohtaa ja paikkaa.`,
      },
      tellOthers: (names) => `Kerro muutoksesta niille, jotka osallistuvat neuvotteluun ${fi.fromYours(names)}.`,
    },
    reply: {
      headline: 'uusi vastauspäivä',
      lead: (wanted) => `pyytää ${wanted}. Vastauspäivä muuttuu.`,
      by: 'viimeistään',
      was: 'Vastauspäivä oli',
      stays: 'Ennakkotehtävän vastauspäivä ei muutu. Se on',
      sameLink: 'Voit vastata aiemman viestimme linkistä.',
      alreadySent: 'Jos vastaus on jo lähetetty, sitä ei tarvitse lähettää uudelleen.',
      answered: 'Vastauksenne ennakkotehtävään on tallessa, eikä sitä tarvitse antaa uudelleen.',
    },
    comments: {
      headline: 'Neuvottelun yhteenvedon luonnos: uusi kommentointipäivä',
      lead: (names) =>
        `pyytää ${fi.fromYou(names)} kommentteja ${fiNegotiation} yhteenvedon luonnoksesta. Kommentointipäivä muuttuu.`,
      by: (on) => `Lähetä kommentit viimeistään ${onDate(on, 'fi')} sähköpostilla`,
      was: (on) => `Kommentointipäivä oli ${longDate(on, 'fi')}.`,
    },
    reason: 'Syy:',
  },
  sv: {
    negotiation: {
      headline: {
        time: 'Ny tidpunkt: förhandling om hälsa och välfärd',
        place: 'Ny plats: förhandling om hälsa och välfärd',
        both: 'Ny tidpunkt och plats: förhandling om hälsa och välfärd',
      },
      lead: {
        time: `ändrar tidpunkten för ${svNegotiation}.`,
        place: `ändrar platsen för ${svNegotiation}.`,
        both: `ändrar tidpunkten och platsen för ${svNegotiation}.`,
      },
      tellOthers: (names) => `Berätta om ändringen för dem som företräder ${sv.yours(names)} vid förhandlingen.`,
    },
    reply: {
      headline: 'ny svarsdag',
      lead: (wanted) => `ber om ${wanted}. Svarsdagen ändras.`,
      by: 'senast',
      was: 'Svarsdagen var',
      stays: 'Svarsdagen för förhandsuppgiften ändras inte. Den är',
      sameLink: 'Du kan svara via länken i vårt tidigare meddelande.',
      alreadySent: 'Om svaret redan har skickats behöver det inte skickas på nytt.',
      answered: 'Ert svar på förhandsuppgiften har sparats och behöver inte lämnas på nytt.',
    },
    comments: {
      headline: 'Utkast till sammandrag av förhandlingen: ny dag för kommentarer',
      lead: (names) =>
        `ber ${sv.name(names)} kommentera utkastet till sammandrag av ${svNegotiation}. Dagen för kommentarer ändras.`,
      by: (on) => `Skicka kommentarerna senast ${longDate(on, 'sv')} per e-post`,
      was: (on) => `Dagen för kommentarer var ${longDate(on, 'sv')}.`,
    },
    reason: 'Orsak:',
  },
  en: {
    negotiation: {
      headline: {
        time: 'New time: negotiation on health and wellbeing',
        place: 'New place: negotiation on health and wellbeing',
        both: 'New time and place: negotiation on health and wellbeing',
      },
      lead: {
        time: `changes the time of ${enNegotiation}.`,
        place: `changes the place of ${enNegotiation}.`,
        both: `changes the time and place of ${enNegotiation}.`,
      },
      tellOthers: (names) => `Please tell those who represent your ${en.yours(names)} in the negotiation.`,
    },
    reply: {
      headline: 'new reply date',
      lead: (wanted) => `asks for ${wanted}. The reply date has changed.`,
      by: 'by',
      was: 'The reply date was',
      stays: 'The reply date of the advance assignment does not change. It is',
      sameLink: 'You can reply through the link in our earlier message.',
      alreadySent: 'If the reply has already been sent, it need not be sent again.',
      answered: 'Your reply to the advance assignment has been kept and need not be given again.',
    },
    comments: {
      headline: 'Draft summary of the negotiation: new date for comments',
      lead: (names) =>
        `asks ${en.name(names)} for comments on the draft summary of ${enNegotiation}. The date for comments has changed.`,
      by: (on) => `Send the comments by ${longDate(on, 'en')} by e-mail`,
      was: (on) => `The date for comments was ${longDate(on, 'en')}.`,
    },
    reason: 'Reason:',
  },
};
