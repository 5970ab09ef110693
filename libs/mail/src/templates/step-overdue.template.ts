import { basisSentence } from '../basis-sentence';
import { closing, linkLine } from '../closing';
import { longDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { inLanguage } from '../names';
import { compiledOn, compilingStep, insideCounty } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

/** Tells the coordinator that the date of a step of the negotiation has passed without a record of the step. */
export const stepOverdue = defineTemplate({
  audience: 'coordinator',
  schema: mailCommon.extend({ stepTitle: wordingOrLine, dueOn: civilDate, basis, workflowId: line }),
  sample: {
    ...insideCounty,
    recipientName: 'Eero Esimerkki',
    stepTitle: compilingStep,
    dueOn: compiledOn,
    basis: 'agreed',
    workflowId: 'hyte-negotiation-2026',
  },
  fi: (data) => {
    const title = inLanguage(data.stepTitle, 'fi');
    return letter(
      subject(`Hyte-neuvottelun vaihe, päivä oli ${shortDate(data.dueOn, 'fi')}: ${titleInSubject(title)}`, data, 'fi'),
      `Hyvinvoinnin ja terveyden edistämisen vuosineuvottelun vaihetta ei ole kirjattu tehdyksi: ${title}. ` +
        `Päivä oli ${longDate(data.dueOn, 'fi')}.`,
      linkLine('Avaa asia', data.link),
      paragraph(
        `Mitä nyt: jos vaihe on tehty, kirjaa se. Jos se siirtyy, kirjaa uusi päivä. Asian tunnus on ${data.workflowId}.`,
        basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const title = inLanguage(data.stepTitle, 'sv');
    return letter(
      subject(`Steg i förhandlingen, dagen var ${shortDate(data.dueOn, 'sv')}: ${titleInSubject(title)}`, data, 'sv'),
      `Ett steg i den årliga förhandlingen om främjande av hälsa och välfärd har inte antecknats som utfört: ${title}. ` +
        `Dagen var ${longDate(data.dueOn, 'sv')}.`,
      linkLine('Öppna ärendet', data.link),
      paragraph(
        `Att göra nu: om steget är utfört, anteckna det. Om det skjuts upp, anteckna en ny dag. Ärendets beteckning är ${data.workflowId}.`,
        basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const title = inLanguage(data.stepTitle, 'en');
    return letter(
      subject(`Step of the negotiation, was due ${shortDate(data.dueOn, 'en')}: ${titleInSubject(title)}`, data, 'en'),
      `A step of the yearly negotiation on promoting health and wellbeing has not been recorded as taken: ${title}. ` +
        `The date was ${longDate(data.dueOn, 'en')}.`,
      linkLine('Open the matter', data.link),
      paragraph(
        `What to do now: if the step has been taken, record it. If it is postponed, record a new date. The identifier of the matter is ${data.workflowId}.`,
        basisSentence(data.basis, 'en'),
      ),
      closing.en(data),
    );
  },
});
