import type { Text } from '../text';
import { plainTitle, type Column } from './layout';

/** Columns that several tables have, and words for codes in them. */

export const idColumn: Column = {
  path: ['id'],
  titles: { fi: 'Tunnus', sv: 'Beteckning', en: 'Id' },
  also: ['tunniste', 'identifier'],
};

export const nameColumns: readonly Column[] = [
  {
    path: ['name', 'fi'],
    titles: { fi: 'Nimi suomeksi', sv: 'Namn på finska', en: 'Name in Finnish' },
    also: ['nimi', 'suomenkielinen nimi', 'name'],
    needed: true,
  },
  {
    path: ['name', 'sv'],
    titles: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
    also: ['ruotsinkielinen nimi', 'namn'],
    needed: true,
  },
  {
    path: ['name', 'en'],
    titles: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
    also: ['englanninkielinen nimi'],
  },
];

export const caseColumns: readonly Column[] = [
  { path: ['cases', 'genitive'], titles: { fi: 'Genetiivi', sv: 'Genitiv', en: 'Genitive' } },
  { path: ['cases', 'inessive'], titles: { fi: 'Inessiivi', sv: 'Inessiv', en: 'Inessive' } },
  { path: ['cases', 'ablative'], titles: { fi: 'Ablatiivi', sv: 'Ablativ', en: 'Ablative' } },
];

export const validityColumns: readonly Column[] = [
  {
    path: ['validFrom'],
    titles: { fi: 'Voimassa alkaen', sv: 'Giltig från', en: 'Valid from' },
    also: ['alkaen', 'från', 'from'],
    form: 'date',
  },
  {
    path: ['validTo'],
    titles: { fi: 'Voimassa asti', sv: 'Giltig till', en: 'Valid to' },
    also: ['voimassa saakka', 'voimassa päättyen', 'asti', 'till', 'giltig till och med', 'until', 'to'],
    form: 'date',
  },
];

export const languageWords = words({
  fi: ['suomi', 'suomeksi', 'finska', 'Finnish'],
  sv: ['ruotsi', 'ruotsiksi', 'svenska', 'Swedish'],
  en: ['englanti', 'englanniksi', 'engelska', 'English'],
});

/** A needed column of an organisation by its id. */
export const organisationColumn: Column = {
  path: ['of'],
  titles: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  also: ['organisaation tunnus', 'kunta', 'kommun', 'municipality'],
  needed: true,
};

/** The day of something; the titles say of what. */
export function dayColumn(path: Column['path'], titles: Text, also: readonly string[]): Column {
  return { path, titles, also: ['pvm', 'päivämäärä', 'datum', ...also], form: 'date', needed: true };
}

/** Words by the code they mean, as they are looked up: case and punctuation do not count. */
export function words(meanings: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(meanings).flatMap(([code, ways]) => [code, ...ways].map((way) => [plainTitle(way), code])),
  );
}
