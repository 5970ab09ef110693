import type { PlanEntry } from '@app/domain';
import type { PlannedSteps } from './planned-steps';
import type { World } from './world';

/** What is needed to give one planned workflow its people. */
export type Casting = { world: World; entry: PlanEntry; steps: PlannedSteps };
