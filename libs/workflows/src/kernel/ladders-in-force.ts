import type { OwnLadders } from '@app/domain';

/** A county's own ladders, and the number of the change that made them so. */
export type LaddersInForce = { revision: number; own: OwnLadders };
