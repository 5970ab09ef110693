import type { CivilDate, Evidence, Instant } from '@app/domain';

/** An event as the evidence of a duty is read from it; `data` is what the event says, `on` the Helsinki date of `at`. */
export type EvidenceFact = {
  county: string;
  stream: string;
  seq: number;
  type: string;
  at: Instant;
  on: CivilDate;
  data: unknown;
};

/**
 * What the workflow's stream says of duties once this event has happened, given what it said before, how the workflow started
 * and which of the events that are read came before this one. Pure. It may add evidence, or take back what a correction or a
 * cancellation has overtaken.
 */
export type EvidenceReader = (
  soFar: readonly Evidence[],
  fact: EvidenceFact,
  started: EvidenceFact,
  earlier: readonly EvidenceFact[],
) => readonly Evidence[];

/** By event type, the start's and consequences' too: how duties are read from it. Types that are not named are never read. */
export type EvidenceOf = Readonly<Record<string, EvidenceReader>>;

/** Where a fact stands in the log, for the evidence that follows from it. */
export function eventOf({ stream, seq, type, at }: EvidenceFact): Evidence['event'] {
  return { stream, seq, type, at };
}
