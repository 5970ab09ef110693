import type { Language } from '@app/domain';
import {
  dutySentence,
  nextSentence,
  nextStep,
  requestCitation,
  requestSubject,
  sentenceStart,
  wordsOf,
} from '@app/mail';
import { z } from 'zod';
import { text } from '../../language/text';
import { countyName, organisationName } from '../../pages/names';
import type { OpenedPage } from '../opened-link';
import { onDate } from '../../pages/page-dates';
import { dueOf } from './due';
import type { Explanation } from './explanation';
import { bodySentence, completionSentences, requestFacts } from './request-facts';

const facts = requestFacts.extend({
  subject: requestSubject,
  about: z.string(),
  title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  citation: requestCitation.nullable(),
  voluntary: z.boolean(),
  next: nextStep.nullable(),
});

const was = text('Vastauspäivä oli', 'Svarsdagen var', 'The reply date was');
const by = text('viimeistään', 'senast', 'by');
const why = text('Miksi kysymme', 'Varför vi frågar', 'Why we ask');
const use = text('Mitä vastauksella tehdään', 'Så används svaret', 'What happens with the answer');
const formHeading = text('Vastaus', 'Svar', 'Answer');

const asks: Record<Language, (wanted: string) => string> = {
  fi: (wanted) => `pyytää teiltä ${wanted}.`,
  sv: (wanted) => `ber er om ${wanted}.`,
  en: (wanted) => `asks you for ${wanted}.`,
};

/** A card, a status, an account or topics: said in the words of the mail that asks for it. Undefined for anything else. */
export function explainRequest(page: OpenedPage): Explanation | undefined {
  const parsed = facts.safeParse(page.instance.context);
  if (!parsed.success) return undefined;
  const { language, register } = page;
  const { data } = parsed;
  const words = wordsOf({ ...data, subjectMatter: data.subject }, language);
  const next = nextSentence(data.next ?? undefined, language);
  const inAll = (said: string) => ({ fi: said, sv: said, en: said });
  return {
    heading: `${data.title[language]}: ${organisationName(register, data.organisation, language)}`,
    lead: `${countyName(register, language)} ${asks[language](words.wanted())}`,
    ...dueOf(page, 'answer', {
      by: inAll(`${words.act} ${by[language]}`),
      was,
      still: inAll(`${words.canStillBeGiven}.`),
    }),
    beside: [...completionSentences(page, data), ...(next ? [next] : []), ...bodySentence(page, data)],
    sections: [
      {
        heading: why[language],
        says: [
          sentenceStart(words.why),
          ...(data.citation ? [dutySentence(data.citation, language)] : []),
          ...(data.voluntary ? [words.voluntary] : []),
        ],
      },
      { heading: use[language], says: [words.used(onDate(data.lastOn, language))] },
    ],
    formHeading: formHeading[language],
    mainCommand: 'record-answer',
  };
}
