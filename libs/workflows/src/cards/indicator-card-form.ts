import { label } from '../fields';
import { ask, type Cell, type Question } from '../information-request/question';

/** The indicator card: every four months its owner says where the indicator and the tasks stand. */

/** The four levels of the overall status, best first. */
export const overallStatuses = [
  { id: 'on-track', text: label('Etenee suunnitellusti', 'Framskrider enligt planen', 'On track') },
  { id: 'minor-deviations', text: label('Pieniä poikkeamia', 'Små avvikelser', 'Minor deviations') },
  { id: 'at-risk', text: label('Tavoite vaarassa', 'Målet i fara', 'Target at risk') },
  { id: 'off-track', text: label('Tavoitetta ei saavuteta', 'Målet nås inte', 'Target will not be reached') },
];

const likelihoods = [
  { id: 'unlikely', text: label('Epätodennäköinen', 'Osannolik', 'Unlikely') },
  { id: 'possible', text: label('Mahdollinen', 'Möjlig', 'Possible') },
  { id: 'likely', text: label('Todennäköinen', 'Sannolik', 'Likely') },
];

/** A value of the indicator and the year it is of: 24.8 % in 2021. */
function value(
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  unit: Question['unit'],
  required = false,
): Cell[] {
  return [
    ask.number(id, label(fi, sv, en), { ...(unit && { unit }), required }),
    ask.number(`${id}Year`, label(`${fi}, vuosi`, `${sv}, år`, `${en}, year`), { required }),
  ];
}

/** What the owner is asked. `unit` is what the indicator is measured in, such as `%`. */
export function indicatorCardForm(unit?: Question['unit']): Question[] {
  return [
    ask.line('indicator', label('Indikaattori', 'Indikator', 'Indicator'), { required: true }),
    ask.text('content', label('Mitä indikaattori kuvaa', 'Vad indikatorn beskriver', 'What the indicator describes')),
    ...value('baseline', ['Lähtötaso', 'Utgångsläge', 'Baseline'], unit, true),
    ...value('latest', ['Viimeisin arvo', 'Senaste värde', 'Latest value'], unit),
    ...value('target', ['Muutostavoite', 'Förändringsmål', 'Change target'], unit, true),
    ask.text('partners', label('Kumppanit', 'Partner', 'Partners')),
    ask.text('dependencies', label('Riippuvuudet', 'Beroenden', 'Dependencies')),
    ask.rows('tasks', label('Tehtävät ja aikataulu', 'Uppgifter och tidtabell', 'Tasks and timetable'), [
      ask.line('task', label('Tehtävä', 'Uppgift', 'Task'), { required: true }),
      ask.line('owner', label('Vastuutaho', 'Ansvarig', 'Responsible')),
      ask.date('doneBy', label('Valmis viimeistään', 'Klar senast', 'Done by')),
    ]),
    ask.choice('status', label('Kokonaistilanne', 'Helhetsläge', 'Overall status'), overallStatuses, {
      required: true,
    }),
    ask.text(
      'reasons',
      label('Perustelut kokonaistilanteelle', 'Motivering till helhetsläget', 'Reasons for the overall status'),
      { required: true },
    ),
    ask.text(
      'done',
      label(
        'Mitä tehtiin viime neljän kuukauden aikana?',
        'Vad gjordes under de senaste fyra månaderna?',
        'What was done in the last four months?',
      ),
      { required: true },
    ),
    ask.text(
      'coming',
      label(
        'Mitä tehdään seuraavan neljän kuukauden aikana?',
        'Vad görs under de kommande fyra månaderna?',
        'What will be done in the coming four months?',
      ),
      { required: true },
    ),
    ask.rows('risks', label('Riskit', 'Risker', 'Risks'), [
      ask.line('risk', label('Riski', 'Risk', 'Risk'), { required: true }),
      ask.choice('likelihood', label('Todennäköisyys', 'Sannolikhet', 'Likelihood'), likelihoods),
      ask.line('mitigation', label('Mitä riskille tehdään', 'Vad görs åt risken', 'How it is met')),
    ]),
  ];
}
