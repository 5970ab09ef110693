import type { Instant } from '@app/domain';
import type { Instance } from '@app/workflows';

/** From a moment, which is included, until another, which is not; without an end without end. */
export type Span = { from?: Instant | undefined; to?: Instant | undefined };

/** What one organisation still owes an answer to, counted. */
export type Owing = { organisation: string; open: number; overdue: number; soon: number; nextDueAt: Instant };

/** How a county stands, without reading its workflows one by one. */
export interface OverviewStore {
  /** The running workflows of which a deadline is due next in the span, the earliest first: at most `limit` of the `total`. */
  due(county: string, span: Span, limit: number): Promise<{ total: number; items: Instance[] }>;
  /** By organisation, what it is asked for in workflows of these definitions and has not answered; `soon` is due from `now` before `until`. */
  owing(county: string, definitions: readonly string[], span: { now: Instant; until: Instant }): Promise<Owing[]>;
  /** The workflows of these definitions that ask one of the organisations for something and run, or have ended on `since` or later. */
  asked(
    county: string,
    definitions: readonly string[],
    whom: { organisations: readonly string[]; since: string },
  ): Promise<Instance[]>;
}
