import type { Instant, Plan, Register } from '@app/domain';
import type { Actor, Instance, Json, PlanPreview } from '@app/workflows';

/** A plan as it was put into force: who, when and, from the second revision on, why. */
export type PlanRevision = {
  revision: number;
  plan: Plan;
  activatedAt: Instant;
  activatedBy: string;
  reason: string | null;
};

/** A plan that is being written, as its author gave it: it may still be wrong. */
export type PlanDraft = { plan: Json; savedAt: Instant; savedBy: string };

/** A year's clock: the newest revision is in force. `version` goes up with each draft and each revision. */
export type YearClock = {
  version: number;
  active: PlanRevision | null;
  draft: PlanDraft | null;
  /** Those that the entries of the plan in force have started. */
  workflows: Instance[];
};

export type PlanActivation = {
  /** Checked and complete. */
  plan: Plan;
  /** The county's register, from which new workflows take who takes part. */
  register: Register;
  actor: Actor;
  /** Why the plan changes; needed once one is in force. */
  reason?: string | undefined;
  /** The revision that the preview was compared with (0: none was in force); without it whatever is in force is changed. */
  expectRevision?: number | undefined;
  /** The year clock's version whose draft this plan is: that draft then is no draft any more. */
  draftVersion?: number | undefined;
};

/**
 * What became of an activation. Only `activated` has left anything behind. `unchanged`: the plan is in force already, and
 * everything it asks for runs. `refused`: the findings have errors. `stale`: another revision is in force by now.
 */
export type ActivationAnswer =
  | { outcome: 'activated' | 'unchanged'; revision: number; preview: PlanPreview }
  | { outcome: 'refused' | 'reason-required'; preview: PlanPreview }
  | { outcome: 'stale'; revision: number };

export type NewDraft = { plan: Json; actor: Actor; ifVersion?: number | undefined };
export type DraftAnswer = { outcome: 'saved'; version: number } | { outcome: 'stale'; version: number };

export interface PlanStore {
  /** What activating the plan would do now. Nothing is stored. */
  preview(activation: Omit<PlanActivation, 'expectRevision' | 'draftVersion'>): Promise<PlanPreview>;
  /**
   * Puts a plan into force, starts its new workflows and gives the running ones the commands that its changes ask for, all in
   * one transaction. What was decided is what the preview shows. Idempotent.
   */
  activate(activation: PlanActivation): Promise<ActivationAnswer>;
  read(county: string, year: number): Promise<YearClock | undefined>;
  /** Every revision, the newest first. */
  revisions(county: string, year: number): Promise<PlanRevision[]>;
  /**
   * Keeps a plan that is being written. With `ifVersion` only on that version of the year clock; but the draft that the same actor has
   * saved already is saved, whatever version was seen: so a repeated request gets its answer.
   */
  saveDraft(of: { county: string; year: number }, draft: NewDraft): Promise<DraftAnswer>;
}
