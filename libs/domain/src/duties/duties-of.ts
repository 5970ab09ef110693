import { civilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import type { Organisation, Register } from '../organisations/register';
import type { Text } from '../text';
import { duties, dutyOf, type Duty, type DutyId } from './catalogue';
import type { Citation } from './citations';
import type { CouncilOf } from './council-terms';
import { dutyPeriod, dutyPeriods, type DutyPeriod } from './duty-period';
import { endedWithoutSuccessor, sentences, takenOver, type Warning } from './duty-reasons';
import { dutyStatus, type DutyStatus } from './duty-status';
import type { Evidence } from './evidence';
import { successorOf, type Successor } from './successor';

/** One duty of one organisation in one period: how it stands, why, and by what evidence. */
export type DutyRow = {
  /** `<duty>:<organisation>:<period>`; stable. */
  id: string;
  duty: DutyId;
  title: Text;
  organisation: string;
  basis: Citation;
  period: DutyPeriod;
  status: DutyStatus;
  reason?: Text;
  /** Of a council term that nears its end: from 1 (two years before) to 5 (a month before). */
  warning?: Warning;
  evidence: Evidence[];
};

export type DutiesQuestion = {
  register: Register;
  /** All that the county's log says, promises too. */
  evidence: readonly Evidence[];
  /** The day of the county's first record; null before there is any. */
  recordsBegin: CivilDate | null;
  today: CivilDate;
  /** One year and the council terms that run in it. Without it every year from the first record on. */
  year?: number | undefined;
};

// No duty of the catalogue is older, and nobody plans further ahead: a mistyped year must not list two thousand of them.
const firstYear = 2021;
const yearsAhead = 5;

type Holder = { id: string; as: CouncilOf; organisation?: Organisation };

/**
 * The register of duties: for the county and each of its municipalities, year by year and term by term, newest first. Without a
 * `year`, nothing is listed of periods that ended before the log began and of which it says nothing: a miss is never invented.
 */
export function dutiesOf(question: DutiesQuestion): DutyRow[] {
  const { register, evidence, recordsBegin, today, year } = question;
  const said = evidenceByRow(register, evidence);
  const [first, last] = year === undefined ? yearsOf(question) : [year, year];
  const holders: Holder[] = [
    { id: register.county.code, as: 'county' },
    ...register.organisations
      .filter(({ kind }) => kind === 'municipality')
      .map((organisation): Holder => ({ id: organisation.id, as: 'municipality', organisation })),
  ];
  const rows = duties.flatMap((duty) =>
    holders
      .filter(({ as }) => duty.holders.includes(as))
      .flatMap((holder) =>
        dutyPeriods(duty, holder.as, first, last)
          .filter((period) => existsIn(holder, period))
          .flatMap((period) => rowOf(question, said, duty, holder, period)),
      ),
  );
  return withMoved(rows, register)
    .filter(
      ({ period, evidence: shown }) =>
        year !== undefined || shown.length > 0 || (recordsBegin ?? today) <= period.endsOn,
    )
    .sort(newestFirst);
}

type Row = DutyRow & { successor?: Successor };

function rowOf(
  { register, recordsBegin, today }: DutiesQuestion,
  said: ReadonlyMap<string, Evidence[]>,
  duty: Duty,
  { id, as, organisation }: Holder,
  period: DutyPeriod,
): Row[] {
  const evidence = said.get(rowId(duty.id, id, period.id)) ?? [];
  const organisationBegan = organisation?.validFrom ?? null;
  // Nobody can have been present before it was there.
  const held =
    as === 'municipality' && duty.presentAt
      ? heldIn(said, dutyOf(duty.presentAt), register, period).filter(({ on }) => (organisationBegan ?? on) <= on)
      : [];
  const answer = dutyStatus({ duty, period, evidence, held, recordsBegin, organisationBegan, today });
  const row: DutyRow = {
    id: rowId(duty.id, id, period.id),
    duty: duty.id,
    title: duty.title,
    organisation: id,
    basis: duty.basis,
    period,
    ...answer,
    evidence: evidence.filter(({ weight }) => weight !== 'promises'),
  };
  const validTo = organisation?.validTo;
  if (answer.status === 'fulfilled' || validTo === undefined || validTo >= period.endsOn || validTo >= today)
    return [row];
  // It has ended before the period did, and can fulfil nothing any more.
  const successor = successorOf(id, register, today);
  if (successor === 'another-county') return [];
  if (successor) return [{ ...row, successor }];
  return [{ ...row, status: 'open', reason: endedWithoutSuccessor(validTo) }];
}

/** What an ended municipality had not fulfilled stands with its successor, together with what had been done for it. */
function withMoved(rows: readonly Row[], { organisations }: Register): DutyRow[] {
  const moving = rows.filter((row) => row.successor);
  const taken = (row: DutyRow) =>
    moving.filter(
      ({ successor, duty, period }) =>
        successor?.id === row.organisation && duty === row.duty && period.id === row.period.id,
    );
  return rows
    .filter((row) => !row.successor)
    .map((row) => {
      const from = taken(row);
      if (from.length === 0) return row;
      const told = from.map(({ organisation, successor }) =>
        takenOver(
          organisations.find(({ id }) => id === organisation)?.name ?? { fi: organisation, sv: organisation },
          successor?.on ?? row.period.startsOn,
        ),
      );
      const evidence = [...row.evidence, ...from.flatMap((moved) => moved.evidence)].sort(inTime);
      if (row.status === 'fulfilled') return { ...row, evidence };
      // A successor that began late is still answerable for what was missed by those it came from.
      const { status, reason } = from.find((moved) => moved.status === 'missed') ?? row;
      return { ...row, status, evidence, reason: sentences([...(reason ? [reason] : []), ...told]) };
    });
}

function rowId(duty: DutyId, organisation: string, period: string): string {
  return `${duty}:${organisation}:${period}`;
}

function evidenceByRow({ county }: Register, evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const byRow = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const period = dutyPeriod(dutyOf(item.duty), item.of === county.code ? 'county' : 'municipality', item.period);
    if (!period) continue;
    const id = rowId(item.duty, item.of, period.id);
    const known = byRow.get(id);
    if (known) known.push(item);
    else byRow.set(id, [item]);
  }
  for (const items of byRow.values()) items.sort(inTime);
  return byRow;
}

