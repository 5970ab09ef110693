import { label } from '../fields';
import type { Refusal } from '../kernel/definition';
import type { NegotiationContext } from './hyte-negotiation.data';

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<NegotiationContext>> = {
  assignmentStillAhead: {
    code: 'too-late',
    detail: ({ dates: { assignmentDue } }) =>
      label(
        `Vastauspäivä ${assignmentDue.on} on jo mennyt. Vahvista ensin uudet päivät toiminnolla fix-date.`,
        `Svarsdagen ${assignmentDue.on} har redan gått. Fastställ först nya datum med åtgärden fix-date.`,
        `The reply date ${assignmentDue.on} has passed. Fix new dates first with the command fix-date.`,
      ),
  },
  datesInOrder: {
    code: 'dates-out-of-order',
    detail: () =>
      label(
        'Vastauspäivän, koonnin ja neuvottelun on oltava tässä järjestyksessä. Anna myös assignmentDue ja answersCompiled.',
        'Svarsdagen, sammanställningen och förhandlingen ska komma i denna ordning. Ange även assignmentDue och answersCompiled.',
        'The reply date, the summary of answers and the negotiation must follow in this order. Give assignmentDue and answersCompiled too.',
      ),
  },
  answersInOrDue: {
    code: 'too-early',
    detail: ({ dates: { assignmentDue }, answers }) => {
      const missing = Object.values(answers).filter((answer) => answer === 'asked').length;
      return label(
        `Vastauspäivä on ${assignmentDue.on}, ja ${missing} vastausta puuttuu. Koosta vastaukset silloin tai kun kaikki ovat vastanneet.`,
        `Svarsdagen är ${assignmentDue.on}, och ${missing} svar saknas. Sammanställ svaren då eller när alla har svarat.`,
        `The reply date is ${assignmentDue.on} and ${missing} answers are missing. Compile them then, or when all have answered.`,
      );
    },
  },
  notBeforeItIsHeld: {
    code: 'too-early',
    detail: ({ dates: { negotiation } }) =>
      label(
        `Neuvottelu on ${negotiation.on}. Kirjaa se pidetyksi vasta, kun se on pidetty.`,
        `Förhandlingen hålls ${negotiation.on}. Anteckna den först när den har hållits.`,
        `The negotiation is on ${negotiation.on}. Record it once it has been held.`,
      ),
  },
  commentsInOrDue: {
    code: 'too-early',
    detail: ({ dates: { commentsDue } }) =>
      label(
        `Kommentteja voi antaa ${commentsDue.on} asti. Viimeistele yhteenveto sen jälkeen tai kun kaikki ovat kommentoineet.`,
        `Kommentarer kan ges till och med ${commentsDue.on}. Färdigställ sammanfattningen efter det eller när alla har kommenterat.`,
        `Comments can be given until ${commentsDue.on}. Finish the summary after that, or when all have commented.`,
      ),
  },
  acknowledgedOrDue: {
    code: 'too-early',
    detail: ({ dates: { acknowledgements: due }, acknowledgements }) => {
      const missing = Object.values(acknowledgements).filter((note) => note === null).length;
      return label(
        `${missing} kunnan käsittely puuttuu, ja päivä on ${due.on}. Päätä neuvottelu sen jälkeen tai kun kaikki ovat käsitelleet.`,
        `Behandlingen saknas i ${missing} kommuner, och dagen är ${due.on}. Avsluta efter det eller när alla har behandlat ärendet.`,
        `${missing} municipalities have not acknowledged, and the date is ${due.on}. Close after that, or when all have.`,
      );
    },
  },
};
