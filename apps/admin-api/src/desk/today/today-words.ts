import type { Text } from '@app/domain';
import { text } from '../../language/text';
import type { Order } from './matrix';

export const todayWords = {
  title: text('Tänään', 'I dag', 'Today'),
  overdue: text('Myöhässä', 'Försenat', 'Overdue'),
  overdueNow: text('Määräpäivä on kulunut', 'Dagen har passerat', 'The date has passed'),
  thisWeek: text('Määräpäivä seitsemän päivän kuluessa', 'Utgår inom sju dagar', 'Due within seven days'),
  openTasks: text('Avoimet tehtävät', 'Öppna uppgifter', 'Open tasks'),
  nothingOverdue: text('Mikään ei ole myöhässä.', 'Inget är försenat.', 'Nothing is overdue.'),
  nothingSoon: text(
    'Seitsemän päivän kuluessa ei ole määräpäiviä.',
    'Ingen dag infaller inom sju dagar.',
    'No date falls within seven days.',
  ),
  nothingOpen: text('Avoimia tehtäviä ei ole.', 'Det finns inga öppna uppgifter.', 'There are no open tasks.'),
  allTasks: text('Kaikki tehtävät', 'Alla uppgifter', 'All tasks'),
  others: text('Näiden lisäksi muita', 'Utöver dessa', 'Besides these'),
  matrix: text('Mitä keneltäkin on pyydetty', 'Vad som har begärts av vem', 'What has been asked of whom'),
  matrixHow: text(
    'Rivillä on organisaatio ja sarakkeessa pyyntö. Linkki avaa asian.',
    'På raden finns organisationen och i kolumnen begäran. Länken öppnar ärendet.',
    'Each row is an organisation, each column a request. The link opens the matter.',
  ),
  nothingAsked: text(
    'Keneltäkään ei ole tänä vuonna pyydetty mitään.',
    'Ingenting har begärts av någon i år.',
    'Nothing has been asked of anybody this year.',
  ),
  notAsked: text('Ei pyydetty', 'Inte begärt', 'Not asked'),
  order: text('Järjestys', 'Ordning', 'Order'),
  rows: text('Organisaatiot', 'Organisationer', 'Organisations'),
  columns: text('Pyynnöt', 'Begäranden', 'Requests'),
  answered: text('Vastattu', 'Besvarat', 'Answered'),
  waits: text('Odottaa vastausta', 'Väntar på svar', 'Awaiting an answer'),
  by: text('viimeistään', 'senast', 'by'),
  was: text('määräpäivä oli', 'dagen var', 'was due'),
  noDate: text('ei määräpäivää', 'ingen dag', 'no date'),
  nextColumns: text('Seuraavat pyynnöt', 'Nästa begäranden', 'Next requests'),
  previousColumns: text('Edelliset pyynnöt', 'Föregående begäranden', 'Previous requests'),
} as const satisfies Record<string, Text>;

export const orderNames: Record<Order, Text> = {
  overdue: text('Myöhässä olevat ensin', 'Försenade först', 'Overdue first'),
  due: text('Lähin määräpäivä ensin', 'Närmaste dag först', 'Nearest date first'),
  name: text('Nimen mukaan', 'Enligt namn', 'By name'),
};
