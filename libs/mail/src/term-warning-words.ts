import { citations, citationText, type CivilDate, type Language } from '@app/domain';
import { longDate, noBreak, onDate, shortDate } from './dates';

/** How pressing a warning is, by the time that is left until a council term ends. */
type Urgency = 'early' | 'half-year' | 'urgent' | 'last' | 'ended';

/** `monthsLeft` are whole months; null when the term has ended. */
export function urgencyOf(monthsLeft: number | null): Urgency {
  if (monthsLeft === null) return 'ended';
  if (monthsLeft <= 1) return 'last';
  if (monthsLeft <= 3) return 'urgent';
  return monthsLeft <= 6 ? 'half-year' : 'early';
}

// The times at which the ladder warns; a warning that is caught up can come at any other.
const inWords: Record<Language, { more: string; words: Readonly<Record<number, string>> }> = {
  fi: {
    more: 'kuukautta',
    words: {
      0: 'alle kuukausi',
      1: 'kuukausi',
      2: 'kaksi kuukautta',
      3: 'kolme kuukautta',
      6: 'kuusi kuukautta',
      12: 'vuosi',
      24: 'kaksi vuotta',
    },
  },
  sv: {
    more: 'månader',
    words: {
      0: 'mindre än en månad',
      1: 'en månad',
      2: 'två månader',
      3: 'tre månader',
      6: 'sex månader',
      12: 'ett år',
      24: 'två år',
    },
  },
  en: {
    more: 'months',
    words: {
      0: 'less than a month',
      1: 'one month',
      2: 'two months',
      3: 'three months',
      6: 'six months',
      12: 'one year',
      24: 'two years',
    },
  },
};

/** The time left: 'kaksi vuotta', 'sex månader', 'one month', '11 months'. */
export function timeLeft(months: number, language: Language): string {
  const { more, words } = inWords[language];
  return words[months] ?? `${months}${noBreak}${more}`;
}

/** What a warning is told: the term's name and last day, and the time left in words. */
type Told = { county: string; term: string; endsOn: CivilDate; left: string };

type Words = {
  subject: Record<Urgency, (told: Told) => string>;
  opening: (told: Told) => string;
  closed: (told: Told) => string;
  page: string;
  done: string;
  nothingDone: string;
  skipped: (on: CivilDate) => string;
  missing: string;
  planned: (on: CivilDate) => string;
  toDo: Record<Urgency, string>;
  /** What follows where the negotiation is not held in time. */
  otherwise: string;
  alsoTo: string;
  why: string;
  identifier: string;
};

const law = (language: Language): string => citationText(citations.councilTermNegotiation, language);

const skippable: Record<Language, string> = {
  fi: 'Valmistelun vaiheen voi ohittaa kirjaamalla syyn.',
  sv: 'Ett förberedande steg kan hoppas över om orsaken antecknas.',
  en: 'A step of the preparation can be skipped by recording why.',
};

