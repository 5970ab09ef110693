import type { Text } from '@app/domain';
import { z } from 'zod';

/** How an answer came that the county recorded; the names are those that a request's workflow gives. */
export const answerWay = z.enum(['email', 'letter', 'telephone', 'registry', 'meeting', 'other']);
export type AnswerWay = z.output<typeof answerWay>;

/** Said after 'saapumistapa:' and in a sentence alike. */
export const answerWayWords: Record<AnswerWay, Text> = {
  email: { fi: 'sähköpostilla', sv: 'per e-post', en: 'by e-mail' },
  letter: { fi: 'kirjeellä', sv: 'per brev', en: 'by letter' },
  telephone: { fi: 'puhelimitse', sv: 'per telefon', en: 'by telephone' },
  registry: { fi: 'kirjaamon kautta', sv: 'via registratorskontoret', en: 'through the registry' },
  meeting: { fi: 'tapaamisessa', sv: 'vid ett möte', en: 'in a meeting' },
  other: { fi: 'muulla tavalla', sv: 'på annat sätt', en: 'in another way' },
};
