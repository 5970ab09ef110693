import type { Instant, Language, Text } from '@app/domain';
import { dateAndTime, longDate, onDate } from '@app/mail';
import type { CalendarEntry, EntryStanding } from '@app/workflows';
import { text } from '../language/text';

/** What a calendar says beside the titles of the workflows. */

type Standing = Exclude<EntryStanding, 'open' | 'fixed'>;

/** How an entry stands, where that is not the usual: a statement, never a reproach. */
const markers: Record<Standing, Text> = {
  planned: text('alustava', 'preliminär', 'tentative'),
  passed: text('päivä mennyt', 'dagen har passerat', 'date passed'),
  paused: text('keskeytetty', 'pausad', 'paused'),
  met: text('tehty', 'klar', 'done'),
  'met-late': text('tehty myöhemmin', 'klar senare', 'done later'),
  missed: text('ei tehty', 'inte gjord', 'not done'),
  over: text('päättynyt', 'avslutad', 'over'),
  held: text('pidetty', 'hållen', 'held'),
  cancelled: text('peruttu', 'inställd', 'cancelled'),
};

/** ' (tehty)', or nothing to say. */
export function marker({ standing, kind }: CalendarEntry, language: Language): string {
  if (standing === 'open' || standing === 'fixed') return '';
  // In Swedish a meeting is 'inställd', but a date that no longer holds is not.
  const word = standing === 'cancelled' && kind === 'due' ? noLongerHolds : markers[standing];
  return ` (${word[language]})`;
}

const noLongerHolds = text('ei enää voimassa', 'gäller inte längre', 'no longer holds');

/** A label before what it names: 'Vastuutaho: Asikkalan kunta'. */
export const labels = {
  asked: text('Vastuutaho', 'Ansvarig', 'Asked of'),
  participants: text('Osallistujat', 'Deltagare', 'Participants'),
  workflow: text('Työnkulun tunnus', 'Förloppets id', 'Id of the workflow'),
} as const;

/** 'Viimeistään maanantaina 17.8.2026 klo 16.15.' */
export function atTheLatest(dueAt: Instant, language: Language): string {
  const by = text('Viimeistään', 'Senast', 'By')[language];
  return `${by} ${dateAndTime(dueAt, language, language === 'en' ? longDate : onDate)}.`;
}

/** Several that are not all named. */
export function andOthers(count: number, language: Language): string {
  return text(`ja ${count} muuta`, `och ${count} andra`, `and ${count} others`)[language];
}

/** What is only a person's own is called so; no name of a person stands in a calendar. */
export const ownDates = text('omat päivät', 'egna datum', 'my dates');
