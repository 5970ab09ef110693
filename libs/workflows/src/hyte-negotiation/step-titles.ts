import type { Text } from '@app/domain';
import { label } from '../fields';
import type { StepName } from './hyte-negotiation.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<StepName, Text> = {
  planning: label(
    'Suunnittele neuvottelu kuntien kanssa',
    'Planera förhandlingen med kommunerna',
    'Plan the negotiation with the municipalities',
  ),
  dateFixed: label('Vahvista ajankohta', 'Fastställ datumet', 'Fix the date'),
  invitation: label(
    'Kutsu osapuolet ja lähetä ennakkotehtävä',
    'Bjud in parterna och skicka förhandsuppgiften',
    'Invite the parties and send the advance assignment',
  ),
  answersCompiled: label('Koosta vastaukset', 'Sammanställ svaren', 'Compile the answers'),
  negotiation: label(
    'Kirjaa neuvottelu pidetyksi',
    'Anteckna förhandlingen som hållen',
    'Record the negotiation as held',
  ),
  draftSummary: label('Lähetä yhteenvedon luonnos', 'Skicka utkastet till sammandrag', 'Send the draft summary'),
  commentsDue: label('Aika kommentoida luonnosta', 'Tid att kommentera utkastet', 'Time for comments on the draft'),
  summary: label('Viimeistele yhteenveto', 'Färdigställ sammandraget', 'Finish the summary'),
  hyteBoard: label(
    'Hyte-lautakunta käsittelee tuloksen',
    'Hyte-nämnden behandlar resultatet',
    'The board handles the result',
  ),
  resultSent: label('Lähetä tulos', 'Skicka resultatet', 'Send the result'),
  closed: label(
    'Päätä neuvottelu ja kirjaa tavoitteet',
    'Avsluta förhandlingen och anteckna målen',
    'Close the negotiation and record the goals',
  ),
};
