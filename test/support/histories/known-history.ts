import type { CivilDate, Plan, Register } from '@app/domain';
import { checkPlan, civilDate } from '@app/domain';
import { plannedStarts, type PlannedStart } from '@app/workflows';
import { exampleRegister } from '../example-area';

/** Somebody gives a command; `workflow` is a child's key, or empty for the negotiation itself. Times are Helsinki civil times. */
export type HistoryStep = { at: string; workflow?: string; name: string; data: object };

/** A year that has been, as commands on the days on which things happened; `until`: where the clock stops. */
export type KnownHistory = {
  planned: PlannedStart;
  startsAt: string;
  steps: readonly HistoryStep[];
  until: string;
};

/** The start of the negotiation of a year gone by, from an entry of a plan; the bodies meet on the days that are known. */
export function plannedNegotiation(
  year: number,
  dates: Record<string, object>,
  meetings: Record<string, string[]>,
): PlannedStart {
  const data = {
    county: '09',
    year,
    title: `Vuosikello ${year}`,
    entries: [{ id: `hyte-negotiation-${year}`, workflow: 'hyte-negotiation', about: String(year + 1), dates }],
  };
  const { plan, findings } = checkPlan(data);
  const [start] = plan ? startsOf(plan, meetings) : [];
  if (!start) throw new Error(JSON.stringify(findings));
  return start;
}

function startsOf(plan: Plan, meetings: Record<string, string[]>): PlannedStart[] {
  const { starts, findings } = plannedStarts(plan, registerWith(meetings));
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return starts;
}

/** The example area with its organisations of today, whose bodies have no other meetings than these. */
function registerWith(meetings: Record<string, string[]>): Register {
  const register = exampleRegister();
  const daysOf = (body: string): CivilDate[] => (meetings[body] ?? []).map((day) => civilDate(day));
  return { ...register, bodies: register.bodies.map((body) => ({ ...body, meetings: daysOf(body.id) })) };
}
