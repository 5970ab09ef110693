import { label } from '../fields';
import { ask, type Question } from '../information-request/question';

/**
 * The advance assignment: four questions on this year's efforts, one on whether the agreed principles were followed,
 * which names the `goals` agreed for this year, and one on what to negotiate for the coming year (`about`).
 */
export function assignmentQuestions(about: string, goals: readonly string[] = []): Question[] {
  // The sentence that lists them ends them all.
  const listed = goals.map((goal) => goal.replace(/[.;\s]+$/, '')).join('; ');
  const named =
    goals.length === 0
      ? label('', '', '')
      : label(` Sovitut tavoitteet: ${listed}.`, ` De avtalade målen: ${listed}.`, ` The agreed goals: ${listed}.`);
  return [
    ask.text(
      'efforts',
      label(
        'Mitkä olivat tämän vuoden tärkeimmät toimenne hyvinvoinnin ja terveyden edistämiseksi?',
        'Vilka var era viktigaste åtgärder i år för att främja hälsa och välfärd?',
        'What were your most important efforts this year to promote wellbeing and health?',
      ),
    ),
    ask.text(
      'results',
      label(
        'Mitä toimilla saatiin aikaan? Mistä näette sen?',
        'Vad åstadkom ni med åtgärderna? Hur syns det?',
        'What did the efforts achieve? How can it be seen?',
      ),
    ),
    ask.text(
      'cooperation',
      label(
        'Missä yhteistyö hyvinvointialueen, kuntien ja muiden toimijoiden kesken toimi hyvin?',
        'Var fungerade samarbetet mellan välfärdsområdet, kommunerna och andra aktörer väl?',
        'Where did the cooperation between the county, the municipalities and others work well?',
      ),
    ),
    ask.text(
      'obstacles',
      label(
        'Mikä jäi tekemättä tai vaikeutti työtä?',
        'Vad blev ogjort eller försvårade arbetet?',
        'What was left undone, or made the work difficult?',
      ),
    ),
    ask.text(
      'principles',
      label(
        `Toteutuivatko viime neuvottelussa sovitut periaatteet? Missä ne eivät toteutuneet?${named.fi}`,
        `Följdes de principer som man kom överens om vid den förra förhandlingen? Var följdes de inte?${named.sv}`,
        `Were the principles agreed in the last negotiation followed? Where were they not?${named.en}`,
      ),
    ),
    ask.text(
      'topics',
      label(
        `Mistä vuoden ${about} tavoitteista ja toimista haluatte neuvotella?`,
        `Vilka mål och åtgärder för år ${about} vill ni förhandla om?`,
        `Which goals and measures for ${about} do you want to negotiate on?`,
      ),
    ),
  ];
}
