import { ofHandling } from './handling';
import { period, type RequestWords, type SubjectWords, type Whose } from './words';

const negotiation = 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelun';

/** The source stands in front. */
const before = ({ from }: Whose) => (from === undefined ? '' : `${from} `);
const ofYear = ({ about }: Whose) => (about === undefined ? '' : `vuoden ${period(about)} `);
const inTerm = ({ about }: Whose) => (about === undefined ? '' : ` (valtuustokausi ${period(about)})`);
const named = ({ title }: Whose) => (title === undefined ? '' : ` (${title})`);

/** `name` in the forms that the sentences need: 'kuntakortti', 'kuntakorttia', 'kuntakortin'. */
function card(label: string, partitive: string, genitive: string, why: string): RequestWords {
  const wanted = (whose: Whose) => `${before(whose)}${partitive} ${ofYear(whose)}hyvinvointiraporttia varten`;
  return {
    label,
    given: 'kortti',
    receipt: 'kortti saatu',
    wanted,
    received: (whose) => `${before(whose)}${genitive} ${ofYear(whose)}hyvinvointiraporttia varten`,
    canStillBeGiven: 'Kortin voi antaa vielä',
    act: 'Täytä kortti',
    voluntary: 'Kortin täyttäminen on vapaaehtoista.',
    why,
    used: (when) => `Kokoamme kortit hyvinvointiraporttiin ${when}.`,
    usedThen: 'Silloin kokoamme kortit hyvinvointiraporttiin. Sen jälkeen tullut kortti ei ehdi mukaan raporttiin.',
    concerning: ({ from: _from, ...whose }) => wanted(whose),
  };
}

const termAccount = 'laajaa hyvinvointikertomusta ja hyvinvointisuunnitelmaa';
const topics = 'aiheita yhdyspintaneuvottelukunnan kokoukseen';

/** The words for what an organisation is asked to give, in Finnish. */
export const fiWords: SubjectWords = {
  'advance-assignment': {
    label: 'Ennakkotehtävä',
    given: 'vastaus',
    receipt: 'vastaus saatu',
    wanted: (whose) => `${before(whose)}vastausta ${negotiation} ennakkotehtävään`,
    received: (whose) => `${before(whose)}vastauksen ${negotiation} ennakkotehtävään`,
    canStillBeGiven: 'Vastauksen voi antaa vielä',
    act: 'Vastaa',
    voluntary: 'Ennakkotehtävään vastaaminen on vapaaehtoista.',
    why: 'neuvottelu valmistellaan vastausten pohjalta.',
    used: (when) => `Kokoamme vastaukset neuvottelun pohjaksi ${when}.`,
    usedThen: 'Silloin kokoamme vastaukset neuvottelun pohjaksi. Sen jälkeen tullut vastaus ei ehdi mukaan koontiin.',
    concerning: () => `${negotiation} ennakkotehtävää`,
  },
  'municipality-card': card(
    'Kuntakortti',
    'kuntakorttia',
    'kuntakortin',
    'kuvaamme hyvinvointiraportissa asukkaiden hyvinvointia ja kuntien toimia sen edistämiseksi.',
  ),
  'sector-card': card(
    'Toimialakortti',
    'toimialakorttia',
    'toimialakortin',
    'kuvaamme hyvinvointiraportissa, mitä hyvinvointialueen toimialat ovat tehneet hyvinvoinnin edistämiseksi.',
  ),
  'ngo-card': card(
    'Järjestökortti',
    'järjestökorttia',
    'järjestökortin',
    'kuvaamme hyvinvointiraportissa, mitä järjestöt ovat tehneet hyvinvoinnin edistämiseksi.',
  ),
  'indicator-status': {
    label: 'Indikaattorikortti',
    given: 'vastaus',
    receipt: 'vastaus saatu',
    wanted: (whose) => `${before(whose)}tilannetietoja${named(whose)}`,
    received: (whose) => `${before(whose)}vastauksen, joka koskee tilannetietoja${named(whose)}`,
    canStillBeGiven: 'Tilannetiedot voi antaa vielä',
    act: 'Anna tilannetiedot',
    voluntary: 'Tilannetietojen antaminen on vapaaehtoista.',
    why: 'seuraamme sovittuja muutostavoitteita neljän kuukauden välein.',
    used: (when) => `Päivitämme indikaattorikortin tilannetiedoilla ${when}.`,
    usedThen: 'Silloin päivitämme indikaattorikortin. Sen jälkeen tulleet tiedot eivät ehdi mukaan tähän päivitykseen.',
    concerning: (whose) => `tilannetietoja${named(whose)}`,
  },
  'term-account': {
    label: 'Hyvinvointikertomus ja hyvinvointisuunnitelma',
    given: 'vastaus',
    receipt: 'vastaus saatu',
    wanted: (whose) => `${before(whose)}${termAccount}${inTerm(whose)}`,
    received: (whose) => `${before(whose)}vastauksen, joka koskee ${termAccount}${inTerm(whose)}`,
    canStillBeGiven: 'Kertomuksen ja suunnitelman voi toimittaa vielä',
    act: 'Toimita kertomus ja suunnitelma',
    voluntary: 'Pyyntöön vastaaminen on vapaaehtoista.',
    why: 'kokoamme tiedon kuntien hyvinvointikertomuksista ja hyvinvointisuunnitelmista.',
    used: (when) => `Kirjaamme kertomuksen ja suunnitelman toimitetuiksi ja kokoamme tilanteen ${when}.`,
    usedThen: 'Silloin kokoamme tilanteen kunnittain.',
    concerning: (whose) => `${termAccount}${inTerm(whose)}`,
  },
  'interface-topics': {
    label: 'Aiheet kokoukseen',
    given: 'vastaus',
    receipt: 'vastaus saatu',
    wanted: (whose) => `${before(whose)}${topics}${named(whose)}`,
    received: (whose) => `${before(whose)}vastauksen, joka koskee ${topics}${named(whose)}`,
    canStillBeGiven: 'Aiheita voi ehdottaa vielä',
    act: 'Ehdota aiheita',
    voluntary: 'Aiheiden ehdottaminen on vapaaehtoista.',
    why: 'kokouksen asialista kootaan yhdyspintojen yhteyshenkilöiden ehdotuksista.',
    used: (when) => `Kokoamme ehdotuksista kokouksen asiat ${when}.`,
    usedThen: 'Silloin kokoamme kokouksen asiat. Sen jälkeen tullut ehdotus ei ehdi tähän kokoukseen.',
    concerning: (whose) => `${topics}${named(whose)}`,
  },
  ...ofHandling('fi'),
};
