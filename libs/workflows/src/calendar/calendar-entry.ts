import type { Basis, Citation, CivilDate, Instant, LocalTime, Text } from '@app/domain';
import type { DeadlineStatus, Instance } from '../kernel/instance';

/** Whose calendar: a county's whole year, what is asked of one organisation, or what one person (a contact's id) has to do. */
export type CalendarOwner =
  { scope: 'county' } | { scope: 'organisation'; organisation: string } | { scope: 'person'; contact: string };

/** When something last changed, by the log: `sequence` grows with every change of it. */
export type Revision = { sequence: number; at: Instant };

/** A workflow as a calendar needs it: as it stands, and when it and each of its deadlines last changed. */
export type DatedWorkflow = { instance: Instance; revision: Revision; deadlines: Record<string, Revision> };

/** How an entry stands; a deadline's `open` is its usual state and `planned` a meeting's that may still move. */
export type EntryStanding = DeadlineStatus | 'planned' | 'fixed' | 'held';

/** Something that stands in a calendar on a day. */
export type CalendarEntry = {
  /** The same before and after a move, for ever. */
  uid: string;
  revision: Revision;
  kind: 'due' | 'meeting';
  title: Text;
  /** What it belongs to, where the title does not say. */
  matter: Text | null;
  on: CivilDate;
  /** Helsinki; without it only the day is known. */
  at?: LocalTime;
  until?: LocalTime;
  place?: string;
  /** The moment until which a due date can be met. */
  dueAt?: Instant;
  basis: Basis | null;
  citation?: Citation;
  standing: EntryStanding;
  /** The organisations that are asked or that meet, where they are known. */
  organisations: string[];
  workflow: string | null;
};
