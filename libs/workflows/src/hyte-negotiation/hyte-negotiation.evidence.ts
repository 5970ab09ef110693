import type { CivilDate, Evidence, Name, Text } from '@app/domain';
import type { BodyInOrder } from '../board-handling/board-handling.data';
import { label } from '../fields';
import { annualDuties, forBoth, handled, partiesCounted, peopleCounted, present } from '../evidence-words';
import type { DeadlineIntent } from '../kernel/intents';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { DatesChange, PartiesChange } from './hyte-negotiation.changes';
import { partiesAfter } from './party-changes';
import type { DecisionNote } from '../board-handling/decision-note';
import type { NegotiationInput, Party } from './hyte-negotiation.data';
import { peopleThere, type NegotiationHeld } from './negotiation-record';

/**
 * What the year's negotiation says of duties: held, it fulfils the county's (612/2021 § 7(4)) and that of each municipality that was
 * present (§ 6). Without other actors than municipalities among the parties it does not fulfil § 7(4). An answer to the advance
 * assignment is read where it was given, in the request, with its body and §.
 */
export const negotiationEvidence: EvidenceOf = {
  NegotiationPlanned: (_, fact, started) => planned(fact, input(started).parties, input(started).dates.negotiation.on),
  DateFixed: (soFar, fact, started, earlier) => {
    const { negotiation } = fact.data as { negotiation: { on: CivilDate } };
    return promised(soFar, fact, partiesThen(started, earlier), negotiation.on);
  },
  DatesChanged: (soFar, fact, started, earlier) => {
    const { negotiation } = (fact.data as DatesChange).dates;
    return negotiation === undefined ? soFar : promised(soFar, fact, partiesThen(started, earlier), negotiation.on);
  },
  // What was done before stays with whoever did it; the day that lies ahead is promised to those who take part from now on.
  PartiesChanged: (soFar, fact, started, earlier) => {
    const promise = soFar.find(({ weight }) => weight === 'promises');
    return promise ? promised(soFar, fact, partiesThen(started, [...earlier, fact]), promise.on) : soFar;
  },
  // A date that is moved while the negotiation is waited for is set anew; other deadlines promise nothing.
  DeadlineSet: (soFar, fact, started, earlier) => {
    const { name, dueOn } = fact.data as Pick<DeadlineIntent, 'name' | 'dueOn'>;
    return name === 'negotiation' ? promised(soFar, fact, partiesThen(started, earlier), dueOn) : soFar;
  },
  PartiesInvited: (soFar, fact, started, earlier) => [
    ...soFar,
    ...invited(fact, partiesThen(started, earlier), yearOf(soFar, started)),
  ],
  NegotiationHeld: (soFar, fact, started, earlier) => {
    const { heldOn } = fact.data as { heldOn: CivilDate };
    // Whatever the plan was: it belongs to the year in which it was held.
    const kept = soFar
      .filter(({ weight }) => weight !== 'promises')
      .map((item): Evidence => ({ ...item, period: heldOn }));
    return [...kept, ...held(fact, partiesThen(started, earlier))];
  },
  BoardDecisionNoted: (soFar, fact, started) => [
    ...soFar,
    {
      ...decided(fact, input(started).board.body, yearOf(soFar, started)),
      kind: 'decision',
      duty: annualDuties.county,
      of: fact.county,
    },
  ],
  AcknowledgementNoted: acknowledged,
  AcknowledgementForwarded: acknowledged,
  // It can only be cancelled before it is held: then nothing came of the plan and the invitation.
  NegotiationCancelled: () => [],
};

/** How a municipality's body handled the result. */
function acknowledged(
  soFar: readonly Evidence[],
  fact: EvidenceFact,
  started: EvidenceFact,
  earlier: readonly EvidenceFact[],
): readonly Evidence[] {
  const { organisation, decision } = fact.data as DecisionNote;
  if (decision === null || decision === 'withdrawn' || decision === 'not-handled') return soFar;
  const body = partiesThen(started, earlier).find((party) => party.organisation === organisation)?.body ?? undefined;
  const item = { ...decided(fact, body, yearOf(soFar, started)), kind: 'acknowledged' as const };
  return [...soFar, ...forBoth(item, { county: fact.county, organisation, duties: annualDuties })];
}

function input(started: EvidenceFact): NegotiationInput {
  return started.data as NegotiationInput;
}

/** The parties as the changes before had left them. */
function partiesThen(started: EvidenceFact, earlier: readonly EvidenceFact[]): Party[] {
  return earlier
    .filter(({ type }) => type === 'PartiesChanged')
    .reduce((parties, { data }) => partiesAfter({ parties }, data as PartiesChange), input(started).parties);
}

/** The newest planned day takes the place of those before. */
function promised(
  soFar: readonly Evidence[],
  fact: EvidenceFact,
  parties: readonly Party[],
  on: CivilDate,
): Evidence[] {
  return [...soFar.filter(({ weight }) => weight !== 'promises'), ...planned(fact, parties, on)];
}

