import { type CivilDate, longDate, onDate } from '@app/domain';
import { isComplete, unanswered, whyPartiesStay } from '../collecting/asked-requests';
import { stillAhead } from '../dated-steps/step-reasons';
import { whyDatesStay } from '../dated-steps/moved-steps';
import { alreadyHappened } from '../moved-dates';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import type { Fact, Reason, Refusal } from '../kernel/definition';
import type { ReportContext } from './wellbeing-report.data';
import { municipalitiesOf, reportSteps } from './wellbeing-report.data';
import type { ReportFact } from './wellbeing-report.facts';

/** What a guard asks, and the codes of the reasons it can have against a fact. */
type Guarding = { codes: readonly string[]; why: (context: ReportContext, fact: ReportFact) => Reason | null };

const guarding = {
  hasHappened: {
    codes: ['too-early'],
    why: (_, fact) => {
      const on = happenedOn(fact);
      return on !== undefined && on > fact.on ? stillAhead() : null;
    },
  },
  replyStillAhead: {
    codes: ['too-late'],
    why: ({ dates }, { on }) => (on < dates.cardsDue.on ? null : replyDateHasGone(dates.cardsDue.on)),
  },
  cardsInOrDue: {
    codes: ['cards-missing'],
    why: (context, { on }) => (isComplete(context) || on > context.dates.cardsDue.on ? null : cardsMissing(context)),
  },
  indicatorsGathered: {
    codes: ['indicators-missing'],
    why: (context) => (isTaken(context, 'indicatorsReady') ? null : indicatorsMissing()),
  },
  indicatorsAwaited: {
    codes: ['already-happened'],
    why: (context) => (isTaken(context, 'indicatorsReady') ? alreadyHappened(['indicatorsReady']) : null),
  },
  notYetHandled: {
    codes: ['already-handled'],
    why: (context) => (isTaken(context, 'countyCouncil') ? alreadyHandled() : null),
  },
  deliveredOrExplained: {
    codes: ['not-received-by-all'],
    why: (context, fact) => {
      if (fact.type !== 'ReportDelivered') return null;
      const { receivedBy, whyWithout } = fact.data;
      const missing = municipalitiesOf(context).filter((organisation) => !receivedBy.includes(organisation));
      return missing.length === 0 || whyWithout !== undefined ? null : notReceivedBy(missing);
    },
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order'],
    why: (context, { type, data, on }) =>
      type === 'DatesChanged' ? whyDatesStay(context, reportSteps, data, on) : null,
  },
  partiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, { type, data }) => (type === 'PartiesChanged' ? whyPartiesStay(context, data) : null),
  },
} satisfies Record<string, Guarding>;

export type Guard = keyof typeof guarding;
export const guardNames = Object.keys(guarding) as Guard[];

/** The reason a guard has against a fact; null where it lets the fact through. */
export function reasonAgainst(guard: Guard, context: ReportContext, fact: ReportFact): Reason | null {
  return (guarding[guard] as Guarding).why(context, fact);
}

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<ReportContext>> = Object.fromEntries(
  guardNames.map((guard) => [
    guard,
    {
      codes: guarding[guard].codes,
      why: (context: ReportContext, fact: Fact) => reasonAgainst(guard, context, fact as ReportFact),
    },
  ]),
);

/** The day on which the thing happened that is told now. */
function happenedOn({ type, data }: ReportFact) {
  switch (type) {
    case 'CollectionDesigned':
      return data.startedOn;
    case 'IndicatorsGathered':
      return data.readyOn;
    case 'ReportPublished':
      return data.publishedOn;
    default:
      return undefined;
  }
}

function replyDateHasGone(dueOn: CivilDate): Reason {
  return {
    code: 'too-late',
    detail: label(
      `Korttien vastauspäivä on ${longDate(dueOn, 'fi')}. Siirrä sitä toiminnolla {command:reschedule} ennen kuin pyydät kortit.`,
      `Svarsdagen för korten är ${longDate(dueOn, 'sv')}. Flytta den med åtgärden {command:reschedule} innan du ber om korten.`,
      `The cards are due ${onDate(dueOn, 'en')}. Move that day with {command:reschedule} before asking for them.`,
    ),
  };
}

function cardsMissing(context: ReportContext): Reason {
  const [missing, dueOn] = [unanswered(context).join(', '), context.dates.cardsDue.on];
  return {
    code: 'cards-missing',
    detail: label(
      `Kortti puuttuu: ${missing}. Kokoa kortit, kun kaikki ovat tulleet, tai kun vastauspäivä (${longDate(dueOn, 'fi')}) on mennyt.`,
      `Kort saknas: ${missing}. Sammanställ korten när alla har kommit, eller efter svarsdagen (${longDate(dueOn, 'sv')}).`,
      `No card yet from ${missing}. Compile the cards once all are in, or after the reply date (${longDate(dueOn, 'en')}).`,
    ),
  };
}

function indicatorsMissing(): Reason {
  return {
    code: 'indicators-missing',
    detail: label(
      'Indikaattoreita ei ole koottu. Kirjaa ne toiminnolla {command:record-indicators}, tai ohita ne syineen toiminnolla {command:skip-step}.',
      'Indikatorerna har inte sammanställts. Anteckna dem med åtgärden {command:record-indicators}, eller hoppa över dem med orsak med åtgärden {command:skip-step}.',
      'The indicators have not been gathered. Record them with {command:record-indicators}, or leave them out with a reason with {command:skip-step}.',
    ),
  };
}

function alreadyHandled(): Reason {
  return {
    code: 'already-handled',
    detail: label(
      'Aluevaltuusto on jo käsitellyt raportin. Julkaise se ja päätä asia.',
      'Välfärdsområdesfullmäktige har redan behandlat rapporten. Publicera den och avsluta ärendet.',
      'The county council has handled the report already. Publish it and close the matter.',
    ),
  };
}

function notReceivedBy(missing: readonly string[]): Reason {
  const list = missing.join(', ');
  return {
    code: 'not-received-by-all',
    detail: label(
      `Raporttia ei ole saanut: ${list}. Lisää kunta kenttään {field:receivedBy}, tai kerro kentässä {field:whyWithout}, miksi sitä ei odoteta.`,
      `Rapporten har inte nått: ${list}. Lägg till kommunen i fältet {field:receivedBy}, eller ange i fältet {field:whyWithout} varför den inte inväntas.`,
      `Not received by ${list}. Add the municipality to {field:receivedBy}, or say in {field:whyWithout} why it is not waited for.`,
    ),
  };
}
