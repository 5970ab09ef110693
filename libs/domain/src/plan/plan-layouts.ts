import type { Layout } from '../tables/layout';
import { words } from '../tables/shared-columns';

/** One row a date of an entry. An entry's own columns may be filled on its first row only. */
export const planLayout: Layout = {
  name: 'plan',
  titles: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan' },
  also: ['vuosisuunnitelma', 'årsplan'],
  columns: [
    {
      path: ['id'],
      titles: { fi: 'Merkintä', sv: 'Post', en: 'Entry' },
      also: ['entry id', 'tunnus', 'beteckning'],
      needed: true,
    },
    { path: ['workflow'], titles: { fi: 'Työnkulku', sv: 'Arbetsflöde', en: 'Workflow' }, needed: true },
    { path: ['about'], titles: { fi: 'Koskee', sv: 'Gäller', en: 'About' } },
    { path: ['title'], titles: { fi: 'Otsikko', sv: 'Rubrik', en: 'Title' } },
    { path: ['topics'], titles: { fi: 'Aiheet', sv: 'Teman', en: 'Topics' }, also: ['aihe', 'tema'], form: 'list' },
    { path: ['name'], titles: { fi: 'Päivän nimi', sv: 'Dagens namn', en: 'Date name' }, needed: true },
    {
      path: ['on'],
      titles: { fi: 'Päivä', sv: 'Dag', en: 'On' },
      also: ['pvm', 'päivämäärä', 'datum', 'date', 'day'],
      form: 'date',
      needed: true,
    },
    { path: ['rule'], titles: { fi: 'Sääntö', sv: 'Regel', en: 'Rule' }, form: 'rule' },
    {
      path: ['weekday'],
      titles: { fi: 'Viikonpäivä', sv: 'Veckodag', en: 'Weekday' },
      words: words({
        ma: ['maanantai', 'må', 'måndag', 'Mon', 'Monday'],
        ti: ['tiistai', 'tisdag', 'Tue', 'Tuesday'],
        ke: ['keskiviikko', 'on', 'onsdag', 'Wed', 'Wednesday'],
        to: ['torstai', 'torsdag', 'Thu', 'Thursday'],
        pe: ['perjantai', 'fr', 'fre', 'fredag', 'Fri', 'Friday'],
        la: ['lauantai', 'lö', 'lördag', 'Sat', 'Saturday'],
        su: ['sunnuntai', 'sö', 'söndag', 'Sun', 'Sunday'],
      }),
    },
    { path: ['at'], titles: { fi: 'Klo', sv: 'Kl.', en: 'At' }, also: ['alkaa', 'börjar', 'begins'], form: 'time' },
    { path: ['until'], titles: { fi: 'Päättyy', sv: 'Slutar', en: 'Until' }, also: ['ends'], form: 'time' },
    { path: ['place'], titles: { fi: 'Paikka', sv: 'Plats', en: 'Place' } },
    { path: ['body'], titles: { fi: 'Toimielin', sv: 'Organ', en: 'Body' } },
    {
      path: ['basis'],
      titles: { fi: 'Peruste', sv: 'Grund', en: 'Basis' },
      needed: true,
      words: words({
        statutory: ['lakisääteinen', 'lagstadgad'],
        'statutory-period-end': ['lakisääteisen kauden loppu', 'lagstadgad period slutar'],
        decided: ['päätetty', 'beslutad', 'beslutat'],
        agreed: ['sovittu', 'avtalad', 'avtalat', 'överenskommen'],
        requested: ['pyydetty', 'begärd', 'begärt'],
      }),
    },
  ],
};

/** What the plan is of: one row. */
export const yearClockLayout: Layout = {
  name: 'yearclock',
  titles: { fi: 'Vuosikello', sv: 'Årsklocka', en: 'Year clock' },
  columns: [
    {
      path: ['county'],
      titles: { fi: 'Hyvinvointialue', sv: 'Välfärdsområde', en: 'County' },
      also: ['alue', 'område', 'koodi', 'kod', 'code'],
      needed: true,
    },
    { path: ['year'], titles: { fi: 'Vuosi', sv: 'År', en: 'Year' }, form: 'number', needed: true },
    {
      path: ['title'],
      titles: { fi: 'Otsikko', sv: 'Rubrik', en: 'Title' },
      also: ['nimi', 'namn', 'name'],
      needed: true,
    },
  ],
};
