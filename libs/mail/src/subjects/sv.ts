import { ofHandling } from './handling';
import { period, type RequestWords, type SubjectWords, type Whose } from './words';

const negotiation = 'den årliga förhandlingen om främjande av hälsa och välfärd';

/** The source stands after the first noun. */
const from = ({ from: source }: Whose) => (source === undefined ? '' : ` från ${source}`);
const forYear = ({ about }: Whose) => (about === undefined ? '' : ` för år ${period(about)}`);
const inTerm = ({ about }: Whose) => (about === undefined ? '' : ` (fullmäktigeperioden ${period(about)})`);
const named = ({ title }: Whose) => (title === undefined ? '' : ` (${title})`);

function card(label: string, definite: string, why: string): RequestWords {
  const wanted = (whose: Whose) => `${definite}${from(whose)} till välfärdsrapporten${forYear(whose)}`;
  return {
    label,
    given: 'kort',
    receipt: 'kortet mottaget',
    wanted,
    received: wanted,
    canStillBeGiven: 'Kortet kan ännu lämnas',
    act: 'Fyll i kortet',
    voluntary: 'Att fylla i kortet är frivilligt.',
    why,
    used: (when) => `Vi sammanställer korten till välfärdsrapporten ${when}.`,
    usedThen: 'Då sammanställer vi korten till välfärdsrapporten. Ett kort som kommer senare kan inte tas med.',
    concerning: ({ from: _from, ...whose }) => `, som gäller ${wanted(whose)}`,
  };
}

const answer = (whose: Whose) => `svar${from(whose)} på förhandsuppgiften inför ${negotiation}`;
const status = (whose: Whose) => `lägesuppgifter${named(whose)}${from(whose)}`;
const termAccount = (whose: Whose) =>
  `den omfattande välfärdsberättelsen och välfärdsplanen${inTerm(whose)}${from(whose)}`;
const topics = (whose: Whose) => `ämnen till sammanträdet i delegationen för kontaktytor${named(whose)}${from(whose)}`;

/** The words for what an organisation is asked to give, in Swedish. */
export const svWords: SubjectWords = {
  'advance-assignment': {
    label: 'Förhandsuppgift',
    given: 'svar',
    receipt: 'svar mottaget',
    wanted: answer,
    received: answer,
    canStillBeGiven: 'Svaret kan ännu lämnas',
    act: 'Svara',
    voluntary: 'Att besvara förhandsuppgiften är frivilligt.',
    why: 'förhandlingen bereds utifrån svaren.',
    used: (when) => `Vi sammanställer svaren som underlag för förhandlingen ${when}.`,
    usedThen: 'Då sammanställer vi svaren som underlag för förhandlingen. Ett svar som kommer senare kan inte tas med.',
    concerning: () => ` på förhandsuppgiften inför ${negotiation}`,
  },
  'municipality-card': card(
    'Kommunkort',
    'kommunkortet',
    'i välfärdsrapporten beskriver vi invånarnas välfärd och kommunernas åtgärder för att främja den.',
  ),
  'sector-card': card(
    'Sektorkort',
    'sektorkortet',
    'i välfärdsrapporten beskriver vi vad välfärdsområdets sektorer har gjort för att främja välfärden.',
  ),
  'ngo-card': card(
    'Organisationskort',
    'organisationskortet',
    'i välfärdsrapporten beskriver vi vad organisationerna har gjort för att främja välfärden.',
  ),
  'indicator-status': {
    label: 'Indikatorkort',
    given: 'svar',
    receipt: 'svar mottaget',
    wanted: status,
    received: status,
    canStillBeGiven: 'Lägesuppgifterna kan ännu lämnas',
    act: 'Lämna lägesuppgifterna',
    voluntary: 'Att lämna lägesuppgifterna är frivilligt.',
    why: 'vi följer de överenskomna förändringsmålen var fjärde månad.',
    used: (when) => `Vi uppdaterar indikatorkortet med uppgifterna ${when}.`,
    usedThen: 'Då uppdaterar vi indikatorkortet. Uppgifter som kommer senare kan inte tas med i den här uppdateringen.',
    concerning: ({ title }) => `, som gäller ${status({ title })}`,
  },
  'term-account': {
    label: 'Välfärdsberättelse och välfärdsplan',
    given: 'svar',
    receipt: 'svar mottaget',
    wanted: termAccount,
    received: (whose) => `svar${from(whose)} om ${termAccount({ about: whose.about })}`,
    canStillBeGiven: 'Berättelsen och planen kan ännu lämnas',
    act: 'Lämna berättelsen och planen',
    voluntary: 'Att svara på begäran är frivilligt.',
    why: 'vi sammanställer uppgifter om kommunernas välfärdsberättelser och välfärdsplaner.',
    used: (when) => `Vi antecknar berättelsen och planen som inlämnade och sammanställer läget ${when}.`,
    usedThen: 'Då sammanställer vi läget kommunvis.',
    concerning: (whose) => `, som gäller ${termAccount({ about: whose.about })}`,
  },
  'interface-topics': {
    label: 'Ämnen till sammanträdet',
    given: 'svar',
    receipt: 'svar mottaget',
    wanted: topics,
    received: topics,
    canStillBeGiven: 'Ämnen kan ännu föreslås',
    act: 'Föreslå ämnen',
    voluntary: 'Att föreslå ämnen är frivilligt.',
    why: 'ärendelistan sammanställs av förslag från kontaktpersonerna för kontaktytorna.',
    used: (when) => `Vi sammanställer ärendena till sammanträdet utifrån förslagen ${when}.`,
    usedThen: 'Då sammanställer vi ärendena. Ett förslag som kommer senare hinner inte med till det här sammanträdet.',
    concerning: ({ title }) => `, som gäller ${topics({ title })}`,
  },
  ...ofHandling('sv'),
};
