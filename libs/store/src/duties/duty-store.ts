import type { CivilDate, DutyRow, DutyStatus, Evidence, FulfilledDuty, Register } from '@app/domain';

/** What a county's log says of duties. */
export type RecordedEvidence = {
  /** Promises too: the planned dates that lie in the log. */
  evidence: Evidence[];
  /** The day of the first event that says anything of duties; null before there is any. */
  recordsBegin: CivilDate | null;
};

export type DutyFilter = {
  /** That year, and the council terms that run in it. */
  year?: number | undefined;
  organisation?: string | undefined;
  status?: DutyStatus | undefined;
};

/** The register of duties as of `today`, the Helsinki date of business time. */
export type DutyList = { register: Register; today: CivilDate; rows: DutyRow[] };

export interface DutyStore {
  /** Read from the event log alone, never from the stored states of workflows. */
  evidence(county: string): Promise<RecordedEvidence>;
  /** Undefined where the county's register is not known. */
  list(county: string, filter?: DutyFilter): Promise<DutyList | undefined>;
  /** The county's own duties that are fulfilled already: a plan need not hold them any more. */
  fulfilled(county: string): Promise<FulfilledDuty[]>;
}
