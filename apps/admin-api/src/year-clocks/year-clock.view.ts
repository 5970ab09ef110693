import { type Finding, type FulfilledDuty, type Language, planFile, type Register } from '@app/domain';
import type { PlanRevision, YearClock } from '@app/store';
import { findDefinition, type Instance, type PlanPreview, readyPlan, standing } from '@app/workflows';
import type { ActivationView, YearClockView } from './year-clock.schema';

/** A year's clock as it stands; the findings are those of today. */
export function yearClockView(
  of: { county: string; year: number },
  { version, active, draft, workflows }: YearClock,
  surroundings: { register: Register; fulfilled: readonly FulfilledDuty[] },
  language: Language,
): YearClockView {
  const driven = new Map(workflows.map((instance) => [instance.id, instance]));
  return {
    ...of,
    version,
    active: active && { ...revisionView(active), findings: findingsOf(planFile(active.plan), surroundings) },
    draft: draft && {
      ...draft,
      plan: draft.plan as Record<string, unknown>,
      findings: findingsOf(draft.plan, surroundings),
    },
    entries: (active?.plan.entries ?? []).map(({ id, workflow, title = null, about = null }) => ({
      id,
      workflow,
      title,
      about,
      driven: drivenView(driven.get(`${of.county}.${id}`), language),
    })),
  };
}

export function revisionView({ plan, ...revision }: PlanRevision) {
  return { ...revision, plan: plan as unknown as Record<string, unknown> };
}

export function activationView(
  outcome: ActivationView['outcome'],
  revision: number,
  { findings: more, ...preview }: PlanPreview,
  { findings, language }: { findings: readonly Finding[]; language: Language },
): ActivationView {
  const changes = preview.changes.map((change) => ({
    ...change,
    deadlines: change.deadlines.map((deadline) => ({ ...deadline, title: deadline.title[language] })),
  }));
  return { outcome, revision, preview: { ...preview, changes }, findings: findingsView([...findings, ...more]) };
}

/** Findings with lists that a schema of the API may hold. */
export function findingsView(findings: readonly Finding[]): ActivationView['findings'] {
  return findings.map(({ path, ...finding }) => ({ ...finding, ...(path && { path: [...path] }) }));
}

function findingsOf(
  plan: unknown,
  { register, fulfilled }: { register: Register; fulfilled: readonly FulfilledDuty[] },
): ActivationView['findings'] {
  return findingsView(readyPlan(plan, register, fulfilled).findings);
}

function drivenView(instance: Instance | undefined, language: Language) {
  if (!instance) return null;
  const { id, state, status, startedOn, endedOn } = instance;
  // A version that is not known here is shown by the names it is stored with, as in the list of workflows.
  const definition = findDefinition(instance.definition.name, instance.definition.version);
  const title = definition ? standing(definition, instance).title[language] : state;
  return { id, state, title, status, startedOn, endedOn };
}
