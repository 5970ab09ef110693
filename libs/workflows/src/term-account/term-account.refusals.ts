import { longDate, onDate } from '@app/domain';
import type { CivilDate } from '@app/domain';
import { whyPartiesStay } from '../collecting/asked-requests';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay } from '../dated-steps/moved-steps';
import { stillAhead } from '../dated-steps/step-reasons';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import type { Fact, Reason, Refusal } from '../kernel/definition';
import type { AccountContext, AccountStep } from './term-account.data';
import { isDated, municipalSteps, ownSteps, undelivered } from './term-account.data';
import type { AccountFact } from './term-account.facts';

/** What a guard asks, and the codes of the reasons it can have against a fact. */
type Guarding = { codes: readonly string[]; why: (context: AccountContext, fact: AccountFact) => Reason | null };

const guarding = {
  mayBeRequested: {
    codes: ['already-requested', 'too-late'],
    why: (context, { on }) => {
      if (isTaken(context, 'requestsSent')) return alreadyRequested();
      const dueOn = context.dates.deliveredToCounty.on;
      return on < dueOn ? null : deliveryHasGone(dueOn);
    },
  },
  hasHappened: {
    codes: ['too-early'],
    why: (_, { type, data, on }) => (type === 'AccountPublished' && data.publishedOn > on ? stillAhead() : null),
  },
  deliveredOrExplained: {
    codes: ['accounts-missing'],
    why: (context, { type, data }) => {
      if (type !== 'AccountsClosed' || data.whyWithout !== undefined) return null;
      const missing = undelivered(context);
      return missing.length === 0 ? null : accountsMissing(missing);
    },
  },
  nothingDelivered: {
    codes: ['already-delivered', 'already-handled'],
    why: (context) => {
      if (context.steps.countyCouncil?.skipped === null) return alreadyHandled();
      return undelivered(context).length < context.parties.length ? alreadyDelivered() : null;
    },
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'dates-out-of-order', 'after-term'],
    why: (context, { type, data, on }) => (type === 'DatesChanged' ? whyAccountDatesStay(context, data, on) : null),
  },
  partiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, { type, data }) => (type === 'PartiesChanged' ? whyPartiesStay(context, data) : null),
  },
} satisfies Record<string, Guarding>;

export type Guard = keyof typeof guarding;
export const guardNames = Object.keys(guarding) as Guard[];

/** The reason a guard has against a fact; null where it lets the fact through. */
export function reasonAgainst(guard: Guard, context: AccountContext, fact: AccountFact): Reason | null {
  return (guarding[guard] as Guarding).why(context, fact);
}

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<AccountContext>> = Object.fromEntries(
  guardNames.map((guard) => [
    guard,
    {
      codes: guarding[guard].codes,
      why: (context: AccountContext, fact: Fact) => reasonAgainst(guard, context, fact as AccountFact),
    },
  ]),
);

/** Each part keeps the order of its own dates; the delivery has to come before the term ends. */
function whyAccountDatesStay(
  context: AccountContext,
  change: DatesChange<AccountStep>,
  today: CivilDate,
): Reason | null {
  const { deliveredToCounty } = change.dates;
  if (deliveredToCounty && deliveredToCounty.on > context.termEnds) return afterTerm(context.termEnds);
  const reasons = [municipalSteps, ownSteps].map((part) => {
    const dated = part.filter((step) => change.dates[step] !== undefined || isDated(context, step));
    return whyDatesStay<AccountStep>(context, dated, change, today);
  });
  const others = reasons.filter((reason) => reason?.code !== 'nothing-changes');
  return others.length === 0 ? (reasons[0] ?? null) : (others.find((reason) => reason !== null) ?? null);
}

function alreadyRequested(): Reason {
  return {
    code: 'already-requested',
    detail: label(
      'Kertomukset on jo pyydetty kunnilta. Kunta, joka tulee mukaan myöhemmin, lisätään toiminnolla {command:change-parties}.',
      'Berättelserna har redan begärts av kommunerna. En kommun som kommer med senare läggs till med åtgärden {command:change-parties}.',
      'The accounts have been asked for already. A municipality that joins later is added with {command:change-parties}.',
    ),
  };
}

function deliveryHasGone(dueOn: CivilDate): Reason {
  return {
    code: 'too-late',
    detail: label(
      `Kertomusten toimituspäivä on ${longDate(dueOn, 'fi')}. Siirrä sitä toiminnolla {command:reschedule} ennen kuin pyydät kertomukset.`,
      `Berättelserna ska lämnas in ${longDate(dueOn, 'sv')}. Flytta den dagen med åtgärden {command:reschedule} innan du ber om berättelserna.`,
      `The accounts are due ${onDate(dueOn, 'en')}. Move that day with {command:reschedule} before asking for them.`,
    ),
  };
}

function afterTerm(termEnds: CivilDate): Reason {
  return {
    code: 'after-term',
    detail: label(
      `Valtuustokausi päättyy ${onDate(termEnds, 'fi')}. Anna toimituspäivä, joka on viimeistään silloin.`,
      `Fullmäktigeperioden slutar ${onDate(termEnds, 'sv')}. Ange en dag för inlämnandet som infaller senast då.`,
      `The council term ends ${onDate(termEnds, 'en')}. Give a day of delivery no later than that.`,
    ),
  };
}

function accountsMissing(missing: readonly string[]): Reason {
  const list = missing.join(', ');
  return {
    code: 'accounts-missing',
    detail: label(
      `Kertomusta ei ole saatu: ${list}. Odota sitä, tai kerro kentässä {field:whyWithout}, miksi sitä ei odoteta.`,
      `Berättelsen har inte kommit från: ${list}. Invänta den, eller ange i fältet {field:whyWithout} varför den inte inväntas.`,
      `No account yet from ${list}. Wait for it, or say in {field:whyWithout} why it is not waited for.`,
    ),
  };
}

function alreadyDelivered(): Reason {
  return {
    code: 'already-delivered',
    detail: label(
      'Kunta on jo toimittanut kertomuksensa. Jätä oma osa pois toiminnolla {command:skip-step} ja päätä asia toiminnolla {command:close}.',
      'En kommun har redan lämnat in sin berättelse. Lämna bort den egna delen med åtgärden {command:skip-step} och avsluta med åtgärden {command:close}.',
      "A municipality has delivered its account already. Leave out the county's own part with {command:skip-step}, and end the matter with {command:close}.",
    ),
  };
}

function alreadyHandled(): Reason {
  return {
    code: 'already-handled',
    detail: label(
      'Aluevaltuusto on jo käsitellyt oman kertomuksen. Päätä asia toiminnolla {command:close}.',
      'Välfärdsområdesfullmäktige har redan behandlat den egna berättelsen. Avsluta ärendet med åtgärden {command:close}.',
      "The county council has handled the county's own account already. End the matter with {command:close}.",
    ),
  };
}
