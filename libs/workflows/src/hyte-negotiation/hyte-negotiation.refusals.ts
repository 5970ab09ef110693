import { longDate, onDate } from '@app/domain';
import type { CivilDate } from '@app/domain';
import { label } from '../fields';
import type { Fact, Refusal } from '../kernel/definition';
import { outOfOrder, type SomeDates } from './date-order';
import type { DatesChange, PartiesChange } from './hyte-negotiation.changes';
import type { NegotiationContext } from './hyte-negotiation.data';
import { stillAhead, whyNotHeldThen } from './hyte-negotiation.held';
import { whyPartiesStay } from './hyte-negotiation.parties';
import { datesOutOfOrder, whyDatesStay } from './hyte-negotiation.reschedule';

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<NegotiationContext>> = {
  assignmentStillAhead: {
    code: 'too-late',
    detail: ({ dates: { assignmentDue } }) =>
      label(
        `Vastauspäivä (${longDate(assignmentDue.on, 'fi')}) on tänään tai jo mennyt. Vahvista ensin uudet päivät toiminnolla {command:fix-date}.`,
        `Svarsdagen (${longDate(assignmentDue.on, 'sv')}) är i dag eller har passerat. Fastställ först nya datum med åtgärden {command:fix-date}.`,
        `The reply date (${longDate(assignmentDue.on, 'en')}) is today or has passed. Fix new dates first with {command:fix-date}.`,
      ),
  },
  datesInOrder: {
    codes: ['dates-out-of-order'],
    why: (context, { data, on }) => {
      const wrong = outOfOrder(context, data as SomeDates, on);
      return wrong && datesOutOfOrder(...wrong);
    },
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'],
    why: (context, fact) => whyDatesStay(context, fact as Fact<string, DatesChange>),
  },
  partiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, fact) => whyPartiesStay(context, fact as Fact<string, PartiesChange>),
  },
  answersInOrDue: {
    code: 'too-early',
    detail: ({ dates: { answersCompiled }, answers }) => {
      const missing = Object.values(answers).filter((answer) => answer === 'asked').length;
      return label(
        `Vastauksia otetaan vastaan vielä ${onDate(answersCompiled.on, 'fi')}. Vielä puuttuu: ${missing}. Koosta vastaukset silloin tai kun kaikki ovat vastanneet.`,
        `Svar tas emot till och med ${longDate(answersCompiled.on, 'sv')}. Ännu saknas: ${missing}. Sammanställ svaren då eller när alla har svarat.`,
        `Answers are taken until ${longDate(answersCompiled.on, 'en')}. Still missing: ${missing}. Compile them then, or when all have answered.`,
      );
    },
  },
  notInTheFuture: { codes: ['too-early'], why: stillAhead },
  canBeHeldThen: {
    codes: ['too-early', 'before-invitation', 'outside-year'],
    why: (context, fact) => whyNotHeldThen(context, fact as Fact<string, { heldOn: CivilDate }>),
  },
  commentsStillAhead: {
    code: 'too-late',
    detail: ({ dates: { commentsDue } }) =>
      label(
        `Kommentointipäivä (${longDate(commentsDue.on, 'fi')}) on tänään tai jo mennyt. Anna uusi päivä kentässä {field:commentsDue}.`,
        `Dagen för kommentarer (${longDate(commentsDue.on, 'sv')}) är i dag eller har passerat. Ange en ny dag i fältet {field:commentsDue}.`,
        `The date for comments (${longDate(commentsDue.on, 'en')}) is today or has passed. Give a new one in {field:commentsDue}.`,
      ),
  },
  handlingStillAhead: {
    code: 'too-late',
    detail: ({ dates: { acknowledgements } }) =>
      label(
        `Kuntien vastauspäivä (${longDate(acknowledgements.on, 'fi')}) on tänään tai jo mennyt. Anna uusi päivä kentässä {field:acknowledgementsDue}.`,
        `Kommunernas svarsdag (${longDate(acknowledgements.on, 'sv')}) är i dag eller har passerat. Ange en ny dag i fältet {field:acknowledgementsDue}.`,
        `The municipalities' reply date (${longDate(acknowledgements.on, 'en')}) is today or has passed. Give a new one in {field:acknowledgementsDue}.`,
      ),
  },
  commentsInOrDue: {
    code: 'too-early',
    detail: ({ dates: { commentsDue } }) =>
      label(
        `Kommentteja voi antaa vielä ${onDate(commentsDue.on, 'fi')}. Viimeistele yhteenveto sen jälkeen tai kun kaikki ovat kommentoineet.`,
        `Kommentarer kan ges till och med ${longDate(commentsDue.on, 'sv')}. Färdigställ sammanfattningen efter det eller när alla har kommenterat.`,
        `Comments can be given until ${longDate(commentsDue.on, 'en')}. Finish the summary after that, or when all have commented.`,
      ),
  },
  acknowledgedOrDue: {
    code: 'too-early',
    detail: ({ dates: { acknowledgements: due }, acknowledgements }) => {
      const missing = Object.values(acknowledgements).filter((note) => note === null).length;
      return label(
        `Kuntien vastauspäivä on ${longDate(due.on, 'fi')}. Käsittely puuttuu: ${missing}. Päätä neuvottelu sen jälkeen tai kun kaikki ovat käsitelleet asian.`,
        `Kommunernas svarsdag är ${longDate(due.on, 'sv')}. Behandling saknas: ${missing}. Avsluta efter det eller när alla har behandlat ärendet.`,
        `The municipalities' reply date is ${longDate(due.on, 'en')}. Not handled yet: ${missing}. Close after that, or when all have handled it.`,
      );
    },
  },
};
