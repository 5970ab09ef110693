import type { Language } from '@app/domain';
import { z } from 'zod';
import { basisSentence } from '../basis-sentence';
import { bodyMeetingSentence } from '../body-meeting';
import { closing, withLink } from '../closing';
import { dateAndTime, longDate, onDate, shortDateOf } from '../dates';
import { dutySentence } from '../duty-sentence';
import {
  basis,
  bodyMeeting,
  civilDate,
  mailCommon,
  moment,
  nextStep,
  requestCitation,
  requestSubject,
  whichRequest,
} from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { nextSentence } from '../next-step';
import { cardDueAt, cardTitle, compilingOfCards, toRespondent, reportInBoard } from '../samples';
import { subject } from '../subject';
import { wordsOf } from '../subject-matter';
import { passItOn } from '../pass-on';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  ...whichRequest,
  subjectMatter: requestSubject,
  dueAt: moment,
  basis,
  lastOn: civilDate,
  next: nextStep.optional(),
  citation: requestCitation.optional(),
  voluntary: z.boolean(),
  bodyMeeting: bodyMeeting.optional(),
});
type Data = z.output<typeof schema>;

const frame: Record<
  Language,
  {
    by: string;
    asks: (data: Data, wanted: (whose?: { from?: string }) => string) => string;
    act: string;
    why: string;
    use: string;
  }
> = {
  fi: {
    by: 'vastaus viimeistään',
    asks: ({ organisation }, wanted) => `pyytää ${wanted({ from: fi.fromYou(organisation) })}`,
    act: 'viimeistään',
    why: 'Miksi kysymme',
    use: 'Mitä vastauksella tehdään',
  },
  sv: {
    by: 'svar senast',
    asks: ({ organisation }, wanted) => `ber ${sv.name(organisation)} om ${wanted()}`,
    act: 'senast',
    why: 'Varför vi frågar',
    use: 'Så används svaret',
  },
  en: {
    by: 'reply by',
    asks: ({ organisation }, wanted) => `asks ${en.name(organisation)} for ${wanted()}`,
    act: 'by',
    why: 'Why we ask',
    use: 'What happens with the answer',
  },
};

function write(data: Data, language: Language) {
  const { by, asks, act: until, why, use } = frame[language];
  const words = wordsOf(data, language);
  const used = words.used(onDate(data.lastOn, language));
  const dueAt = dateAndTime(data.dueAt, language, language === 'en' ? longDate : onDate);
  return letter(
    subject(`${words.head}: ${by} ${shortDateOf(data.dueAt, language)}`, data, language),
    `${plainName(data.county, language)} ${asks(data, words.wanted)}.`,
    paragraph(withLink(`${words.act} ${until} ${dueAt}`, data), nextSentence(data.next, language)),
    paragraph(
      sentences(
        `${why}: ${words.why}`,
        data.citation && dutySentence(data.citation, language),
        data.voluntary ? words.voluntary : undefined,
      ),
      `${use}: ${used.charAt(0).toLowerCase()}${used.slice(1)}`,
      bodyMeetingSentence(data.bodyMeeting, language),
      basisSentence(data.basis, language),
    ),
    closing[language](data, passItOn[language](data)),
  );
}

/** Asks an organisation for what a request is about: a card, a status, an account, topics. */
export const informationRequest = defineTemplate({
  audience: 'respondent',
  schema,
  sample: {
    ...toRespondent,
    subjectMatter: 'municipality-card',
    about: '2026',
    title: cardTitle,
    dueAt: cardDueAt,
    basis: 'requested',
    lastOn: compilingOfCards,
    next: reportInBoard,
    citation: 'countyReports',
    voluntary: true,
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});
