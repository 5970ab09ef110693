import type { Text } from '@app/domain';
import { label } from '../fields';
import type { StepName } from './council-term-negotiation.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<StepName, Text> = {
  forum: label(
    'Sovi neuvottelufoorumista kuntien kanssa',
    'Kom överens om förhandlingsforumet med kommunerna',
    'Agree on the negotiation forum with the municipalities',
  ),
  situation: label(
    'Kokoa yhteinen tilannekuva',
    'Sammanställ en gemensam lägesbild',
    'Share a picture of the situation',
  ),
  goalsWorkbook: label('Viimeistele tavoitetyökirja', 'Färdigställ målarbetsboken', 'Finish the goals workbook'),
  negotiation: label(
    'Kirjaa neuvottelu pidetyksi',
    'Anteckna förhandlingen som hållen',
    'Record the negotiation as held',
  ),
  municipalities: label(
    'Kunnanvaltuustot käsittelevät sopimuksen',
    'Kommunfullmäktige behandlar avtalet',
    'The municipal councils handle the agreement',
  ),
  countyCouncil: label(
    'Aluevaltuusto käsittelee sopimuksen',
    'Välfärdsområdesfullmäktige behandlar avtalet',
    'The county council handles the agreement',
  ),
  accounts: label(
    'Kirjaa vuosiarviointi tilinpäätöksen yhteydessä',
    'Anteckna årets utvärdering i samband med bokslutet',
    "Record the year's evaluation with the accounts",
  ),
  budgets: label(
    'Kirjaa vuosittaiset näkemykset talousarvioihin',
    'Anteckna årets synpunkter för budgeterna',
    "Record the year's input to the budgets",
  ),
  midEvaluation: label('Kirjaa väliarviointi', 'Anteckna halvtidsutvärderingen', 'Record the mid-term evaluation'),
  termEnds: label(
    'Neuvottelu pidettävä ennen valtuustokauden loppua',
    'Förhandlingen ska hållas före fullmäktigeperiodens slut',
    'The negotiation must be held before the council term ends',
  ),
  handOver: label(
    'Siirrä avoimet asiat seuraavalle kaudelle',
    'Överför öppna ärenden till nästa period',
    'Hand open matters over to the next term',
  ),
};
