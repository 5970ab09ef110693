import { z } from 'zod';
import { ownBasisSentence } from '../basis-sentence';
import { boardSteps, boardStepWords, itemFacts } from '../board-words';
import { closing, pageLine } from '../closing';
import { longDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { inLanguage } from '../names';
import { hyteBoard, insideCounty, materialsDueOn, resultCaseNumber, resultHandledOn, resultTitle } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

/** Tells the coordinator that the date of a step of a body's handling has passed without a record of the step. */
export const boardStepOverdue = defineTemplate({
  audience: 'coordinator',
  schema: mailCommon.extend({
    step: z.enum(boardSteps),
    dueOn: civilDate,
    title: wordingOrLine,
    caseNumber: line.optional(),
    body: wordingOrLine,
    meetingOn: civilDate.optional(),
    basis: basis.optional(),
  }),
  sample: {
    ...insideCounty,
    step: 'materials',
    dueOn: materialsDueOn,
    title: resultTitle,
    caseNumber: resultCaseNumber,
    body: hyteBoard,
    meetingOn: resultHandledOn,
    basis: 'decided',
  },
  fi: (data) => {
    const { noun, missing } = boardStepWords.fi[data.step];
    const title = titleInSubject(inLanguage(data.title, 'fi'));
    return letter(
      subject(`${noun}, päivä oli ${shortDate(data.dueOn, 'fi')}: ${title}`, data, 'fi'),
      `${missing} Päivä oli ${longDate(data.dueOn, 'fi')}.`,
      pageLine('Avaa asia', data.link),
      itemFacts(data, 'fi'),
      paragraph(
        'Mitä nyt: jos vaihe on tehty, kirjaa se. Muuten sovi esittelijän kanssa, miten asia etenee.',
        data.basis && ownBasisSentence(data.basis, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const { noun, missing } = boardStepWords.sv[data.step];
    const title = titleInSubject(inLanguage(data.title, 'sv'));
    return letter(
      subject(`${noun}, dagen var ${shortDate(data.dueOn, 'sv')}: ${title}`, data, 'sv'),
      `${missing} Dagen var ${longDate(data.dueOn, 'sv')}.`,
      pageLine('Öppna ärendet', data.link),
      itemFacts(data, 'sv'),
      paragraph(
        'Att göra nu: om steget är klart, anteckna det. Kom annars överens med föredraganden om hur ärendet går vidare.',
        data.basis && ownBasisSentence(data.basis, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const { noun, missing } = boardStepWords.en[data.step];
    const title = titleInSubject(inLanguage(data.title, 'en'));
    return letter(
      subject(`${noun}, was due ${shortDate(data.dueOn, 'en')}: ${title}`, data, 'en'),
      `${missing} The date was ${longDate(data.dueOn, 'en')}.`,
      pageLine('Open the matter', data.link),
      itemFacts(data, 'en'),
      paragraph(
        'What to do now: if the step has been taken, record it. Otherwise agree with the presenting official how the matter proceeds.',
        data.basis && ownBasisSentence(data.basis, 'en'),
      ),
      closing.en(data),
    );
  },
});
