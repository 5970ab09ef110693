import type { CivilDate, Instant } from '@app/domain';
import type { Actor, WorkflowRecord } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

/** A workflow whose retention is over, or will be. */
export type Disposable = {
  workflow: string;
  definition: string;
  year: number | null;
  startedOn: CivilDate;
  endedOn: CivilDate;
  /** The end of the whole matter, from which the retention counts. */
  matterEndedOn: CivilDate;
  retentionYears: number;
  disposableFrom: CivilDate;
  records: number;
};

/** What is left of a workflow that has been disposed of. */
export type Disposed = {
  workflow: string;
  definition: { name: string; version: number };
  parent: string | null;
  year: number | null;
  startedOn: CivilDate;
  endedOn: CivilDate;
  retentionYears: number;
  /** How many events do not say anything any more. */
  events: number;
  disposedAt: Instant;
  /** Id of whoever did it. */
  disposedBy: string;
};

export type Disposal = { county: string; workflow: string; reason: string; actor: Actor };

/** Why a workflow is not disposed of. `unsealed`: an event of it has no place in the county's log yet; in a moment it has. */
export type NotDisposed = 'unknown' | 'open' | 'permanent' | 'too-early' | 'unsealed';

export interface DisposalStore {
  /** Workflows whose retention is over before the day, by id. Those with a record that is kept for ever are never among them. */
  due(county: string, before: CivilDate, page: Page): Promise<Listed<Disposable>>;
  /**
   * Disposes of one workflow, and says so in the log (`RecordDisposed`), in one transaction. Cannot be undone. What events, mails and files
   * said is gone; their envelopes and hashes stay, so that every proof still holds.
   */
  dispose(disposal: Disposal): Promise<'disposed' | NotDisposed>;
  /** What disposing of it now would come to; nothing is changed. */
  forecast(county: string, workflow: string): Promise<'disposable' | NotDisposed>;
  /** What is left of a workflow; undefined where it was not disposed of. */
  read(county: string, workflow: string): Promise<Disposed | undefined>;
}

/** What the log says was disposed of. */
export type RecordDisposed = {
  workflow: string;
  definition: string;
  startedOn: CivilDate;
  endedOn: CivilDate;
  retentionYears: number;
  records: Pick<WorkflowRecord, 'id' | 'kind' | 'registeredAt' | 'caseNumber'>[];
  streams: string[];
  events: number;
  reason: string;
};
