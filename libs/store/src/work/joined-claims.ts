import type { WorkClaim } from './work-store';

type Claimed = { work: WorkClaim };

/**
 * How what is done under claims is joined: work of all counties goes together, a claim with itself in no batch. In one lane, so that what
 * comes while a commit is under way is one commit.
 */
export const together = { lanes: 1, most: 100, group: () => '', apart: ({ work }: Claimed) => work.id };

/** The counties, ids and fences of the claims, as columns. */
export function claimsOf(batch: readonly Claimed[]): unknown[] {
  return [batch.map(({ work }) => work.county), batch.map(({ work }) => work.id), batch.map(({ work }) => work.fence)];
}
