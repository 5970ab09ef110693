import { label } from '../fields';
import { ask, type Question } from '../information-request/question';
import { cooperation, measuresDone, moreInformation, needs } from './report-card';

/** The municipality card of the wellbeing report: how the residents are, what was done, how it went and what comes next. */
export function municipalityCard(year: string): Question[] {
  return [
    ask.text(
      'children',
      label(
        'Lasten, nuorten ja lapsiperheiden hyvinvointi: mikä on hyvin, mikä huolestuttaa?',
        'Barns, ungas och barnfamiljers välfärd: vad är bra, vad är oroande?',
        'Wellbeing of children, young people and families: what is well, what is a concern?',
      ),
      { required: true },
    ),
    ask.text(
      'adults',
      label(
        'Työikäisten hyvinvointi: mikä on hyvin, mikä huolestuttaa?',
        'Välfärden bland personer i arbetsför ålder: vad är bra, vad är oroande?',
        'Wellbeing of working-age people: what is well, what is a concern?',
      ),
      { required: true },
    ),
    ask.text(
      'older',
      label(
        'Ikääntyneiden hyvinvointi: mikä on hyvin, mikä huolestuttaa?',
        'De äldres välfärd: vad är bra, vad är oroande?',
        'Wellbeing of older people: what is well, what is a concern?',
      ),
      { required: true },
    ),
    measuresDone(year),
    ask.text(
      'coefficient',
      label(
        'Hyte-kertoimen tulokset: mikä muuttui ja miksi?',
        'Resultat av HYTE-koefficienten: vad har ändrats och varför?',
        'Results of the HYTE coefficient: what changed, and why?',
      ),
    ),
    cooperation(),
    needs(year),
    ask.line(
      'responsible',
      label(
        'Hyvinvoinnin ja terveyden edistämisen vastuutaho kunnassa (tehtävä tai toimielin)',
        'Ansvarig för främjande av hälsa och välfärd i kommunen (uppgift eller organ)',
        'Responsible for promoting health and wellbeing in the municipality (post or body)',
      ),
    ),
    moreInformation(),
  ];
}
