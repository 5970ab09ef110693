import type { Text } from '@app/domain';

function words(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}

/** What the lines of a simulated year are called. */
export const reportWords = {
  assumed: words('Oletukset:', 'Antaganden:', 'Assumed:'),
  leftOut: words('Jätetty pois:', 'Utelämnat:', 'Left out:'),
  mailsOfDay: words('viestejä', 'meddelanden', 'mails'),
  others: words('samoin {n} muuta', 'likaså {n} andra', 'and {n} others likewise'),
  load: words('Kuormitus', 'Belastning', 'Load'),
  loadHead: words(
    'viestejä / pyyntöjä / vaiheita; vilkkain viikko alkaa',
    'meddelanden / begäranden / steg; den livligaste veckan börjar',
    'mails / requests / steps; the busiest week begins on',
  ),
  collisions: words('Päällekkäisyydet', 'Överlappningar', 'Collisions'),
  findings: words('Muut havainnot', 'Övriga iakttagelser', 'Other findings'),
  none: words('ei mitään', 'inget', 'none'),
  undelivered: words(
    'Viestit, jotka eivät tavoita ketään',
    'Meddelanden som inte når någon',
    'Mails that reach nobody',
  ),
  notDriven: words('Mitä ei voitu toteuttaa', 'Det som inte kunde genomföras', 'What could not be driven'),
  metOn: words('täyttyi', 'uppfylldes', 'met on'),
  total: words('Yhteensä', 'Sammanlagt', 'In all'),
  workflows: words('työnkulkua', 'förlopp', 'workflows'),
  mails: words('viestiä', 'meddelanden', 'mails'),
  digests: words('niistä koosteita', 'varav samlade', 'of which digests'),
  suppressed: words('peruuntui ennen lähettämistä', 'föll bort före sändningen', 'fell away before leaving'),
  day: words('Päivä', 'Dag', 'Day'),
  time: words('Klo', 'Kl.', 'Time'),
  to: words('Kenelle', 'Till', 'To'),
  subject: words('Otsikko', 'Ärende', 'Subject'),
  kind: words('Laji', 'Slag', 'Kind'),
  mailsTitle: words(
    'Simuloidun vuoden viestit',
    'Meddelanden under det simulerade året',
    'Mails of the simulated year',
  ),
} as const;

const months: Record<'fi' | 'sv' | 'en', readonly string[]> = {
  fi: 'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu'.split(
    ' ',
  ),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** The name of a month with its year; `month` is `2026-03`. */
export function monthTitle(month: string): Text {
  const [year, number] = month.split('-');
  const name = (language: 'fi' | 'sv' | 'en') => `${months[language][Number(number) - 1]} ${year}`;
  return { fi: name('fi'), sv: name('sv'), en: name('en') };
}
