import type { CivilDate, Evidence } from '@app/domain';
import { forBoth, handled, partiesCounted, peopleCounted, present, termDuties } from '../evidence-words';
import { label } from '../fields';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type {
  Agreement,
  CouncilDecision,
  DatesChange,
  TermInput,
  TermNegotiation,
} from './council-term-negotiation.data';

/**
 * What the negotiation of a council term says of duties: held within the term it fulfils the duty of the county and of each
 * municipality that was present (611/2021 § 14); the councils' decisions and the signing support it.
 */
export const termEvidence: EvidenceOf = {
  TermPlanned: (_, fact, started) => planned(fact, started, input(started).dates.negotiation.on),
  DatesChanged: (soFar, fact, started) => {
    const { negotiation } = (fact.data as DatesChange).dates;
    if (negotiation === undefined) return soFar;
    return [...withoutPromises(soFar), ...planned(fact, started, negotiation.on)];
  },
  NegotiationHeld: (soFar, fact, started) => [...withoutPromises(soFar), ...held(fact, started)],
  ApprovalRecorded: (soFar, fact, started) => [...soFar, ...approved(fact, started)],
  AgreementSigned: (soFar, fact, started) => [...soFar, ...signed(fact, started)],
  TermCancelled: () => [],
};

const countyCouncil = label('Aluevaltuusto', 'Välfärdsområdesfullmäktige', 'County council');
const municipalCouncil = label('Valtuusto', 'Fullmäktige', 'Municipal council');

function input(started: EvidenceFact): TermInput {
  return started.data as TermInput;
}

function withoutPromises(soFar: readonly Evidence[]): Evidence[] {
  return soFar.filter(({ weight }) => weight !== 'promises');
}

/** Of the county and of all its municipalities alike. */
function ofEverybody(
  started: EvidenceFact,
  item: Omit<Evidence, 'duty' | 'of'>,
  municipalities = input(started).municipalities,
): Evidence[] {
  return [
    { ...item, duty: termDuties.county, of: started.county },
    ...municipalities.map((of) => ({ ...item, duty: termDuties.municipality, of })),
  ];
}

function planned(fact: EvidenceFact, started: EvidenceFact, on: CivilDate): Evidence[] {
  return ofEverybody(started, {
    period: input(started).term,
    event: eventOf(fact),
    on,
    kind: 'planned',
    weight: 'promises',
    text: label('Neuvottelun suunniteltu päivä.', 'Planerad dag för förhandlingen.', 'Planned day of the negotiation.'),
  });
}

function held(fact: EvidenceFact, started: EvidenceFact): Evidence[] {
  const { heldOn, participants } = fact.data as TermNegotiation;
  const { term, municipalities } = input(started);
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

function approved(fact: EvidenceFact, started: EvidenceFact): Evidence[] {
  const { organisation, decision, meetingOn, section, caseNumber, minutes } = fact.data as CouncilDecision;
  const item = {
    period: input(started).term,
    event: eventOf(fact),
    on: meetingOn,
    kind: 'decision' as const,
    weight: 'supports' as const,
    body: organisation === fact.county ? countyCouncil : municipalCouncil,
    section,
    ...(caseNumber !== undefined && { caseNumber }),
    ...(minutes !== undefined && { source: minutes }),
    text: handled(decision, 'agreement'),
  };
  return forBoth(item, { county: fact.county, organisation, duties: termDuties });
}

function signed(fact: EvidenceFact, started: EvidenceFact): Evidence[] {
  const { signedOn, document } = fact.data as Agreement;
  return ofEverybody(started, {
    period: input(started).term,
    event: eventOf(fact),
    on: signedOn,
    kind: 'approved',
    weight: 'supports',
    ...(document !== undefined && { source: document }),
    text: label(
      'Yhteistyösopimus allekirjoitettiin.',
      'Samarbetsavtalet undertecknades.',
      'The cooperation agreement was signed.',
    ),
  });
}
