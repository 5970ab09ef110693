import { ownBasisSentence } from '../basis-sentence';
import { closing, withPage } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { inLanguage, plainName } from '../names';
import { compiledOn, compilingStep, toCoordinator } from '../samples';
import { ofNegotiation, stepWords } from '../step-of';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

/** Reminds the coordinator that a step of a workflow is due. */
export const stepDue = defineTemplate({
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
      subject(`${step.subject} viimeistään ${shortDate(data.dueOn, 'fi')}: ${titleInSubject(title)}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää sinua tekemään ${step.negotiation} vaiheen: ${title}.`,
      withPage(`Kirjaa vaihe tehdyksi viimeistään ${onDate(data.dueOn, 'fi')}`, data),
      paragraph(
        `Asian tunnus on ${data.workflowId}. Kun vaihe on kirjattu, asia etenee seuraavaan vaiheeseen eikä tästä enää muistuteta.`,
        ownBasisSentence(data.basis, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const title = inLanguage(data.stepTitle, 'sv');
    const step = stepWords(data.of, 'sv');
    return letter(
      subject(`${step.subject} senast ${shortDate(data.dueOn, 'sv')}: ${titleInSubject(title)}`, data, 'sv'),
      `${plainName(data.county, 'sv')} ber dig utföra ett steg i ${step.negotiation}: ${title}.`,
      withPage(`Anteckna steget som utfört senast ${longDate(data.dueOn, 'sv')}`, data),
      paragraph(
        `Ärendets beteckning är ${data.workflowId}. När steget har antecknats går ärendet vidare till nästa steg och inga fler påminnelser skickas om det.`,
        ownBasisSentence(data.basis, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const title = inLanguage(data.stepTitle, 'en');
    const step = stepWords(data.of, 'en');
    return letter(
      subject(`${step.subject} by ${shortDate(data.dueOn, 'en')}: ${titleInSubject(title)}`, data, 'en'),
      `${plainName(data.county, 'en')} asks you to take a step of ${step.negotiation}: ${title}.`,
      withPage(`Record the step as taken by ${longDate(data.dueOn, 'en')}`, data),
      paragraph(
        `The identifier of the matter is ${data.workflowId}. Once the step is recorded, the matter moves on and you are not reminded of it again.`,
        ownBasisSentence(data.basis, 'en'),
      ),
      closing.en(data),
    );
  },
});
