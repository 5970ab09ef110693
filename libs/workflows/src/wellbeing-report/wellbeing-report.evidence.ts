import { handlingSteps } from '../board-handling/county-order';
import type { CivilDate, DutyId, Evidence, Name } from '@app/domain';
import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import { handled } from '../evidence-words';
import { label } from '../fields';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { DatesChange } from '../dated-steps/moved-steps';
import type { ReportInput, ReportStep } from './wellbeing-report.data';

const duty: DutyId = 'county-report';

/**
 * What the report says of the county's duty to report yearly to its council (612/2021 § 7): the council's handling fulfils it, in the
 * year in which the council met. What the other bodies decided, and the publication, stand beside it.
 */
export const reportEvidence: EvidenceOf = {
  ReportPlanned: (_, fact, started) => [planned(fact, input(started).dates.countyCouncil.on)],
  DatesChanged: (soFar, fact) => {
    const { countyCouncil } = (fact.data as DatesChange<ReportStep>).dates;
    return countyCouncil ? [...withoutPromises(soFar), planned(fact, countyCouncil.on)] : soFar;
  },
  BodyMeetingsMoved: (soFar, fact, started) => {
    const { meetings } = fact.data as MovedMeetingsNote;
    const council = meetings.find(({ body }) => body === input(started).bodies.countyCouncil.id);
    return council?.on ? [...withoutPromises(soFar), planned(fact, council.on)] : soFar;
  },
  BodyDecisionNoted: (soFar, fact, started) => [...soFar, decided(fact, started, 'supports')],
  CouncilDecisionNoted: (soFar, fact, started) => {
    const council = decided(fact, started, 'fulfils');
    // Whatever the plan was: it belongs to the year in which the council handled it.
    return [...withoutPromises(soFar).map((item) => ({ ...item, period: council.period })), council];
  },
  ReportPublished: (soFar, fact) => [...soFar, published(fact, soFar.at(-1)?.period)],
  ReportCancelled: () => [],
};

function input(started: EvidenceFact): ReportInput {
  return started.data as ReportInput;
}

function withoutPromises(soFar: readonly Evidence[]): Evidence[] {
  return soFar.filter(({ weight }) => weight !== 'promises');
}

function planned(fact: EvidenceFact, on: CivilDate): Evidence {
  return {
    duty,
    of: fact.county,
    period: on,
    event: eventOf(fact),
    on,
    kind: 'planned',
    weight: 'promises',
    text: label(
      'Aluevaltuuston suunniteltu käsittelypäivä.',
      'Planerad dag för behandlingen i välfärdsområdesfullmäktige.',
      "Planned day of the county council's handling.",
    ),
  };
}

function decided(fact: EvidenceFact, started: EvidenceFact, weight: 'fulfils' | 'supports'): Evidence {
  const { body, decision, meetingOn, section, caseNumber, minutes } = fact.data as DecisionNote;
  const { bodies } = input(started);
  const step = handlingSteps.find((candidate) => bodies[candidate].id === body);
  const on = meetingOn ?? fact.on;
  return {
    duty,
    of: fact.county,
    period: on,
    event: eventOf(fact),
    on,
    kind: weight === 'fulfils' ? 'reported' : 'decision',
    weight,
    ...(step && { body: bodies[step].name as Name }),
    ...(section !== null && { section }),
    ...(caseNumber !== null && { caseNumber }),
    ...(minutes !== null && { source: minutes }),
    text: handled(decision, 'report'),
  };
}

function published(fact: EvidenceFact, period: string | undefined): Evidence {
  const { publishedOn, link } = fact.data as { publishedOn: CivilDate; link: string };
  return {
    duty,
    of: fact.county,
    period: period ?? publishedOn,
    event: eventOf(fact),
    on: publishedOn,
    kind: 'published',
    weight: 'supports',
    source: link,
    text: label(
      'Raportti julkaistiin ja lähetettiin kunnille.',
      'Rapporten publicerades och skickades till kommunerna.',
      'The report was published and sent to the municipalities.',
    ),
  };
}
