import type { Basis, Body, CivilDate, Register } from '@app/domain';
import { periodEnd, workingDayOnOrBefore } from '@app/domain';
import type { BodyInOrder, PlannedBody } from '../board-handling/board-handling.data';
import type { DecisionNote } from '../board-handling/decision-note';
import { bodyInOrderOf, countyHandling, municipalHandling, plannedFor } from '../board-handling/handling-child';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { ChildIntent, DeadlineIntent, TellChildIntent } from '../kernel/intents';
import { takingPartAfter } from '../taking-part';
import type { SentAgreement } from './council-term-negotiation.agreement';
import type { DatesChange, MunicipalitiesChange, TermContext } from './council-term-negotiation.data';
import { bodySteps } from './council-term-negotiation.data';
import { approvalsBegun, hasApproved } from './council-term-negotiation.dates';

/** The cases in which the councils handle the agreement: whom they are given to, and what comes back. */

/** The councils of these municipalities that the register has, as it names them: `<code>-valtuusto`. */
export function councilsIn({ bodies, organisations }: Register, ids: readonly string[]): Record<string, BodyInOrder> {
  const councils = organisations.flatMap((organisation) => {
    const body = bodies.find(({ id, of }) => of === organisation.id && id === `${of}-valtuusto`);
    return body && ids.includes(organisation.id) ? [[organisation.id, bodyOf(body, organisation)] as const] : [];
  });
  return Object.fromEntries(councils);
}

function bodyOf(body: Body, organisation: { caseNumberPattern?: string }): BodyInOrder {
  return bodyInOrderOf(body, organisation);
}

/** Every municipality has a council; of one that the register does not know, no meetings are known. */
function councilOf({ councils }: Pick<TermContext, 'councils'>, organisation: string): BodyInOrder {
  const name = label('Valtuusto', 'Fullmäktige', 'Council');
  const unknown = { id: `${organisation}-valtuusto`, name, meetings: [], materialsDaysBefore: 7, extractDaysAfter: 7 };
  return councils[organisation] ?? unknown;
}

/** The county's bodies whose meetings the plan dates, in order; the council always. A meeting that has gone is not waited for. */
function countyOrder({ bodies, dates }: TermContext, today: CivilDate): PlannedBody[] {
  return bodySteps.flatMap((step) => {
    const [body, date] = [bodies[step], dates[step]];
    return body && date ? [plannedFor(body, date.on >= today ? date.on : null)] : [];
  });
}

/** Whose councils have not approved, and have no case that is still open: who is asked when the agreement is sent. */
export function councilsToAsk(context: TermContext): string[] {
  return [context.county, ...context.municipalities].filter(
    (organisation) => !hasApproved(context, organisation) && !isAsked(context, organisation),
  );
}

function isAsked({ approvals, handlings }: TermContext, organisation: string): boolean {
  return handlings[organisation] !== undefined && approvals[organisation] === null;
}

/** The cases that the agreement gives rise to. */
export function casesSent(context: TermContext, { data, on }: Fact<string, SentAgreement>): ChildIntent[] {
  return councilsToAsk(context).map((organisation) => caseOf(context, organisation, data, on));
}

/** The term once the agreement has gone to those councils; what a council had decided before, it is asked again. */
export function withSent(context: TermContext, sent: SentAgreement): TermContext {
  const asked = councilsToAsk(context);
  return withCases(
    {
      ...context,
      sent,
      approvals: { ...context.approvals, ...Object.fromEntries(asked.map((organisation) => [organisation, null])) },
    },
    asked,
    context,
  );
}

/** The dates that run again because a council is asked again. */
export function sentDeadlines(context: TermContext, { data }: Fact<string, SentAgreement>): DeadlineIntent[] {
  return approvalsBegun(context, withSent(context, data));
}

function withCases(context: TermContext, organisations: readonly string[], before: TermContext): TermContext {
  const keys = organisations.map((organisation) => [organisation, caseKey(before, organisation)] as const);
  return {
    ...context,
    handlings: { ...context.handlings, ...Object.fromEntries(keys) },
    cases: [...context.cases, ...keys.map(([, key]) => key)],
  };
}

function caseOf(context: TermContext, organisation: string, sent: SentAgreement, today: CivilDate): ChildIntent {
  const { county, term, closes } = context;
  const key = caseKey(context, organisation);
  const matter = {
    subject: 'cooperation-agreement' as const,
    about: term,
    title: agreementTitle(term),
    document: sent.document ?? null,
    closes,
  };
  if (organisation === county)
    return countyHandling(key, county, { ...matter, bodies: countyOrder(context, today), proposal: sent.proposal });
  return municipalHandling(key, organisation, {
    ...matter,
    bodies: [councilOf(context, organisation)],
    due: dueFor(context, today),
  });
}

/** The municipalities are asked for the date of the plan; whoever is asked after it for a day in two months. */
function dueFor({ dates }: Pick<TermContext, 'dates'>, today: CivilDate): { on: CivilDate; basis: Basis } {
  const { on, basis } = dates.municipalities;
  if (on > today) return { on, basis };
  const later = periodEnd(today, { count: 2, unit: 'months' }, 'forward');
  return { on: workingDayOnOrBefore(later), basis: 'requested' };
}

