import type { Instant, Plan } from '@app/domain';
import type { Actor, Json } from '@app/workflows';

/** A workflow that a plan entry starts; `id` is `<county>.<entry id>`. */
export type PlannedStart = { entry: string; id: string; definition: string; data: Json };

export interface PlanStore {
  /**
   * Puts a year's plan into force and starts its workflows, all in one transaction. Idempotent: what already runs is
   * left alone and told under `already`. @throws StartRefusedError when a workflow refuses its start data; nothing is stored then.
   */
  activate(plan: Plan, starts: PlannedStart[], actor: Actor): Promise<{ started: string[]; already: string[] }>;
  read(county: string, year: number): Promise<{ plan: Plan; activatedAt: Instant } | undefined>;
}
