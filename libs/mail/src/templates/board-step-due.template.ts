import { z } from 'zod';
import { ownBasisSentence } from '../basis-sentence';
import { boardSteps, boardStepWords, itemFacts } from '../board-words';
import { closing, withPage } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { inLanguage, plainName } from '../names';
import { hyteBoard, insideCounty, materialsDueOn, resultCaseNumber, resultHandledOn, resultTitle } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

/** Reminds a presenter that a step of a body's handling is due. */
export const boardStepDue = defineTemplate({
  audience: 'presenter',
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
    const { noun, ask, act } = boardStepWords.fi[data.step];
    const title = titleInSubject(inLanguage(data.title, 'fi'));
    return letter(
      subject(`${noun} viimeistään ${shortDate(data.dueOn, 'fi')}: ${title}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää sinua ${ask}.`,
      withPage(`${act} viimeistään ${onDate(data.dueOn, 'fi')}`, data),
      itemFacts(data, 'fi'),
      paragraph(
        data.basis && ownBasisSentence(data.basis, 'fi'),
        'Jos vaihe on jo tehty, kirjaa se. Sen jälkeen tästä ei enää muistuteta.',
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const { noun, ask, act } = boardStepWords.sv[data.step];
    const title = titleInSubject(inLanguage(data.title, 'sv'));
    return letter(
      subject(`${noun} senast ${shortDate(data.dueOn, 'sv')}: ${title}`, data, 'sv'),
      `${plainName(data.county, 'sv')} ber dig ${ask}.`,
      withPage(`${act} senast ${longDate(data.dueOn, 'sv')}`, data),
      itemFacts(data, 'sv'),
      paragraph(
        data.basis && ownBasisSentence(data.basis, 'sv'),
        'Om steget redan är klart, anteckna det. Därefter skickas inga fler påminnelser om det.',
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const { noun, ask, act } = boardStepWords.en[data.step];
    const title = titleInSubject(inLanguage(data.title, 'en'));
    return letter(
      subject(`${noun} by ${shortDate(data.dueOn, 'en')}: ${title}`, data, 'en'),
      `${plainName(data.county, 'en')} asks you to ${ask}.`,
      withPage(`${act} by ${longDate(data.dueOn, 'en')}`, data),
      itemFacts(data, 'en'),
      paragraph(
        data.basis && ownBasisSentence(data.basis, 'en'),
        'If the step has already been taken, please record it. You will then not be reminded of it again.',
      ),
      closing.en(data),
    );
  },
});
