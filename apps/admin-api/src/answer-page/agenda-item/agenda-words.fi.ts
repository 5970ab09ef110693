import type { AgendaWords } from './agenda-vocabulary';

const givesAnswer = (body: string) => `${body} päättää antaa hyvinvointialueelle liitteen mukaisen vastauksen.`;

export const fiAgenda: AgendaWords = {
  labels: {
    body: 'Toimielin ja kokous',
    section: 'Pykälä',
    caseNumber: 'Asianumero',
    title: 'Asia',
    preparer: 'Valmistelija',
    account: 'Selostus',
    proposal: 'Päätösehdotus',
    competence: 'Toimivalta',
    attachments: 'Liitteet',
    appeal: 'Muutoksenhaku',
    extract: 'Pöytäkirjanote',
  },
  fillIn: {
    plain: '[täydennä]',
    body: '[täydennä: toimielin]',
    day: '[täydennä: kokouspäivä]',
    section: '[täydennä: §]',
    preparer: '[täydennä: nimi, virkanimike ja yhteystiedot]',
    competence: '[täydennä: hallintosäännön kohta]',
    appeal: '[täydennä: muutoksenhakukielto tai -ohje]',
  },
  answerTitle: (title) => `Vastaus hyvinvointialueen pyyntöön: ${title}`,
  hasAsked: ({ county, who, wanted, on }) => `${county} on ${on} pyytänyt ${who} ${wanted}.`,
  hasAskedToHandle: ({ county, body, object }) =>
    `${county} on pyytänyt, että ${lower(body)} käsittelee ${object} ja että käsittelyn päivä, pykälä ja päätös ilmoitetaan hyvinvointialueelle.`,
  askedBy: (when) => `Vastausta on pyydetty viimeistään ${when}.`,
  reportedBy: (when) => `Käsittelystä on pyydetty ilmoittamaan viimeistään ${when}.`,
  notStatutory: 'Päivä ei ole lakisääteinen määräaika.',
  use: {
    'advance-assignment': (when) =>
      `Hyvinvointialue kokoaa vastaukset vuosineuvottelun pohjaksi ja lähettää koonnin kaikille neuvottelun osapuolille ${when}.`,
    'municipality-card': (when) =>
      `Hyvinvointialue kuvaa hyvinvointiraportissaan asukkaiden hyvinvointia ja kuntien toimia sen edistämiseksi. Kortit kootaan raporttiin ${when}.`,
    'sector-card': (when) =>
      `Hyvinvointialue kuvaa hyvinvointiraportissaan toimialojen työtä hyvinvoinnin edistämiseksi. Kortit kootaan raporttiin ${when}.`,
    'ngo-card': (when) =>
      `Hyvinvointialue kuvaa hyvinvointiraportissaan järjestöjen työtä hyvinvoinnin edistämiseksi. Kortit kootaan raporttiin ${when}.`,
    'indicator-status': (when) =>
      `Hyvinvointialue seuraa sovittuja muutostavoitteita neljän kuukauden välein ja päivittää indikaattorikortin annetuilla tiedoilla ${when}.`,
    'term-account': (when) =>
      `Hyvinvointialue kirjaa kertomuksen ja suunnitelman toimitetuiksi ja kokoaa tilanteen kunnittain ${when}.`,
    'interface-topics': (when) =>
      `Hyvinvointialue kokoaa ehdotuksista yhdyspintaneuvottelukunnan kokouksen asiat ${when}.`,
  },
  useOfHandling: 'Hyvinvointialue seuraa, miten asia on käsitelty alueen kunnissa.',
  questions: 'Pyynnössä kysytään:',
  answerAttached: 'Vastausehdotus on liitteenä.',
  answerAttachment: 'Vastausehdotus [täydennä]',
  answerProposal: {
    'advance-assignment': givesAnswer,
    'municipality-card': (body) => `${body} päättää antaa hyvinvointialueelle liitteen mukaisen kuntakortin.`,
    'sector-card': givesAnswer,
    'ngo-card': givesAnswer,
    'indicator-status': (body) => `${body} päättää antaa hyvinvointialueelle liitteen mukaiset tilannetiedot.`,
    'term-account': (body) =>
      `${body} päättää toimittaa hyvinvointialueelle liitteenä olevan hyvinvointikertomuksen ja hyvinvointisuunnitelman.`,
    'interface-topics': (body) => `${body} päättää ehdottaa hyvinvointialueelle liitteen mukaisia aiheita.`,
  },
  handlingProposal: {
    'negotiation-result-handling': ({ body, about, object }) =>
      `${body} merkitsee tiedoksi ${object} ja ottaa sen huomioon vuoden ${about} toiminnan ja talousarvion valmistelussa.`,
    'wellbeing-report-handling': ({ body, object }) =>
      `${body} merkitsee ${object} tiedoksi ja ottaa sen huomioon hyvinvoinnin ja terveyden edistämisen työssä.`,
    'term-account-handling': ({ body, object }) => `${body} merkitsee ${object} tiedoksi.`,
    'cooperation-agreement-handling': ({ body, object }) => `${body} päättää hyväksyä ${object}.`,
  },
};

function lower(name: string): string {
  return /^\p{L}*(hallitus|valtuusto|lautakunta|neuvottelukunta|toimikunta|jaosto)$/iu.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}
