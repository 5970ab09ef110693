import type { Cell, Question } from '../information-request/question';
import { ask } from '../information-request/question';
import { label } from '../fields';

/** What the cards of the wellbeing report have in common. `year` is the year the report is about. */

/** The ages by which the state of wellbeing is looked at. */
const ageGroups = [
  {
    id: 'children',
    text: label('Lapset, nuoret ja lapsiperheet', 'Barn, unga och barnfamiljer', 'Children, young people and families'),
  },
  { id: 'adults', text: label('Työikäiset', 'Personer i arbetsför ålder', 'Working-age people') },
  { id: 'older', text: label('Ikääntyneet', 'Äldre', 'Older people') },
  { id: 'everybody', text: label('Kaikki asukkaat', 'Alla invånare', 'All residents') },
];

/** Measures that were done, for whom and with what result. */
export function measuresDone(year: string): Question {
  const columns: Cell[] = [
    ask.line('measure', label('Toimenpide', 'Åtgärd', 'Measure'), { required: true }),
    ask.choice('group', label('Keille', 'För vilka', 'For whom'), ageGroups),
    ask.line('result', label('Tulos', 'Resultat', 'Result')),
    ask.line('owner', label('Vastuutaho', 'Ansvarig', 'Responsible')),
  ];
  return ask.rows(
    'measures',
    label(
      `Vuoden ${year} toimenpiteet hyvinvoinnin ja terveyden edistämiseksi`,
      `Åtgärder för att främja hälsa och välfärd år ${year}`,
      `Measures of ${year} to promote health and wellbeing`,
    ),
    columns,
    { required: true, rows: 6 },
  );
}

/** How the work was done with others, and what it lacked. */
export function cooperation(): Question {
  return ask.text(
    'cooperation',
    label(
      'Yhteistyö hyvinvointialueen, kuntien ja muiden toimijoiden kanssa: mikä toimi, mikä ei?',
      'Samarbetet med välfärdsområdet, kommunerna och andra aktörer: vad fungerade, vad fungerade inte?',
      'Cooperation with the county, the municipalities and others: what worked, what did not?',
    ),
  );
}

/** What the coming year needs: a proposal for the year's negotiation. */
export function needs(year: string): Question {
  const next = String(Number(year) + 1);
  return ask.text(
    'needs',
    label(
      `Tarpeet ja ehdotukset vuodelle ${next}`,
      `Behov och förslag för år ${next}`,
      `Needs and proposals for ${next}`,
    ),
    {
      help: label(
        'Ehdotukset otetaan mukaan vuosineuvottelun valmisteluun.',
        'Förslagen tas med i beredningen av den årliga förhandlingen.',
        "The proposals are taken into the preparation of the year's negotiation.",
      ),
    },
  );
}

export function moreInformation(): Question {
  return ask.link('source', label('Linkki lisätietoihin', 'Länk till mer information', 'Link to more information'));
}
