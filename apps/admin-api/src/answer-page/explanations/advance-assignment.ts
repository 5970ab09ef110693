import { citations, citationText, helsinkiInstant, type Language } from '@app/domain';
import { dateAndTime, onDate } from '../../pages/page-dates';
import { z } from 'zod';
import { text } from '../../language/text';
import { countyName, organisationName } from '../../pages/names';
import type { OpenedPage } from '../opened-link';
import { dueOf } from './due';
import type { Explanation } from './explanation';
import { bodySentence, completionSentences, day, requestFacts } from './request-facts';

const assignmentFacts = requestFacts.extend({
  subject: z.literal('advance-assignment'),
  organisationKind: z.enum(['municipality', 'other']),
  next: z
    .object({ on: day, at: z.string().optional(), until: z.string().optional(), place: z.string().optional() })
    .nullable(),
});
type AssignmentFacts = z.infer<typeof assignmentFacts>;

const dueWords = {
  by: text('Vastaa viimeistään', 'Svara senast', 'Reply by'),
  was: text('Vastauspäivä oli', 'Svarsdagen var', 'The reply date was'),
  still: text('Vastauksen voi vielä lähettää.', 'Svaret kan ännu skickas.', 'The reply can still be sent.'),
};
const heading = text('Ennakkotehtävä', 'Förhandsuppgift', 'Advance assignment');
const why = text('Miksi kysymme', 'Varför vi frågar', 'Why we ask');
const use = text('Mitä vastauksella tehdään', 'Så används svaret', 'What happens with the answer');
const formHeading = text('Vastaus', 'Svar', 'Answer');

const asks: Record<Language, (county: string) => string> = {
  fi: (county) =>
    `${county} pyytää teiltä vastausta hyvinvoinnin ja terveyden edistämisen vuosineuvottelun ennakkotehtävään.`,
  sv: (county) =>
    `${county} ber er svara på förhandsuppgiften inför den årliga förhandlingen om främjande av hälsa och välfärd.`,
  en: (county) =>
    `${county} asks you to answer the advance assignment for the yearly negotiation on promoting health and wellbeing.`,
};

const duty: Record<Language, (citation: string) => string> = {
  fi: (citation) =>
    `Hyvinvointialueen on neuvoteltava vähintään kerran vuodessa kuntien ja muiden toimijoiden kanssa (${citation}).`,
  sv: (citation) =>
    `Välfärdsområdet ska minst en gång per år förhandla med kommunerna och andra aktörer (${citation}).`,
  en: (citation) =>
    `The wellbeing services county must negotiate at least once a year with the municipalities and other actors (${citation}).`,
};

const section = `${citations.municipalityTakesPart.section}\u00a0§`;
/** Taking part is a municipality's duty; answering is nobody's. */
const takingPart = {
  municipality: text(
    `Kunnan on osallistuttava neuvotteluun (${section}); ennakkotehtävään vastaaminen on vapaaehtoista.`,
    `Kommunen ska delta i förhandlingen (${section}); att besvara förhandsuppgiften är frivilligt.`,
    `The municipality must take part in the negotiation (section\u00a0${citations.municipalityTakesPart.section}); answering the advance assignment is voluntary.`,
  ),
  other: text(
    'Muut toimijat kutsutaan neuvotteluun saman säännöksen nojalla; ennakkotehtävään vastaaminen on vapaaehtoista.',
    'Övriga aktörer bjuds in till förhandlingen med stöd av samma bestämmelse; att besvara förhandsuppgiften är frivilligt.',
    'The other actors are invited to the negotiation under the same provision; answering the advance assignment is voluntary.',
  ),
};

/** The advance assignment of the year's negotiation, asked of one party. Undefined for any other request. */
export function explainAdvanceAssignment(page: OpenedPage): Explanation | undefined {
  const parsed = assignmentFacts.safeParse(page.instance.context);
  if (!parsed.success) return undefined;
  const { language, register } = page;
  const facts = parsed.data;
  return {
    heading: `${heading[language]}: ${organisationName(register, facts.organisation, language)}`,
    lead: asks[language](countyName(register, language)),
    ...dueOf(page, 'answer', dueWords),
    beside: [
      ...completionSentences(page, facts),
      ...negotiationSentence(facts, language),
      ...bodySentence(page, facts),
    ],
    sections: [
      {
        heading: why[language],
        says: [
          duty[language](citationText(citations.countyNegotiates, language)),
          takingPart[facts.organisationKind][language],
        ],
      },
      { heading: use[language], says: [useSentence(facts, language)] },
    ],
    formHeading: formHeading[language],
    mainCommand: 'record-answer',
  };
}

function useSentence({ lastOn }: AssignmentFacts, language: Language): string {
  const on = onDate(lastOn, language);
  return text(
    `Kokoamme vastaukset neuvottelun pohjaksi ja lähetämme koonnin kaikille ${on}.`,
    `Vi sammanställer svaren som underlag för förhandlingen och skickar sammanställningen till alla ${on}.`,
    `We compile the answers as a basis for the negotiation and send the summary to everybody ${on}.`,
  )[language];
}

function negotiationSentence({ next }: AssignmentFacts, language: Language): string[] {
  if (!next) return [];
  const { on, at, until, place } = next;
  const start = at === undefined ? onDate(on, language) : dateAndTime(helsinkiInstant(on, at), language);
  const end = at === undefined || until === undefined ? '' : `–${language === 'en' ? until : until.replace(':', '.')}`;
  const where =
    place === undefined ? '' : text(`, paikka: ${place}`, `, plats: ${place}`, `, place: ${place}`)[language];
  return [
    text(
      `Neuvottelu on ${start}${end}${where}.`,
      `Förhandlingen hålls ${start}${end}${where}.`,
      `The negotiation is held ${start}${end}${where}.`,
    )[language],
  ];
}
