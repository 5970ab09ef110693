import type { CivilDate, Evidence, Name } from '@app/domain';
import { forBoth, handled, partiesCounted, peopleCounted, present, termDuties } from '../evidence-words';
import { label } from '../fields';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import { takingPartAfter } from '../taking-part';
import type { DecisionNote } from '../board-handling/decision-note';
import type { Agreement } from './council-term-negotiation.agreement';
import type { DatesChange, MunicipalitiesChange, TermInput, TermNegotiation } from './council-term-negotiation.data';

/**
 * What the negotiation of a council term says of duties: held within the term it fulfils the duty of the county and of each
 * municipality that was present (611/2021 § 14); the councils' decisions and the signing support it.
 */
export const termEvidence: EvidenceOf = {
  TermPlanned: (_, fact, started, earlier) => planned(fact, started, input(started).dates.negotiation.on, earlier),
  // What was done before stays with whoever did it; the promise is that of those who take part now.
  MunicipalitiesChanged: (soFar, fact, started, earlier) => {
    const promise = soFar.find(({ weight }) => weight === 'promises');
    if (!promise) return soFar;
    return [...withoutPromises(soFar), ...planned(fact, started, promise.on, [...earlier, fact])];
  },
  DatesChanged: (soFar, fact, started, earlier) => {
    const { negotiation } = (fact.data as DatesChange).dates;
    if (negotiation === undefined) return soFar;
    return [...withoutPromises(soFar), ...planned(fact, started, negotiation.on, earlier)];
  },
  NegotiationHeld: (soFar, fact, started, earlier) => [...withoutPromises(soFar), ...held(fact, started, earlier)],
  BodyDecisionNoted: (soFar, fact, started) => [...soFar, ...decided(fact, started)],
  CouncilDecisionNoted: (soFar, fact, started) => [...soFar, ...decided(fact, started)],
  AgreementSigned: (soFar, fact, started, earlier) => [...soFar, ...signed(fact, started, earlier)],
  TermCancelled: () => [],
};

const countyCouncil = label('Aluevaltuusto', 'Välfärdsområdesfullmäktige', 'County council');
const municipalCouncil = label('Valtuusto', 'Fullmäktige', 'Municipal council');

function input(started: EvidenceFact): TermInput {
  return started.data as TermInput;
}

/** The municipalities as the changes before had left them. */
function municipalitiesThen(started: EvidenceFact, earlier: readonly EvidenceFact[]): string[] {
  return earlier
    .filter(({ type }) => type === 'MunicipalitiesChanged')
    .reduce((then, { data }) => takingPartAfter(then, data as MunicipalitiesChange), input(started).municipalities);
}

function withoutPromises(soFar: readonly Evidence[]): Evidence[] {
  return soFar.filter(({ weight }) => weight !== 'promises');
}

/** Of the county and of all its municipalities then alike. */
function ofEverybody(
  started: EvidenceFact,
  item: Omit<Evidence, 'duty' | 'of'>,
  earlier: readonly EvidenceFact[],
): Evidence[] {
  return [
    { ...item, duty: termDuties.county, of: started.county },
    ...municipalitiesThen(started, earlier).map((of) => ({ ...item, duty: termDuties.municipality, of })),
  ];
}

function planned(
  fact: EvidenceFact,
  started: EvidenceFact,
  on: CivilDate,
  earlier: readonly EvidenceFact[],
): Evidence[] {
  const item = {
    period: input(started).term,
    event: eventOf(fact),
    on,
    kind: 'planned' as const,
    weight: 'promises' as const,
    text: label('Neuvottelun suunniteltu päivä.', 'Planerad dag för förhandlingen.', 'Planned day of the negotiation.'),
  };
  return ofEverybody(started, item, earlier);
}

function held(fact: EvidenceFact, started: EvidenceFact, earlier: readonly EvidenceFact[]): Evidence[] {
  const { heldOn, participants } = fact.data as TermNegotiation;
  const { term } = input(started);
  const municipalities = municipalitiesThen(started, earlier);
  const came = participants.filter(({ organisation }) => municipalities.includes(organisation));
  const there = partiesCounted(came.length, 0);
  const people = peopleCounted(participants.reduce((sum, participant) => sum + participant.people, 0));
  const item = { period: term, event: eventOf(fact), on: heldOn, weight: 'fulfils' as const };
  return [
    {
      ...item,
      duty: termDuties.county,
      of: fact.county,
      kind: 'held',
      text: label(
        `Neuvottelu pidettiin. Läsnä ${there.fi}, yhteensä ${people.fi}.`,
        `Förhandlingen hölls. Närvarande: ${there.sv}, sammanlagt ${people.sv}.`,
        `The negotiation was held. Present: ${there.en}, ${people.en} in all.`,
      ),
    },
    ...came.map(({ organisation, people: persons }): Evidence => ({
      ...item,
      duty: termDuties.municipality,
      of: organisation,
      kind: 'present',
      text: present(persons),
    })),
  ];
}

/** A case that ended without a meeting says nothing. */
function decided(fact: EvidenceFact, started: EvidenceFact): Evidence[] {
  const { organisation, decision, meetingOn, section, caseNumber, minutes, body } = fact.data as DecisionNote;
  if (meetingOn === null) return [];
  const { term } = input(started);
  const item = {
    period: term,
    event: eventOf(fact),
    on: meetingOn,
    kind: 'decision' as const,
    weight: 'supports' as const,
    body: organisation === fact.county ? countyBody(started, body) : municipalCouncil,
    ...(section !== null && { section }),
    ...(caseNumber !== null && { caseNumber }),
    ...(minutes !== null && { source: minutes }),
    text: handled(decision, 'agreement'),
  };
  return forBoth(item, { county: fact.county, organisation, duties: termDuties });
}

/** The county's body as the register named it when the term started. */
function countyBody(started: EvidenceFact, body: string): Name {
  const { hyteBoard, countyExecutive } = input(started).bodies;
  const found = [hyteBoard, countyExecutive].find((one) => one?.id === body);
  if (!found) return countyCouncil;
  const { fi, sv, en } = found.name;
  return { fi, sv, ...(en !== undefined && { en }) };
}

function signed(fact: EvidenceFact, started: EvidenceFact, earlier: readonly EvidenceFact[]): Evidence[] {
  const { signedOn, document } = fact.data as Agreement;
  const item = {
    period: input(started).term,
    event: eventOf(fact),
    on: signedOn,
    kind: 'approved' as const,
    weight: 'supports' as const,
    ...(document !== undefined && { source: document }),
    text: label(
      'Yhteistyösopimus allekirjoitettiin.',
      'Samarbetsavtalet undertecknades.',
      'The cooperation agreement was signed.',
    ),
  };
  return ofEverybody(started, item, earlier);
}
