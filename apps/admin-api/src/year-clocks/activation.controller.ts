import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { type Finding, type Language, planFile } from '@app/domain';
import type { Store, YearClock } from '@app/store';
import { readyPlan } from '@app/workflows';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { InOwnYear, type OwnYear } from './own-year.decorator';
import { registerFor } from './register-for';
import { activation, type ActivationView } from './year-clock.schema';
import { activationView, findingsView } from './year-clock.view';

const activationBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .optional()
    .describe('Why the plan in force changes: needed for every change, and kept in the log.'),
  expectRevision: z
    .int()
    .min(0)
    .optional()
    .describe('The `preview.revision` that was read: nothing is done where another one is in force by now.'),
});

const activationQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('`true` only shows what would change.'),
});

/** Putting a year's plan into force, and changing the one in force. */
@Controller('v1/year-clocks')
export class ActivationController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post(':county/:year/activate')
  @HttpCode(200)
  @Allow('plans:write')
  @Describe({
    tag: 'year-clocks',
    summary: 'Put the draft into force, or see what that would change',
    description:
      'Idempotent: a plan that is in force already is left alone. A changed plan moves the running workflows by commands of their own, each with who and why; nothing that has happened is rewritten. Without a draft the plan in force is activated again, which starts what the software did not drive before.',
    query: activationQuery,
    body: { schema: activationBody, example: {} },
    answers: { 200: { description: 'What was changed, or would be.', schema: activation } },
    problems: ['unknown-id', 'no-plan', 'register-missing', 'revision-stale', 'plan-refused', 'reason-required'],
  })
  async activate(
    @By() caller: Caller,
    @InOwnYear() of: OwnYear,
    @In() language: Language,
    @QueryOf(activationQuery) { dryRun }: z.infer<typeof activationQuery>,
    @BodyOf(activationBody) { reason, expectRevision }: z.infer<typeof activationBody>,
  ): Promise<ActivationView> {
    const clock = await this.store.plans.read(of.county, of.year);
    const given = clock && planToActivate(clock);
    if (!given) throw new Problem('no-plan');
    const register = await registerFor(this.store, of.county);
    const { plan, findings } = readyPlan(given.plan, register, await this.store.duties.fulfilled(of.county));
    const isPreview = dryRun === 'true';
    if (!plan && !isPreview) throw refused(findings);
    if (!plan) {
      const revision = clock.active?.revision ?? 0;
      return { outcome: 'previewed', revision, preview: null, findings: findingsView(findings) };
    }
    const what = { plan, register, actor: actorOf(caller), reason };
    if (isPreview) {
      const preview = await this.store.plans.preview(what);
      return activationView('previewed', preview.revision, preview, { findings, language });
    }
    const answer = await this.store.plans.activate({ ...what, expectRevision, draftVersion: given.draftVersion });
    switch (answer.outcome) {
      case 'stale':
        throw new Problem('revision-stale');
      case 'reason-required':
        throw new Problem('reason-required');
      case 'refused':
        throw refused([...findings, ...answer.preview.findings]);
      default:
        return activationView(answer.outcome, answer.revision, answer.preview, { findings, language });
    }
  }
}

/** The draft, or else the plan in force once more. */
function planToActivate({ draft, active, version }: YearClock): { plan: unknown; draftVersion?: number } | undefined {
  if (draft) return { plan: draft.plan, draftVersion: version };
  return active ? { plan: planFile(active.plan) } : undefined;
}

function refused(findings: readonly Finding[]): Problem {
  return new Problem('plan-refused', { findings });
}
