import { type Ladder, type LadderName, ladders } from '@app/domain';
import type { Life } from './instance';

/** The ladder in force in a workflow for a kind of deadline: the county's own, else the product's. */
export function ladderOf({ ladders: inForce }: Pick<Life, 'ladders'>, name: LadderName): Ladder {
  return inForce?.own[name] ?? ladders[name];
}

/** Whether the county has a ladder of its own for the kind of deadline. */
export function isOwn({ ladders: inForce }: Pick<Life, 'ladders'>, name: LadderName | undefined): boolean {
  return name !== undefined && inForce?.own[name] !== undefined;
}
