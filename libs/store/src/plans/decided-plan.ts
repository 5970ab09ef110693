import type { Instant } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import type { Instance, PlanPreview, PlanStep } from '@app/workflows';
import { planChanges, plannedId, planPreview, planSteps } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import { readLadders } from '../ladders/ladders';
import { activeRevision } from './plan-rows';
import type { PlanActivation, PlanRevision } from './plan-store';
import { readDescendants, readKnownMails, readPendingRungs } from './surroundings';

/** A plan decided on what the database says: what would be stored, and what it comes to. */
export type DecidedPlan = {
  active: PlanRevision | undefined;
  /** Of the plan in force, unchanged: it gets no new revision. */
  isSamePlan: boolean;
  /** The revision that the steps belong to: the next one, or the one in force. */
  revision: number;
  steps: PlanStep[];
  preview: PlanPreview;
  now: Instant;
};

const businessNow: Statement = { text: 'select vuosikello.instant(vuosikello.business_now()) as now' };

/** Reads workflows by their id; those that do not exist are left out. */
export type ReadWorkflows = (ids: string[]) => Promise<Instance[]>;

/** Decides a plan. What the caller wants to store must be locked by `read`. */
export async function decidePlan(
  query: Query,
  { plan, register, actor, reason }: PlanActivation,
  read: ReadWorkflows,
): Promise<DecidedPlan> {
  const { county, year } = plan;
  const active = await activeRevision(query, plan);
  const entries = new Set([...(active?.plan.entries ?? []), ...plan.entries].map(({ id }) => id));
  const found = await read([...entries].map((entry) => plannedId(county, entry)));
  // Read after the locks: nothing of a workflow may seem to have happened before what is in its log already.
  const [clock] = await query<{ now: Instant }>(businessNow, []);
  if (!clock) throw new Error('business_now gave no row');
  const { now } = clock;

  const instances = new Map(found.map((instance) => [instance.id, instance]));
  const changes = planChanges(active?.plan, plan, { instances, register, today: helsinkiDate(now) });
  const isSamePlan = active !== undefined && canonicalize(active.plan) === canonicalize(plan);
  const revision = (active?.revision ?? 0) + (isSamePlan ? 0 : 1);
  const commandIdOf = (entry: string) => `plan:${county}:${year}:${revision}:${entry}`;
  const ladders = await readLadders(query, county);
  const { steps, findings } = planSteps(changes, instances, { county, actor, now, reason, commandIdOf, ladders });

  const moved = steps.flatMap(({ before }) => (before ? [before.id] : []));
  for (const child of await readDescendants(query, county, moved)) instances.set(child.id, child);
  const concerned = [...instances.keys()].filter((id) => moved.some((top) => id === top || id.startsWith(`${top}.`)));
  const surroundings = {
    instances,
    rungs: await readPendingRungs(query, county, concerned),
    mails: await readKnownMails(query, county, concerned),
  };
  const preview = planPreview(
    { revision: active?.revision ?? 0, isSamePlan, now },
    { ...changes, findings: [...changes.findings, ...findings] },
    steps,
    surroundings,
  );
  return { active, isSamePlan, revision, steps, preview, now };
}
