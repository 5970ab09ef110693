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
        `Vastauspäivä ${assignmentDue.on} on tänään tai jo mennyt. Vahvista ensin uudet päivät toiminnolla fix-date.`,
        `Svarsdagen ${assignmentDue.on} är i dag eller har passerat. Fastställ först nya datum med åtgärden fix-date.`,
        `The reply date ${assignmentDue.on} is today or has passed. Fix new dates first with the command fix-date.`,
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
        `Vastauksia otetaan vastaan ${answersCompiled.on} asti. Vielä puuttuu: ${missing}. Koosta vastaukset silloin tai kun kaikki ovat vastanneet.`,
        `Svar tas emot till och med ${answersCompiled.on}. Ännu saknas: ${missing}. Sammanställ svaren då eller när alla har svarat.`,
        `Answers are taken until ${answersCompiled.on}. Still missing: ${missing}. Compile them then, or when all have answered.`,
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
        `Kommentointipäivä ${commentsDue.on} on tänään tai jo mennyt. Anna uusi päivä kentässä commentsDue.`,
        `Dagen för kommentarer ${commentsDue.on} är i dag eller har passerat. Ange en ny dag i fältet commentsDue.`,
        `The date for comments ${commentsDue.on} is today or has passed. Give a new one in commentsDue.`,
      ),
  },
  handlingStillAhead: {
    code: 'too-late',
    detail: ({ dates: { acknowledgements } }) =>
      label(
        `Kuntien vastauspäivä ${acknowledgements.on} on tänään tai jo mennyt. Anna uusi päivä kentässä acknowledgementsDue.`,
        `Kommunernas svarsdag ${acknowledgements.on} är i dag eller har passerat. Ange en ny dag i fältet acknowledgementsDue.`,
        `The municipalities' reply date ${acknowledgements.on} is today or has passed. Give a new one in acknowledgementsDue.`,
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
        `Kuntien vastauspäivä on ${due.on}. Käsittely puuttuu: ${missing}. Päätä neuvottelu sen jälkeen tai kun kaikki ovat käsitelleet asian.`,
        `Kommunernas svarsdag är ${due.on}. Behandling saknas: ${missing}. Avsluta efter det eller när alla har behandlat ärendet.`,
        `The municipalities' reply date is ${due.on}. Not handled yet: ${missing}. Close after that, or when all have handled it.`,
      );
    },
  },
};
