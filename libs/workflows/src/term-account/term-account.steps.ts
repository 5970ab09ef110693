import { handlingSteps, handlingEnded, handlingKey, meetingsMoved } from '../board-handling/county-order';
import type { CivilDate, Text } from '@app/domain';
import { countyHandling, plannedFor } from '../board-handling/handling-child';
import { termAccountForm } from '../cards/term-account-form';
import type { CollectedParty, PartiesChange } from '../collecting/asked-requests';
import { freshKey, answersMet, partiesToAsk, partyAsked, requestsMoved } from '../collecting/asked-requests';
import type { DatesChange, SomeDates } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { dateWithoutReminders, stepDeadline } from '../dated-steps/step-deadlines';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import { requestFor } from '../information-request/request-child';
import type { Fact } from '../kernel/definition';
import type { ChildIntent, DeadlineIntent, EndDeadlineIntent, TellChildIntent } from '../kernel/intents';
import type { AccountContext, AccountStep, OwnStep } from './term-account.data';
import { isDated, undelivered } from './term-account.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<AccountStep, Text> = {
  requestsSent: label(
    'Pyydä kuntien kertomukset',
    'Be om kommunernas berättelser',
    "Ask for the municipalities' accounts",
  ),
  deliveredToCounty: label(
    'Kuntien kertomukset toimitettu',
    'Kommunernas berättelser inlämnade',
    "Municipalities' accounts delivered",
  ),
  prepared: label('Valmistele oma kertomus', 'Bered den egna berättelsen', "Prepare the county's own account"),
  hyteBoard: label('Hyte-lautakunta käsittelee', 'Hyte-nämnden behandlar', 'The board handles it'),
  countyExecutive: label('Aluehallitus käsittelee', 'Välfärdsområdesstyrelsen behandlar', 'The executive handles it'),
  countyCouncil: label('Aluevaltuusto käsittelee', 'Välfärdsområdesfullmäktige behandlar', 'The council handles it'),
  published: label('Julkaise oma kertomus', 'Publicera den egna berättelsen', "Publish the county's own account"),
};

export function accountTitle({ about }: Pick<AccountContext, 'about'>): Text {
  return label(
    `Hyvinvointikertomus ja -suunnitelma ${about}`,
    `Välfärdsberättelse och välfärdsplan ${about}`,
    `Wellbeing account and plan ${about}`,
  );
}

/** The municipality's official who answers for its account. */
const director = 'hyvinvointijohtaja';

/** A municipality is asked to deliver its account and plan, as it must once a council term (612/2021 § 6). */
function accountRequest(context: AccountContext, party: CollectedParty): ChildIntent {
  const { about, dates, closes, termEnds } = context;
  return requestFor(
    partyAsked({ ...party, audience: director }),
    {
      subject: 'term-account',
      about,
      title: accountTitle(context),
      questions: termAccountForm(),
      dueOn: dates.deliveredToCounty.on,
      closes,
      basis: dates.deliveredToCounty.basis,
      citation: 'municipalityTakesPart',
      voluntary: false,
      lastOn: termEnds,
      next: isDated(context, 'hyteBoard') ? { ...dates.hyteBoard, title: ownInBoard } : null,
    },
    freshKey(context, { ...party, audience: director }),
  );
}

const ownInBoard = label(
  'Hyvinvointialueen oma kertomus lautakunnassa',
  'Välfärdsområdets egen berättelse i nämnden',
  "The county's own account in the board",
);

export function accountRequests(context: AccountContext): ChildIntent[] {
  return context.parties.map((party) => accountRequest(context, party));
}

/** Once the others have been asked, who joins is asked too, while the day of delivery is still ahead. */
export function newRequests(context: AccountContext, { data, on }: Fact<string, PartiesChange>): ChildIntent[] {
  if (!isTaken(context, 'requestsSent') || on >= context.dates.deliveredToCounty.on) return [];
  return partiesToAsk(context, data).map((party) => accountRequest(context, party));
}

