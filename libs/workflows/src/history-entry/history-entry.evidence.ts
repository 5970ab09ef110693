import type { DutyId, Evidence, EvidenceKind, Text } from '@app/domain';
import { label } from '../fields';
import {
  annualDuties,
  answered,
  forBoth,
  handled,
  isMunicipalityCode,
  partiesCounted,
  peopleCounted,
  present,
  termDuties,
  type NegotiationDuties,
} from '../evidence-words';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import { nameOfBody, type HistoryInput } from './history-entry.data';

/** What was entered afterwards is evidence as far as it goes; a correction takes the place of all before it. */
export const historyEvidence: EvidenceOf = {
  HistoryRecorded: (_, fact) => recorded(fact),
  HistoryCorrected: (_, fact) => recorded(fact),
  HistoryStruck: () => [],
};

type Handling = NonNullable<HistoryInput['handlings']>[number];
type Item = Omit<Evidence, 'duty' | 'of'>;

function recorded(fact: EvidenceFact): Evidence[] {
  const entry = fact.data as HistoryInput;
  if (entry.duty === 'annual-negotiation') return negotiation(fact, entry, annualDuties);
  if (entry.duty === 'council-term-negotiation' && entry.organisation === undefined)
    return negotiation(fact, entry, termDuties);
  return done(fact, entry);
}

/** A negotiation of the county: each municipality that is named as present has fulfilled its own duty too. */
function negotiation(fact: EvidenceFact, entry: HistoryInput, duties: NegotiationDuties): Evidence[] {
  const { heldOn, participants = [], answers = [], handlings = [], source } = entry;
  const { county } = fact;
  const held: Evidence = {
    ...itemOf(fact, entry),
    duty: duties.county,
    of: county,
    kind: 'held',
    weight: 'fulfils',
    source,
    text: heldText(entry),
  };
  const there = participants
    .filter(({ organisation }) => isMunicipalityCode(organisation))
    .map(({ organisation, people }): Evidence => ({
      ...itemOf(fact, entry),
      duty: duties.municipality,
      of: organisation,
      kind: 'present',
      weight: 'fulfils',
      source,
      text: present(people),
    }));
  const given = answers.flatMap(({ organisation, on, body }) => {
    const item: Item = {
      ...itemOf(fact, entry),
      on,
      kind: 'answered',
      weight: 'supports',
      ...(body !== undefined && { body: nameOfBody(body) }),
      text: answered(on, undefined),
    };
    return forBoth(item, { county, organisation, duties });
  });
  const handled = handlings.flatMap((handling): Evidence[] => {
    const { organisation } = handling;
    if (organisation === county)
      return [{ ...handlingItem(fact, entry, handling, ['decision', 'result']), duty: duties.county, of: county }];
    const item = handlingItem(fact, entry, handling, ['acknowledged', 'result']);
    return forBoth(item, { county, organisation, duties });
  });
  return [...given, held, ...there, ...handled].map((item): Evidence => ({
    ...item,
    period: periodFor(item, entry, heldOn),
  }));
}

/** A report, an account or one municipality's presence: done on its day, by the body that handled it then. */
function done(fact: EvidenceFact, entry: HistoryInput): Evidence[] {
  const { duty, organisation: of = fact.county, heldOn, handlings = [], source } = entry;
  const itself = handlings.find(({ organisation, on }) => organisation === of && on === heldOn);
  const { kind, text } = doneAs(duty);
  return [
    {
      ...itemOf(fact, entry),
      ...(itself && detailsOf(itself)),
      duty,
      of,
      kind,
      weight: 'fulfils',
      source: itself?.minutes ?? source,
      text: itself ? withDetails(text, itself) : text,
    },
    ...handlings
      .filter((handling) => handling !== itself)
      .map((handling) => ({
        ...handlingItem(fact, entry, handling, ['decision', 'matter']),
        duty,
        of,
        ...(handling.organisation !== of && { organisation: handling.organisation }),
      })),
  ];
}

function itemOf(fact: EvidenceFact, { year, term, heldOn }: HistoryInput) {
  return { period: String(year ?? term ?? heldOn), event: eventOf(fact), on: heldOn };
}

