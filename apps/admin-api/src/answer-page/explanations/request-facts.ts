import { type CivilDate, isCivilDate } from '@app/domain';
import { z } from 'zod';
import { text } from '../../language/text';
import type { OpenedPage } from '../opened-link';
import { longDate } from '../../pages/page-dates';
import { closingSentence } from '../board-guide/agenda-closing';

export const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));

/** What the page knows of a request, whatever it asks. */
export const requestFacts = z.object({
  organisation: z.string(),
  askedOn: day,
  dueOn: day,
  lastOn: day,
  completion: z.object({ reason: z.string() }).nullable(),
  answeringBody: z
    .object({
      name: z.object({ fi: z.string(), sv: z.string(), en: z.string().optional() }),
      lastMeetingOn: day.nullable(),
      materialsDaysBefore: z.number(),
    })
    .nullable(),
});
type RequestFacts = z.infer<typeof requestFacts>;

/** An answer that was sent back: what is missing. What has been answered stays, and is added to. */
export function completionSentences({ instance, language }: OpenedPage, { completion }: RequestFacts): string[] {
  if (!completion || !instance.state.endsWith('.returned')) return [];
  return [
    text(
      `Vastauksestanne puuttuu: ${completion.reason}`,
      `Detta saknas i ert svar: ${completion.reason}`,
      `What your answer lacks: ${completion.reason}`,
    )[language],
    text(
      'Aiempi vastaus on tallessa. Kirjoita vain se, mikä puuttuu.',
      'Det tidigare svaret finns kvar. Skriv bara det som saknas.',
      'The earlier answer is kept. Write only what is missing.',
    )[language],
  ];
}

/** Agendas close early: where a body answers, its last meeting matters more than the reply date. */
export function bodySentence(page: OpenedPage, { answeringBody, askedOn, dueOn }: RequestFacts): string[] {
  const { language, today } = page;
  const on = answeringBody?.lastMeetingOn;
  if (!answeringBody || !on || on < today || on <= askedOn || on >= dueOn) return [];
  const { fi, sv, en = fi } = answeringBody.name;
  const day = longDate(on, language);
  const closing = closingSentence(on, answeringBody, page);
  return [
    text(
      `Jos toimielin käsittelee vastauksen: viimeinen kokous ennen vastauspäivää on ${day} (${fi}). ${closing}`,
      `Om ett organ behandlar svaret: det sista sammanträdet före svarsdagen är ${day} (${sv}). ${closing}`,
      `If a body handles the answer: the last meeting before the reply date is ${day} (${en}). ${closing}`,
    )[language],
  ];
}
