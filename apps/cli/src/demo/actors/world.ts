import { helsinkiDate, type CivilDate, type Instant, type PlanEntry, type Register } from '@app/domain';
import type { Agenda } from '../agenda';

/**
 * What the simulated people share: a calendar of what they are going to do, the time it is, the year's plan with every date of
 * it, and who is who. `matterOf` is what a person sees on the page that a link leads to: which matter it is about.
 */
export type World = {
  agenda: Agenda;
  entries: readonly PlanEntry[];
  register: Register;
  now: () => Instant;
  matterOf: (link: string) => Promise<string | undefined>;
};

export function today({ now }: World): CivilDate {
  return helsinkiDate(now());
}

/** The name of the planned workflow to which a matter belongs: it, or one that it has started. */
export function plannedWorkflowOf({ entries, register }: World, matter: string): string | undefined {
  return entries.find(({ id }) => `${matter}.`.startsWith(`${register.county.code}.${id}.`))?.workflow;
}
