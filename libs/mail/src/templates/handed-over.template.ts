import { helsinkiDate, type Language } from '@app/domain';
import { z } from 'zod';
import { basisSentence } from '../basis-sentence';
import { bodyMeetingSentence } from '../body-meeting';
import { closing, withLink } from '../closing';
import { dateAndTime, longDate, onDate, shortDateOf } from '../dates';
import {
  basis,
  bodyMeeting,
  civilDate,
  line,
  mailCommon,
  moment,
  prose,
  requestSubject,
  whichRequest,
} from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { passedReplyDate } from '../reply-date';
import { cardDueAt, cardTitle, compilingOfCards, toRespondent } from '../samples';
import { subject } from '../subject';
import { doItStill, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  ...whichRequest,
  subjectMatter: requestSubject,
  dueAt: moment,
  basis,
  lastOn: civilDate,
  /** Whether the reply date had passed when it was handed over. */
  passed: z.boolean(),
  /** What an answer that was sent back lacks. */
  reason: prose.optional(),
  /** The name of whoever handed it over, where that is known. */
  handedOverBy: line.optional(),
  bodyMeeting: bodyMeeting.optional(),
});
type Data = z.output<typeof schema>;

type Words = {
  handedOver: string;
  asks: (data: Data, wanted: (whose?: { from?: string }) => string) => string;
  by: (name: string | undefined) => string;
  until: string;
  missing: string;
  mistaken: string;
};

const frame: Record<Language, Words> = {
  fi: {
    handedOver: 'siirretty sinulle, vastaus viimeistään',
    asks: ({ organisation }, wanted) => `pyytää ${wanted({ from: fi.fromYou(organisation) })}.`,
    by: (name) => (name === undefined ? 'Vastaaminen on siirretty sinulle.' : `Vastaamisen siirsi sinulle ${name}.`),
    until: 'viimeistään',
    missing: 'Mitä puuttuu:',
    mistaken:
      'Linkki on sinun, ja aiempi linkki ei enää toimi. Jos vastaaminen ei kuulu sinulle, siirrä se samalla sivulla eteenpäin tai kerro siitä yhteyshenkilölle.',
  },
  sv: {
    handedOver: 'överförd till dig, svar senast',
    asks: ({ organisation }, wanted) => `ber ${sv.name(organisation)} om ${wanted()}.`,
    by: (name) =>
      name === undefined ? 'Svarandet har överförts till dig.' : `Svarandet har överförts till dig av ${name}.`,
    until: 'senast',
    missing: 'Detta saknas:',
    mistaken:
      'Länken är din, och den tidigare länken fungerar inte längre. Om det inte är du som ska svara kan du överföra svarandet på samma sida eller meddela kontaktpersonen.',
  },
  en: {
    handedOver: 'handed over to you, reply by',
    asks: ({ organisation }, wanted) => `asks ${en.name(organisation)} for ${wanted()}.`,
    by: (name) =>
      name === undefined ? 'Answering was handed over to you.' : `Answering was handed over to you by ${name}.`,
    until: 'by',
    missing: 'What is missing:',
    mistaken:
      'The link is yours, and the earlier link works no more. If it is not for you to answer, hand it on on the same page or tell the contact person.',
  },
};

function write(data: Data, language: Language) {
  const { handedOver, asks, by, until, missing, mistaken } = frame[language];
  const words = wordsOf(data, language);
  const dueAt = dateAndTime(data.dueAt, language, language === 'en' ? longDate : onDate);
  const act = data.passed
    ? withLink(doItStill(data, language), data)
    : withLink(`${words.act} ${until} ${dueAt}`, data);
  return letter(
    subject(`${words.head}: ${handedOver} ${shortDateOf(data.dueAt, language)}`, data, language),
    sentences(`${plainName(data.county, language)} ${asks(data, words.wanted)}`, by(data.handedOverBy)),
    paragraph(act),
    data.reason === undefined ? undefined : paragraph(missing, data.reason),
    paragraph(
      data.passed
        ? passedReplyDate(helsinkiDate(data.dueAt), data.basis, language)
        : basisSentence(data.basis, language),
      data.passed ? undefined : bodyMeetingSentence(data.bodyMeeting, language),
    ),
    closing[language](data, mistaken),
  );
}

/** Goes to the colleague who a respondent has handed the answer over to. */
export const handedOver = defineTemplate({
  audience: 'respondent',
  schema,
  sample: {
    ...toRespondent,
    recipientName: 'Kaisa Kollega',
    subjectMatter: 'municipality-card',
    about: '2026',
    title: cardTitle,
    dueAt: cardDueAt,
    basis: 'requested',
    lastOn: compilingOfCards,
    passed: false,
    handedOverBy: 'Lauri Esimerkki',
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});