/** What the warnings of a council term's end say, in each language; what grows with the urgency stands by it. */
export const termWarningWords: Record<Language, Words> = {
  fi: {
    subject: {
      early: ({ endsOn, left }) => `Valtuustokauden neuvottelu viimeistään ${shortDate(endsOn, 'fi')}: aikaa ${left}`,
      'half-year': ({ endsOn, left }) =>
        `Valtuustokauden neuvottelu viimeistään ${shortDate(endsOn, 'fi')}: aikaa enää ${left}`,
      urgent: ({ endsOn, left }) =>
        `Kiireellinen: valtuustokauden neuvottelu viimeistään ${shortDate(endsOn, 'fi')}, aikaa enää ${left}`,
      last: ({ endsOn, left }) =>
        `Viimeinen muistutus: valtuustokauden neuvottelu viimeistään ${shortDate(endsOn, 'fi')}, aikaa enää ${left}`,
      ended: ({ endsOn }) => `Valtuustokausi päättyi ${shortDate(endsOn, 'fi')}, neuvottelua ei ole kirjattu`,
    },
    opening: ({ county, term, endsOn, left }) =>
      `${county} muistuttaa sinua valtuustokauden ${term} neuvottelusta kuntien kanssa. Se on pidettävä viimeistään ${onDate(endsOn, 'fi')}. Aikaa on ${left}.`,
    closed: ({ county, term, endsOn }) =>
      `${county} ei ole kirjannut valtuustokauden ${term} neuvottelua kuntien kanssa pidetyksi. Kausi päättyi ${onDate(endsOn, 'fi')}.`,
    page: 'Avaa asia',
    done: 'Tehty tähän mennessä:',
    nothingDone: 'Yhtään vaihetta ei ole vielä kirjattu tehdyksi.',
    skipped: (on) => `ohitettu ${onDate(on, 'fi')}`,
    missing: 'Puuttuu:',
    planned: (on) => `suunniteltu päivä ${longDate(on, 'fi')}`,
    toDo: {
      early: 'Mitä nyt: sovi vaiheiden päivistä kuntien kanssa hyvissä ajoin ja kirjaa tehdyt vaiheet.',
      'half-year':
        'Mitä nyt: sovi neuvottelun päivästä kuntien kanssa ja varmista, että puuttuvat vaiheet ehditään tehdä ennen sitä.',
      urgent: `Mitä nyt: sovi neuvottelun päivästä kuntien kanssa heti. ${skippable.fi}`,
      last: `Mitä nyt: neuvottelu on pidettävä ennen kauden loppua. Jos päivästä ei ole sovittu, sovi siitä tänään. ${skippable.fi}`,
      ended:
        'Mitä nyt: jos neuvottelu pidettiin kauden aikana, kirjaa se pidetyksi. Jos sitä ei pidetty, siirrä avoimet asiat seuraavalle kaudelle ja päätä asia syineen.',
    },
    otherwise:
      'Jos neuvottelua ei pidetä ennen kauden loppua: kauden lakisääteinen velvoite jää täyttymättä, eikä myöhempi neuvottelu korvaa sitä.',
    alsoTo: 'Viesti on lähetetty koordinaattorille ja hyvinvointialuejohtajalle.',
    why: `Miksi: hyvinvointialueen ja sen alueen kuntien on neuvoteltava vähintään kerran valtuustokaudessa (${law('fi')}).`,
    identifier: 'Asian tunnus on',
  },
  sv: {
    subject: {
      early: ({ endsOn, left }) => `Fullmäktigeperiodens förhandling senast ${shortDate(endsOn, 'sv')}: ${left} kvar`,
      'half-year': ({ endsOn, left }) =>
        `Fullmäktigeperiodens förhandling senast ${shortDate(endsOn, 'sv')}: nu ${left} kvar`,
      urgent: ({ endsOn, left }) =>
        `Brådskande: fullmäktigeperiodens förhandling senast ${shortDate(endsOn, 'sv')}, nu ${left} kvar`,
      last: ({ endsOn, left }) =>
        `Sista påminnelsen: fullmäktigeperiodens förhandling senast ${shortDate(endsOn, 'sv')}, nu ${left} kvar`,
      ended: ({ endsOn }) => `Fullmäktigeperioden slutade ${shortDate(endsOn, 'sv')}, ingen förhandling har antecknats`,
    },
    opening: ({ county, term, endsOn, left }) =>
      `${county} påminner dig om förhandlingen med kommunerna för fullmäktigeperioden ${term}. Den ska hållas senast ${longDate(endsOn, 'sv')}. Det är ${left} kvar.`,
    closed: ({ county, term, endsOn }) =>
      `${county} har inte antecknat förhandlingen med kommunerna för fullmäktigeperioden ${term} som hållen. Perioden slutade ${longDate(endsOn, 'sv')}.`,
    page: 'Öppna ärendet',
    done: 'Gjort hittills:',
    nothingDone: 'Inget steg har ännu antecknats som utfört.',
    skipped: (on) => `överhoppad ${longDate(on, 'sv')}`,
    missing: 'Saknas:',
    planned: (on) => `planerad dag ${longDate(on, 'sv')}`,
    toDo: {
      early:
        'Att göra nu: kom i god tid överens med kommunerna om dagarna för stegen, och anteckna de steg som är utförda.',
      'half-year':
        'Att göra nu: kom överens med kommunerna om dagen för förhandlingen och se till att de steg som saknas hinner tas före den.',
      urgent: `Att göra nu: kom genast överens med kommunerna om dagen för förhandlingen. ${skippable.sv}`,
      last: `Att göra nu: förhandlingen ska hållas före periodens slut. Om ni inte har kommit överens om dagen, gör det i dag. ${skippable.sv}`,
      ended:
        'Att göra nu: om förhandlingen hölls under perioden, anteckna den som hållen. Om den inte hölls, överför de öppna ärendena till nästa period och avsluta ärendet med orsak.',
    },
    otherwise:
      'Om förhandlingen inte hålls före periodens slut: periodens lagstadgade skyldighet förblir ouppfylld, och en senare förhandling ersätter den inte.',
    alsoTo: 'Meddelandet har skickats till koordinatorn och välfärdsområdesdirektören.',
    why: `Varför: välfärdsområdet och kommunerna inom det ska förhandla minst en gång under fullmäktigeperioden (${law('sv')}).`,
    identifier: 'Ärendets beteckning är',
  },
  en: {
    subject: {
      early: ({ endsOn, left }) => `Council term's negotiation by ${shortDate(endsOn, 'en')}: ${left} left`,
      'half-year': ({ endsOn, left }) => `Council term's negotiation by ${shortDate(endsOn, 'en')}: now ${left} left`,
      urgent: ({ endsOn, left }) =>
        `Urgent: the council term's negotiation by ${shortDate(endsOn, 'en')}, now ${left} left`,
      last: ({ endsOn, left }) =>
        `Last reminder: the council term's negotiation by ${shortDate(endsOn, 'en')}, now ${left} left`,
      ended: ({ endsOn }) => `The council term ended ${shortDate(endsOn, 'en')}, no negotiation is recorded`,
    },
    opening: ({ county, term, endsOn, left }) =>
      `${county} reminds you of the negotiation with the municipalities for the council term ${term}. It must be held by ${longDate(endsOn, 'en')}. The time left: ${left}.`,
    closed: ({ county, term, endsOn }) =>
      `${county} has not recorded the negotiation with the municipalities for the council term ${term} as held. The term ended ${onDate(endsOn, 'en')}.`,
    page: 'Open the matter',
    done: 'Done so far:',
    nothingDone: 'No step has been recorded as taken yet.',
    skipped: (on) => `skipped ${onDate(on, 'en')}`,
    missing: 'Missing:',
    planned: (on) => `planned for ${longDate(on, 'en')}`,
    toDo: {
      early:
        'What to do now: agree on the dates of the steps with the municipalities in good time, and record the steps that have been taken.',
      'half-year':
        'What to do now: agree on the date of the negotiation with the municipalities, and make sure that the missing steps can be taken before it.',
      urgent: `What to do now: agree on the date of the negotiation with the municipalities at once. ${skippable.en}`,
      last: `What to do now: the negotiation must be held before the term ends. If its date has not been agreed on, agree on it today. ${skippable.en}`,
      ended:
        'What to do now: if the negotiation was held within the term, record it as held. If it was not, hand the open matters over to the next term and close the matter with the reason.',
    },
    otherwise:
      'If the negotiation is not held before the term ends: the statutory duty of the term remains unfulfilled, and a later negotiation does not replace it.',
    alsoTo: "This message has been sent to the coordinator and to the county's director.",
    why: `Why: the wellbeing services county and its municipalities must negotiate at least once in a council term (${law('en')}).`,
    identifier: 'The identifier of the matter is',
  },
};