function isMunicipality({ kind }: Party): boolean {
  return kind === 'municipality';
}

/** The year that what was said so far belongs to. */
function yearOf(soFar: readonly Evidence[], started: EvidenceFact): string {
  return soFar.at(-1)?.period ?? String(input(started).year);
}

function planned(fact: EvidenceFact, parties: readonly Party[], on: CivilDate): Evidence[] {
  const item = {
    period: on,
    event: eventOf(fact),
    on,
    kind: 'planned' as const,
    weight: 'promises' as const,
    text: label('Neuvottelun suunniteltu päivä.', 'Planerad dag för förhandlingen.', 'Planned day of the negotiation.'),
  };
  return [
    { ...item, duty: annualDuties.county, of: fact.county },
    ...parties
      .filter(isMunicipality)
      .map(({ organisation }) => ({ ...item, duty: annualDuties.municipality, of: organisation })),
  ];
}

function invited(fact: EvidenceFact, parties: readonly Party[], period: string): Evidence[] {
  const municipalities = parties.filter(isMunicipality);
  const count = partiesCounted(municipalities.length, parties.length - municipalities.length);
  const item = { period, event: eventOf(fact), on: fact.on, kind: 'invited' as const, weight: 'supports' as const };
  return [
    {
      ...item,
      duty: annualDuties.county,
      of: fact.county,
      text: label(`Kutsuttiin ${count.fi}.`, `Inbjudna: ${count.sv}.`, `Invited: ${count.en}.`),
    },
    ...municipalities.map(({ organisation }) => ({
      ...item,
      duty: annualDuties.municipality,
      of: organisation,
      text: label('Kutsuttiin neuvotteluun.', 'Inbjuden till förhandlingen.', 'Invited to the negotiation.'),
    })),
  ];
}

function held(fact: EvidenceFact, parties: readonly Party[]): Evidence[] {
  const { heldOn, participants = [], participantsTotal } = fact.data as NegotiationHeld;
  const municipalities = new Set(parties.filter(isMunicipality).map(({ organisation }) => organisation));
  const came = participants.filter(({ organisation }) => municipalities.has(organisation));
  const others = parties.length - municipalities.size;
  const there = partiesCounted(came.length, participants.length - came.length);
  const asked = partiesCounted(municipalities.size, others);
  const people = peopleCounted(peopleThere({ participants, participantsTotal }));
  const item = { period: heldOn, event: eventOf(fact), on: heldOn };
  return [
    {
      ...item,
      duty: annualDuties.county,
      of: fact.county,
      kind: 'held',
      ...(others > 0 ? { weight: 'fulfils' } : { weight: 'supports', lacks: 'other-actors' }),
      text: participants.length > 0 ? heldWith(there, people, asked) : heldWithUnknown(people, asked),
    },
    ...came.map(({ organisation, people: persons }): Evidence => ({
      ...item,
      duty: annualDuties.municipality,
      of: organisation,
      kind: 'present',
      weight: 'fulfils',
      text: present(persons),
    })),
  ];
}

function heldWith(there: Text, people: Text, asked: Text): Text {
  return label(
    `Neuvottelu pidettiin. Läsnä ${there.fi}, yhteensä ${people.fi}. Kutsuttuina ${asked.fi}.`,
    `Förhandlingen hölls. Närvarande: ${there.sv}, sammanlagt ${people.sv}. Inbjudna: ${asked.sv}.`,
    `The negotiation was held. Present: ${there.en}, ${people.en} in all. Invited: ${asked.en}.`,
  );
}

function heldWithUnknown(people: Text, asked: Text): Text {
  return label(
    `Neuvottelu pidettiin. Läsnä ${people.fi}; organisaatioita ei ole kirjattu. Kutsuttuina ${asked.fi}.`,
    `Förhandlingen hölls. Närvarande: ${people.sv}; organisationerna har inte antecknats. Inbjudna: ${asked.sv}.`,
    `The negotiation was held. Present: ${people.en}; their organisations were not recorded. Invited: ${asked.en}.`,
  );
}

/** What a body decided on the result; its name as it was when the negotiation was planned. */
function decided(fact: EvidenceFact, body: BodyInOrder | undefined, period: string) {
  const { decision, meetingOn, section, caseNumber, minutes, body: id } = fact.data as DecisionNote;
  const name = (body?.id === id ? body.name : { fi: id, sv: id }) as Name;
  return {
    period,
    event: eventOf(fact),
    on: meetingOn ?? fact.on,
    weight: 'supports' as const,
    body: name,
    ...(section !== null && { section }),
    ...(caseNumber !== null && { caseNumber }),
    ...(minutes !== null && { source: minutes }),
    text: handled(decision),
  };
}
