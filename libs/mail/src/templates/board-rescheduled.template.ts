import type { CivilDate, Language } from '@app/domain';
import { itemFacts } from '../board-words';
import { closing, withPage } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { civilDate, line, mailCommon, prose, wordingOrLine } from '../fields';
import { letter, type Letter, paragraph, sentences } from '../letter';
import { inLanguage, plainName } from '../names';
import {
  earlierBoardMeeting,
  hyteBoard,
  insideCounty,
  materialsDueOn,
  resultCaseNumber,
  resultHandledOn,
  resultTitle,
} from '../samples';
import { subject, titleInSubject } from '../subject';
import { forwardCase } from '../pass-on';
import { defineTemplate } from '../template';
import type { z } from 'zod';

const schema = mailCommon.extend({
  title: wordingOrLine,
  caseNumber: line.optional(),
  body: wordingOrLine,
  meetingKey: line.optional(),
  meetingOn: civilDate,
  meetingWas: civilDate.optional(),
  materialsDueOn: civilDate.optional(),
  reason: prose,
});
type Data = z.output<typeof schema>;

type Words = {
  headline: string;
  lead: string;
  held: (on: CivilDate) => string;
  was: (on: CivilDate) => string;
  deliver: (on: CivilDate) => string;
  reason: string;
};

const words: Record<Language, Words> = {
  fi: {
    headline: 'Uusi kokouspäivä',
    lead: 'siirtää asian käsittelyn toiseen kokoukseen.',
    held: (on) => `Asia käsitellään ${onDate(on, 'fi')}.`,
    was: (on) => `Kokouspäivä oli ${longDate(on, 'fi')}.`,
    deliver: (on) => `Toimita aineisto viimeistään ${onDate(on, 'fi')}`,
    reason: 'Syy:',
  },
  sv: {
    headline: 'Ny sammanträdesdag',
    lead: 'flyttar behandlingen av ett ärende till ett annat sammanträde.',
    held: (on) => `Ärendet behandlas ${onDate(on, 'sv')}.`,
    was: (on) => `Sammanträdesdagen var ${longDate(on, 'sv')}.`,
    deliver: (on) => `Lämna in handlingarna senast ${longDate(on, 'sv')}`,
    reason: 'Orsak:',
  },
  en: {
    headline: 'New day of the meeting',
    lead: 'moves the handling of a matter to another meeting.',
    held: (on) => `The matter is handled ${onDate(on, 'en')}.`,
    was: (on) => `The day of the meeting was ${longDate(on, 'en')}.`,
    deliver: (on) => `Deliver the materials by ${longDate(on, 'en')}`,
    reason: 'Reason:',
  },
};

/** Tells a presenter that a case goes to another meeting, and by when its materials are due now, if they still are. */
export const boardRescheduled = defineTemplate({
  audience: 'presenter',
  schema,
  sample: {
    ...insideCounty,
    title: resultTitle,
    caseNumber: resultCaseNumber,
    body: hyteBoard,
    meetingOn: resultHandledOn,
    meetingWas: earlierBoardMeeting,
    materialsDueOn,
    reason: 'Lautakunta siirsi kokoustaan.',
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language): Letter {
  const { headline, lead, held, was, deliver, reason } = words[language];
  const { meetingOn, meetingWas, materialsDueOn: materials, ...item } = data;
  const title = titleInSubject(inLanguage(data.title, language));
  return letter(
    subject(`${headline} ${shortDate(meetingOn, language)}: ${title}`, data, language),
    `${plainName(data.county, language)} ${lead}`,
    paragraph(
      sentences(held(meetingOn), meetingWas && was(meetingWas)),
      materials && withPage(deliver(materials), data),
    ),
    itemFacts(item, language),
    paragraph(reason, data.reason),
    closing[language](data, forwardCase[language](data)),
  );
}
