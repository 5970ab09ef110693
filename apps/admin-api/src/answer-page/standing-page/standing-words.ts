import type { Text } from '@app/domain';
import { text } from '../../language/text';
import type { Outcome } from './outcome';
import type { StandingFilter } from './standing-filter';

export const standingWords = {
  heading: text('Mitä on pyydetty', 'Vad som har begärts', 'What has been asked'),
  open: text('Odottaa vastausta', 'Väntar på svar', 'Awaiting an answer'),
  done: text('Tänä vuonna vastattu tai päättynyt', 'Besvarat eller avslutat i år', 'Answered or ended this year'),
  coming: text('Tulossa', 'Kommande', 'Coming'),
  nothingOpen: text('Vastausta ei odoteta mihinkään.', 'Inget svar väntas.', 'No answer is awaited.'),
  nothingDone: text('Ei vielä mitään.', 'Ännu ingenting.', 'Nothing yet.'),
  nothingComing: text('Ei tiedossa mitään.', 'Inget är känt.', 'Nothing is known.'),
  overdue: text('Vastauspäivä on kulunut', 'Svarsdagen har passerat', 'Overdue'),
  by: text('Viimeistään', 'Senast', 'By'),
  was: text('Vastauspäivä oli', 'Svarsdagen var', 'The reply date was'),
  noDate: text('Päivää ei ole pyydetty.', 'Ingen dag har begärts.', 'No date has been asked for.'),
  state: text('Tilanne', 'Läge', 'State'),
  asks: text('Pyytää', 'Begärs av', 'Asked by'),
  filter: text('Näytä', 'Visa', 'Show'),
  secret: text(
    'Sivun voi avata ja tiedot antaa jokainen, jolla on sen osoite. Älä julkaise sitä. Jos osoite on joutunut väärälle, pyydä hyvinvointialueelta uusi.',
    'Alla som har adressen kan öppna sidan och lämna uppgifter. Publicera den inte. Om adressen har kommit i fel händer, be välfärdsområdet om en ny.',
    'Everybody who has its address can open the page and answer. Do not publish it. If it has come into wrong hands, ask the county for a new one.',
  ),
  secretHeading: text('Sivun osoite', 'Sidans adress', 'The address of this page'),
  expires: text('Osoite vanhenee', 'Adressen går ut', 'The address expires'),
} as const satisfies Record<string, Text>;

export const filterNames: Record<StandingFilter, Text> = {
  all: text('Kaikki', 'Allt', 'All'),
  open: standingWords.open,
  done: text('Vastatut ja päättyneet', 'Besvarade och avslutade', 'Answered and ended'),
  coming: standingWords.coming,
};

export const outcomeNames: Record<Outcome, Text> = {
  answered: text('Vastattu', 'Besvarat', 'Answered'),
  late: text('Vastattu myöhässä', 'Besvarat för sent', 'Answered late'),
  missed: text('Jäi vastaamatta', 'Obesvarat', 'Not answered'),
  withdrawn: text('Pyyntö peruttiin', 'Begäran återtogs', 'The request was withdrawn'),
};

/** What the dates of a plan ask of an organisation, as it sees them; others are called as their workflow calls them. */
export const plannedAsks: Readonly<Record<string, Text>> = {
  assignmentDue: text('Vastaus ennakkotehtävään', 'Svar på förhandsuppgiften', 'Answer to the advance assignment'),
  acknowledgements: text(
    'Tieto tuloksen käsittelystä',
    'Uppgift om behandlingen av resultatet',
    'Report on the handling of the result',
  ),
  cardsDue: text('Kortti hyvinvointiraporttia varten', 'Kort till välfärdsrapporten', 'Card for the wellbeing report'),
  statusDue: text('Tilannetiedot', 'Lägesuppgifter', 'Status'),
  deliveredToCounty: text(
    'Hyvinvointikertomus ja hyvinvointisuunnitelma',
    'Välfärdsberättelse och välfärdsplan',
    'Wellbeing account and plan',
  ),
};