/** What the open requests hear of dates that move: only of those that concern them. */
export function openRequestsMoved(
  context: AccountContext,
  { dates, reason }: DatesChange<AccountStep>,
): TellChildIntent[] {
  const { deliveredToCounty, hyteBoard } = dates;
  if (!deliveredToCounty && !hyteBoard) return [];
  const told = {
    ...(deliveredToCounty && { dueOn: deliveredToCounty.on, basis: deliveredToCounty.basis }),
    ...(hyteBoard && { next: hyteBoard }),
  };
  return requestsMoved(context, told, reason);
}

/** The county's own goes to the board, the executive and the council, in the meetings of the plan. */
export function ownHandling(context: AccountContext, today: CivilDate): ChildIntent {
  const { about, bodies, dates, own, closes, county } = context;
  return countyHandling(handlingKey(context), county, {
    subject: 'term-account',
    about,
    title: accountTitle(context),
    // A planned meeting that has gone is not waited for: the body takes the matter up in its next one.
    bodies: handlingSteps.map((step) =>
      plannedFor(bodies[step], isDated(context, step) && dates[step].on >= today ? dates[step].on : null),
    ),
    proposal: own?.proposal ?? null,
    document: own?.document ?? null,
    closes,
  });
}

/** Whether the bodies have the county's own account now. */
function isInHandling(context: AccountContext): boolean {
  return isTaken(context, 'prepared') && !isTaken(context, 'countyCouncil');
}

/** The bodies' meetings that move while they handle it. */
export function handlingMoved(context: AccountContext, { dates, reason }: DatesChange<AccountStep>): TellChildIntent[] {
  return isInHandling(context) ? meetingsMoved(context, dates, reason) : [];
}

/** The county's own part does not go on in the bodies. */
export function handlingWithdrawn(context: AccountContext, reason: string): TellChildIntent[] {
  return isInHandling(context) ? handlingEnded(context, reason) : [];
}

/** The dates of the municipalities' part that run now; the requests remind of the delivery. */
export function municipalDeadlines(context: AccountContext): DeadlineIntent[] {
  const requests = isTaken(context, 'requestsSent') ? [] : [stepDeadline(context, 'requestsSent')];
  const delivery = undelivered(context).length === 0 ? [] : [dateWithoutReminders(context, 'deliveredToCounty')];
  return [...requests, ...delivery];
}

/** The dates of the county's own part that run now, where it has any; the bodies' own handling reminds of their meetings. */
export function ownDeadlines(context: AccountContext): DeadlineIntent[] {
  const waiting = (steps: readonly OwnStep[]) =>
    steps.filter((step) => isDated(context, step) && !isTaken(context, step));
  if (!isTaken(context, 'prepared')) return waiting(['prepared']).map((step) => stepDeadline(context, step));
  if (isInHandling(context)) return waiting(handlingSteps).map((step) => dateWithoutReminders(context, step));
  return waiting(['published']).map((step) => stepDeadline(context, step));
}

/** The running deadlines whose date moves. */
export function movedDeadlines(context: AccountContext, changed: SomeDates<AccountStep>): DeadlineIntent[] {
  const after = { ...context, dates: withDates(context, changed) };
  return [...municipalDeadlines(after), ...ownDeadlines(after)].filter(({ name }) => changed[name as AccountStep]);
}

/** The day of delivery is kept once nobody's account is missing; it was kept on the day of the last of them. */
export function deliveryMet(context: AccountContext): EndDeadlineIntent[] {
  return undelivered(context).length === 0 ? answersMet(context, 'deliveredToCounty') : [];
}

/** Who joins brings its day of delivery. */
export function deliveryOfJoined(context: AccountContext, fact: Fact<string, PartiesChange>): DeadlineIntent[] {
  return newRequests(context, fact).length > 0 ? [dateWithoutReminders(context, 'deliveredToCounty')] : [];
}
