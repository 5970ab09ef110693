import type { Column, Layout } from '../tables/layout';
import {
  caseColumns,
  dayColumn,
  idColumn,
  languageWords,
  nameColumns,
  organisationColumn,
  validityColumns,
  words,
} from '../tables/shared-columns';

const registryColumn: Column = {
  path: ['registry'],
  titles: { fi: 'Kirjaamo', sv: 'Registratorskontor', en: 'Registry' },
  also: ['kirjaamon sähköposti'],
};
const closesColumn: Column = {
  path: ['closes'],
  titles: { fi: 'Sulkeutuu', sv: 'Stänger', en: 'Closes' },
  also: ['kirjaamo sulkeutuu', 'closing time'],
  form: 'time',
};
const caseNumberColumn: Column = {
  path: ['caseNumberPattern'],
  titles: { fi: 'Asianumeron muoto', sv: 'Ärendenumrets form', en: 'Case number pattern' },
  also: ['asianumero', 'diaarinumero', 'ärendenummer', 'case number'],
};
const languagesColumn: Column = {
  path: ['languages'],
  titles: { fi: 'Kielet', sv: 'Språk', en: 'Languages' },
  also: ['kieli', 'language'],
  form: 'list',
  words: languageWords,
};

const county: Layout = {
  name: 'county',
  titles: { fi: 'Hyvinvointialue', sv: 'Välfärdsområde', en: 'County' },
  also: ['alue', 'område', 'wellbeing services county'],
  columns: [
    {
      path: ['code'],
      titles: { fi: 'Koodi', sv: 'Kod', en: 'Code' },
      also: ['tunnus', 'aluekoodi', 'beteckning', 'id'],
      needed: true,
    },
    ...nameColumns,
    ...caseColumns,
    languagesColumn,
    registryColumn,
    { ...closesColumn, needed: true },
    caseNumberColumn,
  ],
};

const organisations: Layout = {
  name: 'organisations',
  titles: { fi: 'Organisaatiot', sv: 'Organisationer', en: 'Organisations' },
  also: ['kunnat', 'kommuner', 'municipalities'],
  columns: [
    { ...idColumn, needed: true },
    {
      path: ['kind'],
      titles: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
      also: ['tyyppi', 'typ', 'type'],
      needed: true,
      words: words({
        municipality: ['kunta', 'kaupunki', 'kommun', 'stad'],
        'regional-council': ['maakuntaliitto', 'maakunnan liitto', 'landskapsförbund'],
        sector: ['toimiala', 'sektor'],
        ngo: ['järjestö', 'yhdistys', 'organisation', 'förening'],
        parish: ['seurakunta', 'församling'],
        school: ['koulu', 'oppilaitos', 'skola', 'läroanstalt'],
        company: ['yritys', 'företag'],
      }),
    },
    {
      path: ['form'],
      titles: { fi: 'Kuntamuoto', sv: 'Kommunform', en: 'Form' },
      words: words({ kunta: ['kommun'], kaupunki: ['stad', 'city', 'town'] }),
    },
    ...nameColumns,
    ...caseColumns,
    { ...languagesColumn, needed: true },
    registryColumn,
    closesColumn,
    caseNumberColumn,
    { path: ['answers'], titles: { fi: 'Vastaava toimielin', sv: 'Svarande organ', en: 'Answering body' } },
    { path: ['of'], titles: { fi: 'Osa organisaatiota', sv: 'Del av organisation', en: 'Part of' } },
    ...validityColumns,
  ],
};

const bodies: Layout = {
  name: 'bodies',
  titles: { fi: 'Toimielimet', sv: 'Organ', en: 'Bodies' },
  columns: [
    { ...idColumn, needed: true },
    organisationColumn,
    ...nameColumns,
    {
      path: ['presenter'],
      titles: { fi: 'Esittelijä', sv: 'Föredragande', en: 'Presenter' },
      also: ['presenting official'],
    },
    {
      path: ['materialsDaysBefore'],
      titles: { fi: 'Aineisto päivää ennen', sv: 'Material dagar före', en: 'Materials days before' },
      form: 'number',
      needed: true,
    },
    {
      path: ['extractDaysAfter'],
      titles: { fi: 'Ote päivää jälkeen', sv: 'Utdrag dagar efter', en: 'Extract days after' },
      form: 'number',
      needed: true,
    },
    ...validityColumns,
  ],
};

