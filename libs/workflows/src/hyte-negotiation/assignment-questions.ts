import { label } from '../fields';
import type { RequestInput } from '../information-request/information-request.data';

/**
 * The advance assignment: four questions on this year's efforts, one on whether the agreed principles were followed,
 * which names the `goals` agreed for this year, and one on what to negotiate for the coming year (`about`).
 */
export function assignmentQuestions(about: string, goals: readonly string[] = []): RequestInput['questions'] {
  const listed = goals.join('; ');
  const named =
    goals.length === 0
      ? label('', '', '')
      : label(` Sovitut tavoitteet: ${listed}.`, ` De avtalade målen: ${listed}.`, ` The agreed goals: ${listed}.`);
  return [
    {
      id: 'efforts',
      text: {
        fi: 'Mitkä olivat tämän vuoden tärkeimmät toimenne hyvinvoinnin ja terveyden edistämiseksi?',
        sv: 'Vilka var era viktigaste åtgärder i år för att främja hälsa och välfärd?',
        en: 'What were your most important efforts this year to promote wellbeing and health?',
      },
    },
    {
      id: 'results',
      text: {
        fi: 'Mitä toimilla saatiin aikaan? Mistä näette sen?',
        sv: 'Vad åstadkom ni med åtgärderna? Hur syns det?',
        en: 'What did the efforts achieve? How can it be seen?',
      },
    },
    {
      id: 'cooperation',
      text: {
        fi: 'Missä yhteistyö hyvinvointialueen, kuntien ja muiden toimijoiden kesken toimi hyvin?',
        sv: 'Var fungerade samarbetet mellan välfärdsområdet, kommunerna och andra aktörer väl?',
        en: 'Where did the cooperation between the county, the municipalities and others work well?',
      },
    },
    {
      id: 'obstacles',
      text: {
        fi: 'Mikä jäi tekemättä tai vaikeutti työtä?',
        sv: 'Vad blev ogjort eller försvårade arbetet?',
        en: 'What was left undone, or made the work difficult?',
      },
    },
    {
      id: 'principles',
      text: {
        fi: `Toteutuivatko viime neuvottelussa sovitut periaatteet? Missä ne eivät toteutuneet?${named.fi}`,
        sv: `Följdes de principer som man kom överens om vid den förra förhandlingen? Var följdes de inte?${named.sv}`,
        en: `Were the principles agreed in the last negotiation followed? Where were they not?${named.en}`,
      },
    },
    {
      id: 'topics',
      text: {
        fi: `Mistä vuoden ${about} tavoitteista ja toimista haluatte neuvotella?`,
        sv: `Vilka mål och åtgärder för år ${about} vill ni förhandla om?`,
        en: `Which goals and measures for ${about} do you want to negotiate on?`,
      },
    },
  ];
}