/** A council that is asked again has another case. */
function caseKey({ cases }: Pick<TermContext, 'cases'>, organisation: string): string {
  const first = `approval-${organisation}`;
  const earlier = cases.filter((key) => key === first || key.startsWith(`${first}--`)).length;
  return earlier === 0 ? first : `${first}--${earlier + 1}`;
}

function agreementTitle(term: string) {
  return label(
    `Hyvinvointialueen ja kuntien yhteistyösopimus ${term}`,
    `Samarbetsavtal mellan välfärdsområdet och kommunerna ${term}`,
    `Cooperation agreement between the county and the municipalities ${term}`,
  );
}

/** What the end of a council's case changes. One that has left is no longer waited for, but what it decided stays. */
export function withDecision(
  context: TermContext,
  { data: note, by }: Fact<string, DecisionNote>,
): TermContext['approvals'] {
  const { id, approvals, handlings } = context;
  const place = Object.keys(handlings).find((organisation) => `${id}.${handlings[organisation]}` === by.id);
  if (place === undefined || (!(place in approvals) && note.meetingOn === null)) return approvals;
  return { ...approvals, [place]: note };
}

/** What the open cases hear of dates that move: the municipalities of theirs, the county's bodies of their meetings. */
export function casesMoved(context: TermContext, { dates, reason }: DatesChange): TellChildIntent[] {
  const { county, municipalities, handlings, bodies } = context;
  const due = dates.municipalities && { on: dates.municipalities.on, basis: dates.municipalities.basis };
  const tell = (organisation: string, data: object): TellChildIntent[] => {
    const key = handlings[organisation];
    if (key === undefined || !isAsked(context, organisation)) return [];
    return [{ key, command: 'reschedule', data: { ...data, reason } }];
  };
  return [
    ...(due ? municipalities.flatMap((organisation) => tell(organisation, { due })) : []),
    ...bodySteps.flatMap((step) => {
      const [body, date] = [bodies[step], dates[step]];
      return body && date ? tell(county, { body: body.id, meetingOn: date.on }) : [];
    }),
  ];
}

/** The term has ended: nobody is reminded any more of a case that has not been told. */
export function casesClosed(context: TermContext): TellChildIntent[] {
  return Object.keys(context.handlings)
    .filter((organisation) => context.approvals[organisation] === null)
    .toSorted()
    .map((organisation) => ({ key: context.handlings[organisation] ?? '', command: 'close-handling', data: {} }));
}

type Handover = { key: string; from: string; to: string | null };

/** The open case of a municipality that leaves goes to its successor once, and only where that has none of its own. */
function handovers(context: TermContext, { joined, left }: MunicipalitiesChange): Handover[] {
  const after = takingPartAfter(context.municipalities, { joined, left });
  const having = new Set(after.filter((organisation) => context.handlings[organisation] !== undefined));
  return left
    .filter(({ organisation }) => isAsked(context, organisation))
    .map(({ organisation, successor }) => {
      const takes = successor !== null && !having.has(successor);
      if (takes) having.add(successor);
      return { key: context.handlings[organisation] ?? '', from: organisation, to: takes ? successor : null };
    });
}

/** Who joins once the agreement has gone to the councils, and takes over no case, is given one. */
function joinedToAsk(context: TermContext, change: MunicipalitiesChange): string[] {
  if (!context.sent) return [];
  const taken = handovers(context, change).map(({ to }) => to);
  return change.joined.filter((organisation) => !taken.includes(organisation) && !hasApproved(context, organisation));
}

/** The open cases of those who leave go on with the successor, or are withdrawn. */
export function casesHandedOver(context: TermContext, change: MunicipalitiesChange): TellChildIntent[] {
  const { reason } = change;
  const known = withCouncils(context, change);
  return handovers(context, change).map(({ key, to }) =>
    to === null
      ? { key, command: 'withdraw', data: { reason } }
      : { key, command: 'succeed', data: { organisation: to, bodies: [councilOf(known, to)], reason } as Json },
  );
}

/** The cases of those who join. */
export function casesJoined(
  context: TermContext,
  { data: change, on }: Fact<string, MunicipalitiesChange>,
): ChildIntent[] {
  const { sent } = context;
  if (!sent) return [];
  const known = withCouncils(context, change);
  return joinedToAsk(context, change).map((organisation) => caseOf(known, organisation, sent, on));
}

/** The cases after the change. The key of a withdrawn one stays, for what may still be told of it. */
export function withChangedCases(context: TermContext, change: MunicipalitiesChange): TermContext {
  const taken = handovers(context, change).flatMap(({ from, to, key }) => (to === null ? [] : [{ from, to, key }]));
  const kept = Object.entries(context.handlings).filter(([id]) => !taken.some(({ from }) => from === id));
  const handlings = Object.fromEntries([...kept, ...taken.map(({ to, key }) => [to, key] as const)]);
  return withCases({ ...withCouncils(context, change), handlings }, joinedToAsk(context, change), context);
}

function withCouncils(context: TermContext, { councils = {} }: MunicipalitiesChange): TermContext {
  return { ...context, councils: { ...context.councils, ...councils } };
}
