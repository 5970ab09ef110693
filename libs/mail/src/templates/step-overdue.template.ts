import { ownBasisSentence, isMovable } from '../basis-sentence';
import { closing, pageLine } from '../closing';
import { longDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { inLanguage, sentenceStart } from '../names';
import { compiledOn, compilingStep, toCoordinator } from '../samples';
import { ofNegotiation, stepWords } from '../step-of';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

/** Tells the coordinator that the date of a step of the negotiation has passed without a record of the step. */
export const stepOverdue = defineTemplate({
  audience: 'coordinator',
  schema: mailCommon.extend({
    stepTitle: wordingOrLine,
    dueOn: civilDate,
    basis,
    workflowId: line,
    of: ofNegotiation.optional(),
  }),
  sample: {
    ...toCoordinator,
    stepTitle: compilingStep,
    dueOn: compiledOn,
    basis: 'agreed',
    workflowId: 'hyte-negotiation-2026',
  },
  fi: (data) => {
    const title = inLanguage(data.stepTitle, 'fi');
    const step = stepWords(data.of, 'fi');
    return letter(
      subject(`${step.subject}, päivä oli ${shortDate(data.dueOn, 'fi')}: ${titleInSubject(title)}`, data, 'fi'),
      `${sentenceStart(step.negotiation)} vaihetta ei ole kirjattu tehdyksi: ${title}. ` +
        `Päivä oli ${longDate(data.dueOn, 'fi')}.`,
      pageLine('Avaa asia', data.link),
      paragraph(
        sentences(
          'Mitä nyt: jos vaihe on tehty, kirjaa se.',
          isMovable(data.basis) ? 'Jos se siirtyy, kirjaa uusi päivä.' : undefined,
          `Asian tunnus on ${data.workflowId}.`,
        ),
        ownBasisSentence(data.basis, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const title = inLanguage(data.stepTitle, 'sv');
    const step = stepWords(data.of, 'sv');
    return letter(
      subject(`${step.subject}, dagen var ${shortDate(data.dueOn, 'sv')}: ${titleInSubject(title)}`, data, 'sv'),
      `Ett steg i ${step.negotiation} har inte antecknats som utfört: ${title}. ` +
        `Dagen var ${longDate(data.dueOn, 'sv')}.`,
      pageLine('Öppna ärendet', data.link),
      paragraph(
        sentences(
          'Att göra nu: om steget är utfört, anteckna det.',
          isMovable(data.basis) ? 'Om det skjuts upp, anteckna en ny dag.' : undefined,
          `Ärendets beteckning är ${data.workflowId}.`,
        ),
        ownBasisSentence(data.basis, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const title = inLanguage(data.stepTitle, 'en');
    const step = stepWords(data.of, 'en');
    return letter(
      subject(`${step.subject}, was due ${shortDate(data.dueOn, 'en')}: ${titleInSubject(title)}`, data, 'en'),
      `A step of ${step.negotiation} has not been recorded as taken: ${title}. ` +
        `The date was ${longDate(data.dueOn, 'en')}.`,
      pageLine('Open the matter', data.link),
      paragraph(
        sentences(
          'What to do now: if the step has been taken, record it.',
          isMovable(data.basis) ? 'If it is postponed, record a new date.' : undefined,
          `The identifier of the matter is ${data.workflowId}.`,
        ),
        ownBasisSentence(data.basis, 'en'),
      ),
      closing.en(data),
    );
  },
});
