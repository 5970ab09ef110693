import { label } from '../fields';
import { ask, type Question } from '../information-request/question';
import { cooperation, measuresDone, moreInformation, needs } from './report-card';

/** The card of the organisations in the wellbeing report. */
export function ngoCard(year: string): Question[] {
  return [
    ask.text(
      'observations',
      label(
        'Mitä järjestöt näkivät asukkaiden hyvinvoinnista?',
        'Vad såg organisationerna av invånarnas välfärd?',
        "What did the organisations see of the residents' wellbeing?",
      ),
      { required: true },
    ),
    measuresDone(year),
    ask.number(
      'reached',
      label(
        'Kuinka monta ihmistä toiminta tavoitti (arvio)?',
        'Hur många människor nådde verksamheten (uppskattning)?',
        'How many people did the work reach (estimate)?',
      ),
      { unit: label('henkilöä', 'personer', 'people') },
    ),
    cooperation(),
    needs(year),
    moreInformation(),
  ];
}
