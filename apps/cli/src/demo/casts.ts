import type { Casting } from './actors/casting';
import { castAccounts } from './actors/account-coordinator';
import { castEvent } from './actors/event-coordinator';
import { castIndicators } from './actors/indicator-coordinator';
import { castInterfaceBoard } from './actors/interface-board-coordinator';
import { castNegotiation } from './actors/negotiation-coordinator';
import { PlannedSteps } from './actors/planned-steps';
import { castReport } from './actors/report-coordinator';
import { castTerm } from './actors/term-coordinator';
import type { World } from './actors/world';
import type { ApiClient } from './api/api-client';

/** Who acts in each workflow of a plan beside the clerks, who act in any. */
const casts: Readonly<Record<string, (casting: Casting) => void>> = {
  'wellbeing-report': castReport,
  'hyte-negotiation': castNegotiation,
  'council-term-negotiation': castTerm,
  'interface-board-meeting': castInterfaceBoard,
  'indicator-card': castIndicators,
  'term-account': castAccounts,
  event: castEvent,
};

/** Gives every started workflow of the plan its people. */
export function castYear(world: World, api: ApiClient, started: readonly string[]): void {
  for (const entry of world.entries) {
    const id = `${world.register.county.code}.${entry.id}`;
    if (!started.includes(id)) continue;
    casts[entry.workflow]?.({ world, entry, steps: new PlannedSteps(world, api, id, entry.dates) });
  }
}