/** The negotiations of the county in the municipality's period; their council terms have not always been the same. */
function heldIn(
  said: ReadonlyMap<string, Evidence[]>,
  duty: Duty,
  { county }: Register,
  { startsOn, endsOn }: DutyPeriod,
): Evidence[] {
  return dutyPeriods(duty, 'county', yearOf(startsOn), yearOf(endsOn)).flatMap(({ id }) =>
    (said.get(rowId(duty.id, county.code, id)) ?? []).filter(
      ({ kind, on }) => kind === 'held' && startsOn <= on && on <= endsOn,
    ),
  );
}

/** From the first year of which anything is recorded to the last one for which anything is planned. */
function yearsOf({ evidence, recordsBegin, today }: DutiesQuestion): [number, number] {
  const years = [recordsBegin ?? today, today, ...evidence.map(({ on }) => on)].map(yearOf);
  const within = (year: number) => Math.max(firstYear, Math.min(year, yearOf(today) + yearsAhead));
  return [within(years.reduce((a, b) => Math.min(a, b))), within(years.reduce((a, b) => Math.max(a, b)))];
}

function existsIn({ organisation }: Holder, { startsOn, endsOn }: DutyPeriod): boolean {
  const { validFrom = civilDate('0000-01-01'), validTo = civilDate('9999-12-31') } = organisation ?? {};
  return validFrom <= endsOn && startsOn <= validTo;
}

function inTime(a: Evidence, b: Evidence): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.event.at !== b.event.at) return a.event.at < b.event.at ? -1 : 1;
  return a.event.seq - b.event.seq;
}

/** Years before terms, the newest of each first; within a period in the order of the catalogue and of the register. */
function newestFirst({ period: a }: DutyRow, { period: b }: DutyRow): number {
  if (a.kind !== b.kind) return a.kind === 'year' ? -1 : 1;
  if (a.startsOn !== b.startsOn) return a.startsOn > b.startsOn ? -1 : 1;
  return 0;
}
