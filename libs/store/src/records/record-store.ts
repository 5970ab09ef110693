import type { CivilDate } from '@app/domain';
import type { PublicityClass, RecordKind, Retention, WorkflowRecord } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

/** An official document, as the register has it. */
export type RegisteredRecord = WorkflowRecord & {
  workflow: string;
  definition: string;
  year: number | null;
  /** The last day of the matter; null while something of it is open. */
  matterEndedOn: CivilDate | null;
  /** From when on its retention is over; null where it is kept for ever or its matter has not ended. */
  disposableFrom: CivilDate | null;
};

export type RecordFilter = {
  workflow?: string | undefined;
  /** Of the plan. */
  year?: number | undefined;
  kind?: RecordKind | undefined;
  /** `unclassified`: nobody has said so far. */
  publicity?: PublicityClass | 'unclassified' | undefined;
  /** Those whose retention is over before the day. */
  disposeBefore?: CivilDate | undefined;
  /** Those of workflows that concern it. */
  organisation?: string | undefined;
};

export interface RecordStore {
  /** By workflow, and within it in the order of the log. `after` and `next` are `<workflow>/<record>`. */
  list(county: string, filter: RecordFilter, page: Page): Promise<Listed<RegisteredRecord>>;
}

/** The retention that a column of years says. */
export function retentionOf(years: number | null): Retention {
  return years === null ? 'permanent' : { years };
}