const meetings: Layout = {
  name: 'meetings',
  titles: { fi: 'Kokoukset', sv: 'Sammanträden', en: 'Meetings' },
  also: ['möten'],
  columns: [
    {
      path: ['body'],
      titles: { fi: 'Toimielin', sv: 'Organ', en: 'Body' },
      also: ['toimielimen tunnus'],
      needed: true,
    },
    dayColumn(['on'], { fi: 'Kokouspäivä', sv: 'Sammanträdesdag', en: 'Meeting day' }, ['päivä', 'dag', 'date', 'day']),
  ],
};

const contacts: Layout = {
  name: 'contacts',
  titles: { fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', en: 'Contacts' },
  also: ['yhteystiedot', 'kontakter', 'kontaktuppgifter'],
  columns: [
    idColumn,
    { path: ['name'], titles: { fi: 'Nimi', sv: 'Namn', en: 'Name' }, needed: true },
    {
      path: ['email'],
      titles: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
      also: ['sähköpostiosoite', 'e-postadress', 'mail'],
      needed: true,
    },
    organisationColumn,
    {
      path: ['language'],
      titles: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
      also: ['asiointikieli'],
      needed: true,
      words: languageWords,
    },
    {
      path: ['roles'],
      titles: { fi: 'Roolit', sv: 'Roller', en: 'Roles' },
      also: ['rooli', 'roll', 'role'],
      form: 'roles',
      needed: true,
    },
    {
      path: ['interfaces'],
      titles: { fi: 'Yhdyspinnat', sv: 'Kontaktytor', en: 'Interfaces' },
      also: ['yhdyspinta', 'kontaktyta', 'interface'],
      form: 'list',
    },
    ...validityColumns,
  ],
};

const interfaces: Layout = {
  name: 'interfaces',
  titles: { fi: 'Yhdyspinnat', sv: 'Kontaktytor', en: 'Interfaces' },
  columns: [
    { ...idColumn, needed: true },
    ...nameColumns,
    {
      path: ['years'],
      titles: { fi: 'Vuodet', sv: 'År', en: 'Years' },
      also: ['vuosi', 'year'],
      form: 'numbers',
      needed: true,
    },
  ],
};

const changes: Layout = {
  name: 'changes',
  titles: { fi: 'Muutokset', sv: 'Ändringar', en: 'Changes' },
  also: ['kuntajaon muutokset'],
  columns: [
    dayColumn(['on'], { fi: 'Muutospäivä', sv: 'Ändringsdag', en: 'Day of change' }, ['päivä', 'dag', 'date', 'day']),
    {
      path: ['kind'],
      titles: { fi: 'Muutoksen laji', sv: 'Slag av ändring', en: 'Kind of change' },
      also: ['muutos', 'laji', 'slag', 'kind', 'change'],
      needed: true,
      words: words({
        merger: ['kuntaliitos', 'yhdistyminen', 'kommunsammanslagning', 'sammanslagning'],
        transfer: ['siirto', 'alueen vaihto', 'överföring'],
      }),
    },
    {
      path: ['from'],
      titles: { fi: 'Lakkaavat kunnat', sv: 'Kommuner som upphör', en: 'Merged municipalities' },
      form: 'list',
    },
    { path: ['into'], titles: { fi: 'Jatkava kunta', sv: 'Kommun som fortsätter', en: 'Continuing municipality' } },
    {
      path: ['organisation'],
      titles: { fi: 'Siirtyvä kunta', sv: 'Kommun som överförs', en: 'Transferred municipality' },
    },
    { path: ['to'], titles: { fi: 'Uusi hyvinvointialue', sv: 'Nytt välfärdsområde', en: 'New county' } },
  ],
};

/** The tables of an organisations file, in the order of a workbook. */
export const registerLayouts = { county, bodies, meetings, organisations, contacts, interfaces, changes };

export type RegisterTable = keyof typeof registerLayouts;
