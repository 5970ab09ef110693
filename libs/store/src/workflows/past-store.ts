import type { Instant } from '@app/domain';
import type { Instance } from '@app/workflows';
import type { ChildOverview } from './workflow-store';

/** A moment in the past: a position in the county's log, or business time. Both count as included. */
export type PastMoment = { position: number } | { at: Instant };

/**
 * `known`: the workflow and its children as they stood after the last step that was recorded whole by then, which was at `at`.
 * `not-begun`: its first event, at `startedAt`, came later. `gone`: what its events said has been disposed of.
 */
export type PastAnswer =
  | { outcome: 'known'; instance: Instance; children: ChildOverview[]; at: Instant }
  | { outcome: 'not-begun'; startedAt: Instant }
  | { outcome: 'not-found' | 'gone' };

/** State = fold(log), up to any moment of it. */
export interface PastStore {
  /** With `children: false` none are read. @throws OlderSoftwareError */
  read(county: string, id: string, moment: PastMoment, more?: { children?: boolean }): Promise<PastAnswer>;
}