/** A municipality's council term may be another than the county's: its day tells which. */
function periodFor({ period }: Evidence, { term }: HistoryInput, heldOn: string): string {
  return term === undefined ? period : heldOn;
}

function handlingItem(
  fact: EvidenceFact,
  entry: HistoryInput,
  handling: Handling,
  [kind, what]: [EvidenceKind, 'result' | 'matter'],
): Item {
  return {
    ...itemOf(fact, entry),
    ...detailsOf(handling),
    on: handling.on,
    kind,
    weight: 'supports',
    ...(handling.minutes !== undefined && { source: handling.minutes }),
    text: handledAs(handling, what),
  };
}

function detailsOf({ body, section, caseNumber }: Handling) {
  return { body: nameOfBody(body), section, ...(caseNumber !== undefined && { caseNumber }) };
}

/** The minutes' own words stand for the decision, but a reader of another language gets its translation where there is one. */
function handledAs(handling: Handling, what: 'result' | 'matter'): Text {
  const { decision, decisionText } = handling;
  const [told, bare] = [handled(decision, what), handled(null, what)];
  return withDetails(decisionText === undefined ? told : { ...told, fi: bare.fi }, handling);
}

/** With the decision in the words of the minutes, and who received the extracts. */
function withDetails(text: Text, { decision, decisionText, extractsTo = [] }: Handling): Text {
  const to = extractsTo.join(', ');
  const quoted = decision === undefined ? decisionText : undefined;
  return label(
    [text.fi, decisionText && `Päätös: ${decisionText}.`, to && `Otteet: ${to}.`].filter(Boolean).join(' '),
    [text.sv, quoted && `Beslut: ${quoted}.`, to && `Utdrag: ${to}.`].filter(Boolean).join(' '),
    [text.en, quoted && `Decision: ${quoted}.`, to && `Extracts to: ${to}.`].filter(Boolean).join(' '),
  );
}

/** How many were there: organisation by organisation where that is known, else in all. */
function heldText({ participants = [], participantsTotal }: HistoryInput): Text {
  const municipalities = participants.filter(({ organisation }) => isMunicipalityCode(organisation)).length;
  const there = partiesCounted(municipalities, participants.length - municipalities);
  const total = participantsTotal === undefined ? undefined : participantsCounted(participantsTotal);
  const parts = (language: keyof Text) =>
    [participants.length > 0 && there[language], total?.[language]].filter(Boolean).join('; ');
  const [fi, sv, en] = [parts('fi'), parts('sv'), parts('en')];
  return label(
    `Neuvottelu pidettiin.${fi && ` Läsnä ${fi}.`}`,
    `Förhandlingen hölls.${sv && ` Närvarande: ${sv}.`}`,
    `The negotiation was held.${en && ` Present: ${en}.`}`,
  );
}

function participantsCounted(total: number): Text {
  const people = peopleCounted(total);
  return label(`yhteensä ${total} osallistujaa`, `sammanlagt ${total} deltagare`, `${people.en} in all`);
}

function doneAs(duty: DutyId): { kind: EvidenceKind; text: Text } {
  switch (duty) {
    case 'county-report':
    case 'municipal-report':
      return {
        kind: 'reported',
        text: label(
          'Raportti annettiin valtuustolle.',
          'Rapporten gavs till fullmäktige.',
          'The report was given to the council.',
        ),
      };
    case 'county-account':
      return {
        kind: 'approved',
        text: label(
          'Hyvinvointikertomus ja -suunnitelma hyväksyttiin.',
          'Välfärdsberättelsen och välfärdsplanen godkändes.',
          'The wellbeing account and plan were approved.',
        ),
      };
    case 'municipal-account':
      return {
        kind: 'delivered',
        text: label(
          'Hyvinvointikertomus ja -suunnitelma toimitettiin hyvinvointialueelle.',
          'Välfärdsberättelsen och välfärdsplanen gavs till välfärdsområdet.',
          'The wellbeing account and plan were delivered to the county.',
        ),
      };
    default:
      return { kind: 'present', text: present(undefined) };
  }
}
