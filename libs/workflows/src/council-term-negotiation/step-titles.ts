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
    'Kirjaa kunnanvaltuustojen päätökset',
    'Anteckna kommunfullmäktiges beslut',
    'Record the decisions of the municipal councils',
  ),
  countyCouncil: label(
    'Kirjaa aluevaltuuston päätös',
    'Anteckna välfärdsområdesfullmäktiges beslut',
    "Record the county council's decision",
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
