import type { CivilDate } from '@app/domain';
import { fitsCaseNumber, longDate } from '@app/domain';
import { label } from '../fields';
import type { Reason } from '../kernel/definition';
import type { Fact } from '../kernel/definition';
import type { HandlingContext } from './board-handling.context';
import type { CountyDecision, Prepared, SentExtract } from './board-handling.forms';
import { bodyOf } from './board-handling.order';

/** Why something told of a case may not be recorded so; null when it may. */

type Told = Prepared & { caseNumber?: string | undefined };

/** An agenda needs a proposal, the competence, and word of the effects. What a municipality prepares is its own affair. */
export function whyNotPrepared(context: HandlingContext, told: Told): Reason | null {
  const item = { ...context.item, ...told };
  const missing = [
    ...(item.proposal === undefined ? ['proposal'] : []),
    ...(item.competence === undefined ? ['competence'] : []),
    ...(item.effectsAssessed === undefined ? ['effectsAssessed'] : []),
    ...(item.effectsAssessed === 'not-done' && item.effects === undefined ? ['effects'] : []),
  ];
  if (context.preparedBy === 'presenter' && missing.length > 0) return incomplete(missing);
  return whyNotThatNumber(context, told);
}

/** A body decides in a meeting that has been held, and not before what has been decided on the case already. */
export function whyNotDecided(context: HandlingContext, { data, on }: Fact<string, CountyDecision>): Reason | null {
  if (data.meetingOn > on) return tooEarly();
  return whyNotThen(context, context.bodyNo, data.meetingOn) ?? whyNotThatNumber(context, data);
}

/**
 * Why the body may not meet on the case on the day: it comes before the decisions that stand, or before the meeting of the
 * body that has the case first. Two bodies may meet on one day; one body takes the case up again on another.
 */
export function whyNotThen(context: HandlingContext, no: number, meetingOn: CivilDate): Reason | null {
  const body = context.bodies[no];
  const last = context.decisions.at(-1);
  const previous = context.bodies.slice(context.bodyNo, no).findLast((before) => before.meetingOn !== null)?.meetingOn;
  const isEarly =
    last !== undefined && (last.body === body?.id ? meetingOn <= last.meetingOn : meetingOn < last.meetingOn);
  if (isEarly) return outOfOrder(last.meetingOn);
  return previous && meetingOn < previous ? outOfOrder(previous) : null;
}

/** A decision is served once it has been made, and recorded as served once it has been. */
export function whyNotServed({ decisions }: HandlingContext, { data, on }: Fact<string, SentExtract>): Reason | null {
  const decidedOn = decisions.at(-1)?.meetingOn;
  if (data.servedOn === undefined) return null;
  if (decidedOn !== undefined && data.servedOn < decidedOn) return outOfOrder(decidedOn);
  return data.servedOn > on ? tooEarly() : null;
}

function whyNotThatNumber(context: HandlingContext, { caseNumber }: Pick<Told, 'caseNumber'>): Reason | null {
  const pattern = bodyOf(context).caseNumberPattern;
  if (caseNumber === undefined || pattern === undefined || fitsCaseNumber(pattern, caseNumber)) return null;
  return {
    code: 'case-number',
    detail: label(
      `Asianumero ${caseNumber} ei ole organisaation muotoa ${pattern}: {n} on juokseva numero, {class} tehtäväluokka kuten 00.04.01 ja {year} vuosi. Korjaa numero.`,
      `Ärendenumret ${caseNumber} har inte organisationens form ${pattern}: {n} är ett löpande nummer, {class} en uppgiftsklass som 00.04.01 och {year} året. Rätta numret.`,
      `The case number ${caseNumber} does not have the organisation's form ${pattern}: {n} is a running number, {class} a class such as 00.04.01 and {year} the year. Correct the number.`,
    ),
  };
}

function incomplete(fields: string[]): Reason {
  const list = fields.map((field) => `{field:${field}}`).join(', ');
  return {
    code: 'incomplete',
    detail: label(
      `Esityslista tarvitsee vielä: ${list}. Jos vaikutuksia ei ole arvioitu ennakkoon, kerro, miksi.`,
      `Föredragningslistan behöver ännu: ${list}. Om konsekvenserna inte har bedömts på förhand, berätta varför.`,
      `The agenda still needs: ${list}. If the effects have not been assessed in advance, say why not.`,
    ),
  };
}

function tooEarly(): Reason {
  return {
    code: 'too-early',
    detail: label(
      'Päivä on vielä edessä. Kirjaa päätös, kun kokous on pidetty, ja tiedoksianto, kun se on annettu.',
      'Dagen har inte kommit ännu. Anteckna beslutet när sammanträdet har hållits och delgivningen när den har skett.',
      'The day is still ahead. Record the decision once the meeting has been held, and its service once it has been served.',
    ),
  };
}

function outOfOrder(after: CivilDate): Reason {
  return {
    code: 'out-of-order',
    detail: label(
      `Käsittelyjärjestyksessä edellinen päivä on ${longDate(after, 'fi')}. Anna päivä, joka ei ole ennen sitä; sama toimielin ottaa asian uudelleen vasta myöhemmässä kokouksessa.`,
      `Föregående dag i behandlingsordningen är ${longDate(after, 'sv')}. Ange en dag som inte är före den; samma organ tar upp ärendet på nytt först vid ett senare sammanträde.`,
      `The day before it in the handling order is ${longDate(after, 'en')}. Give a day that is not before that; the same body takes the case up again only in a later meeting.`,
    ),
  };
}
