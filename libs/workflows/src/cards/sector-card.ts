import { label } from '../fields';
import { ask, type Question } from '../information-request/question';
import { cooperation, measuresDone, moreInformation, needs } from './report-card';

/** The card of one of the county's sectors in the wellbeing report. */
export function sectorCard(year: string): Question[] {
  return [
    ask.text(
      'clients',
      label(
        'Mitä palveluissa nähtiin asukkaiden hyvinvoinnista?',
        'Vad visade tjänsterna om invånarnas välfärd?',
        "What did the services show of the residents' wellbeing?",
      ),
      { required: true },
    ),
    measuresDone(year),
    ask.text(
      'principles',
      label(
        'Miten viime neuvottelussa sovittu toteutui toimialalla?',
        'Hur genomfördes det som man kom överens om vid den förra förhandlingen inom sektorn?',
        'How was what the last negotiation agreed carried out in the sector?',
      ),
    ),
    cooperation(),
    needs(year),
    moreInformation(),
  ];
}
