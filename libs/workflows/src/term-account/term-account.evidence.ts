import { stepOfBody } from '../board-handling/county-order';
import type { CivilDate, DutyId, Evidence, Name } from '@app/domain';
import { isCivilDate } from '@app/domain';
import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import type { DatesChange } from '../dated-steps/moved-steps';
import { handled } from '../evidence-words';
import { label } from '../fields';
import type { AnswerNote } from '../information-request/answer-note';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { AccountInput, AccountStep, Publication } from './term-account.data';

const [municipal, own] = ['municipal-account', 'county-account'] as const satisfies DutyId[];

/**
 * What the accounts say of duties of the term that they are of. A municipality's, once delivered, fulfils its own (612/2021 § 6), with the
 * day and § of its council. The county council's handling fulfils the county's (§ 7); the other bodies and the publication support it.
 */
export const accountEvidence: EvidenceOf = {
  AccountsPlanned: (_, fact, started) => promised([], fact, started, input(started).dates.countyCouncil?.on),
  DatesChanged: (soFar, fact, started) =>
    promised(soFar, fact, started, (fact.data as DatesChange<AccountStep>).dates.countyCouncil?.on),
  BodyMeetingsMoved: (soFar, fact, started) => {
    const council = input(started).bodies.countyCouncil.id;
    const moved = (fact.data as MovedMeetingsNote).meetings.find(({ body }) => body === council);
    return promised(soFar, fact, started, moved?.on ?? undefined);
  },
  // An answer that was returned and is given anew takes the place of the earlier one.
  AnswerNoted: (soFar, fact, started) => {
    const note = fact.data as AnswerNote;
    const others = soFar.filter(({ duty, of }) => duty !== municipal || of !== note.organisation);
    return note.outcome === 'answered' ? [...others, delivered(fact, started)] : others;
  },
  BodyDecisionNoted: (soFar, fact, started) => [...soFar, decided(fact, started, 'supports')],
  CouncilDecisionNoted: (soFar, fact, started) => [...withoutPromises(soFar), decided(fact, started, 'fulfils')],
  AccountPublished: (soFar, fact, started) => [...soFar, published(fact, started)],
  // A separate matter is not promised here.
  OwnPartSkipped: withoutPromises,
  // It can only be cancelled before anything came of it.
  AccountsCancelled: () => [],
};

function input(started: EvidenceFact): AccountInput {
  return started.data as AccountInput;
}

function withoutPromises(soFar: readonly Evidence[]): Evidence[] {
  return soFar.filter(({ weight }) => weight !== 'promises');
}

/** The newest planned day of the council takes the place of those before. */
function promised(
  soFar: readonly Evidence[],
  fact: EvidenceFact,
  started: EvidenceFact,
  on: CivilDate | undefined,
): readonly Evidence[] {
  if (on === undefined) return soFar;
  const planned: Evidence = {
    ...ownItem(fact, started, on),
    kind: 'planned',
    weight: 'promises',
    text: label(
      'Aluevaltuuston suunniteltu käsittelypäivä.',
      'Planerad dag för behandlingen i välfärdsområdesfullmäktige.',
      "Planned day of the county council's handling.",
    ),
  };
  return [...withoutPromises(soFar), planned];
}

function ownItem(fact: EvidenceFact, started: EvidenceFact, on: CivilDate) {
  return { duty: own, of: fact.county, period: input(started).about, event: eventOf(fact), on };
}

function delivered(fact: EvidenceFact, started: EvidenceFact): Evidence {
  const { organisation, on: cameOn, answers } = fact.data as AnswerNote;
  const { account, councilOn, councilSection, caseNumber } = answers;
  const deliveredOn = cameOn ?? fact.on;
  const handledOn = typeof councilOn === 'string' && isCivilDate(councilOn) ? councilOn : undefined;
  // What its council is yet to handle has been delivered, and fulfils nothing.
  const isHandled = handledOn !== undefined && handledOn <= deliveredOn;
  return {
    duty: municipal,
    of: organisation,
    period: input(started).about,
    event: eventOf(fact),
    on: isHandled ? handledOn : deliveredOn,
    kind: 'delivered',
    weight: isHandled ? 'fulfils' : 'supports',
    body: label('Valtuusto', 'Fullmäktige', 'Municipal council'),
    ...(typeof councilSection === 'string' && { section: councilSection }),
    ...(typeof caseNumber === 'string' && { caseNumber }),
    ...(typeof account === 'string' && { source: account }),
    text: isHandled ? deliveredAndHandled : deliveredUnhandled,
  };
}

const deliveredAndHandled = label(
  'Valtuusto käsitteli hyvinvointikertomuksen ja -suunnitelman, ja ne toimitettiin hyvinvointialueelle.',
  'Fullmäktige behandlade välfärdsberättelsen och välfärdsplanen, och de lämnades in till välfärdsområdet.',
  'The council handled the wellbeing account and plan, and they were delivered to the county.',
);

const deliveredUnhandled = label(
  'Hyvinvointikertomus ja -suunnitelma toimitettiin hyvinvointialueelle, mutta valtuusto ei ollut vielä käsitellyt niitä.',
  'Välfärdsberättelsen och välfärdsplanen lämnades in till välfärdsområdet, men fullmäktige hade inte ännu behandlat dem.',
  'The wellbeing account and plan were delivered to the county; the council had not handled them yet.',
);

function decided(fact: EvidenceFact, started: EvidenceFact, weight: 'fulfils' | 'supports'): Evidence {
  const { body, decision, meetingOn, section, caseNumber, minutes } = fact.data as DecisionNote;
  const { bodies } = input(started);
  const step = stepOfBody({ bodies }, body);
  return {
    ...ownItem(fact, started, meetingOn ?? fact.on),
    kind: weight === 'fulfils' ? 'approved' : 'decision',
    weight,
    ...(step && { body: bodies[step].name as Name }),
    ...(section !== null && { section }),
    ...(caseNumber !== null && { caseNumber }),
    ...(minutes !== null && { source: minutes }),
    text: handled(decision, 'account'),
  };
}

function published(fact: EvidenceFact, started: EvidenceFact): Evidence {
  const { publishedOn, link } = fact.data as Publication;
  return {
    ...ownItem(fact, started, publishedOn),
    kind: 'published',
    weight: 'supports',
    source: link,
    text: label(
      'Hyvinvointikertomus ja -suunnitelma julkaistiin tietoverkossa.',
      'Välfärdsberättelsen och välfärdsplanen publicerades på nätet.',
      'The wellbeing account and plan were published online.',
    ),
  };
}
