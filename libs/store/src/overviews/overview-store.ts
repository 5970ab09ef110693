import type { Instant } from '@app/domain';
import type { Instance } from '@app/workflows';
import type { WorkflowFilter } from '../workflows/workflow-store';

/** From a moment, which is included, until another, which is not; without an end without end. */
export type Span = { from?: Instant | undefined; to?: Instant | undefined };

/** Which workflows of a county: `isOpen` false is for those that have ended, in whatever way; in `due` falls what is due next. */
export type OverviewFilter = Pick<WorkflowFilter, 'year' | 'definition' | 'organisation'> & {
  isOpen?: boolean | undefined;
  due?: Span | undefined;
};

/** What one organisation still owes an answer to, counted. */
export type Owing = { organisation: string; open: number; overdue: number; soon: number; nextDueAt: Instant };

/** How a county stands, without reading its workflows one by one. */
export interface OverviewStore {
  /**
   * The workflows that fit: what is due next first, then what runs without a date, then what has ended, the latest first. At most `limit`
   * of the `total`, after the first `skip`.
   */
  list(
    county: string,
    filter: OverviewFilter,
    page: { limit: number; skip?: number },
  ): Promise<{ total: number; items: Instance[] }>;
  /** By organisation, what it is asked for in workflows of these definitions and has not answered; `soon` is due from `now` before `until`. */
  owing(county: string, definitions: readonly string[], span: { now: Instant; until: Instant }): Promise<Owing[]>;
  /** The workflows of these definitions that ask one of the organisations for something and run, or have ended on `since` or later. */
  asked(
    county: string,
    definitions: readonly string[],
    whom: { organisations: readonly string[]; since: string },
  ): Promise<Instance[]>;
}
