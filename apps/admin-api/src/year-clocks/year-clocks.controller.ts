import { Controller, Get, HttpCode, Inject, Put, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IfMatch } from '../input/headers.decorator';
import { text } from '../language/text';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { InOwnYear, type OwnYear } from './own-year.decorator';
import { registerFor } from './register-for';
import { planBody, planExample, revisionList, yearClock, type YearClockView } from './year-clock.schema';
import { revisionView, yearClockView } from './year-clock.view';

const etag = { ETag: { description: 'The version of the year’s clock.', example: '"3"' } };

/** A year's plan: the one in force, the one being written, and those that were. */
@Controller('v1/year-clocks')
export class YearClocksController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get(':county/:year')
  @Allow('plans:read')
  @Reads('plan', { subject: ['county', 'year'] })
  @Describe({
    tag: 'year-clocks',
    summary: 'A year’s plan as it stands',
    description:
      'With what should be looked at today: seats that have become empty are findings of a plan in force, too.',
    answers: { 200: { description: 'The year’s clock.', schema: yearClock, headers: etag } },
    problems: ['unknown-id', 'no-plan', 'register-missing'],
  })
  async read(
    @InOwnYear() of: OwnYear,
    @In() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<YearClockView> {
    const clock = await this.store.plans.read(of.county, of.year);
    if (!clock || (!clock.active && !clock.draft)) throw new Problem('no-plan');
    response.set({ ETag: `"${clock.version}"`, 'Cache-Control': 'private, no-cache', 'Content-Language': language });
    const register = await registerFor(this.store, of.county);
    const fulfilled = await this.store.duties.fulfilled(of.county);
    return yearClockView(of, clock, { register, fulfilled }, language);
  }

  @Put(':county/:year')
  @HttpCode(200)
  @Allow('plans:write')
  @Describe({
    tag: 'year-clocks',
    summary: 'Save a draft of a year’s plan',
    description:
      'The plan may still be wrong: the answer says what should be looked at. Nothing starts or changes before it is activated. What you have saved already is saved, whatever If-Match says: the request can be repeated without an Idempotency-Key.',
    headers: { 'If-Match': { description: 'The ETag that was read: saves only on that version.', example: '"3"' } },
    body: { schema: planBody, example: planExample },
    answers: { 200: { description: 'The year’s clock with the draft.', schema: yearClock, headers: etag } },
    problems: ['unknown-id', 'draft-stale', 'register-missing', 'invalid-header'],
  })
  async save(
    @By() caller: Caller,
    @InOwnYear() of: OwnYear,
    @In() language: Language,
    @IfMatch() seen: number | undefined,
    @BodyOf(planBody) plan: z.infer<typeof planBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<YearClockView> {
    refuseOtherYear(plan, of);
    await registerFor(this.store, of.county);
    const saved = await this.store.plans.saveDraft(of, {
      plan: plan,
      actor: actorOf(caller),
      ifVersion: seen,
    });
    if (saved.outcome === 'stale') throw new Problem('draft-stale', { headers: { ETag: `"${saved.version}"` } });
    return this.read(of, language, response);
  }

  @Get(':county/:year/revisions')
  @Allow('plans:read')
  @Reads('plan', { subject: ['county', 'year'] })
  @Describe({
    tag: 'year-clocks',
    summary: 'Every plan that was in force: who put it there, when and why',
    answers: { 200: { description: 'The revisions, the newest first.', schema: revisionList } },
    problems: ['unknown-id', 'no-plan'],
  })
  async revisions(@InOwnYear() { county, year }: OwnYear) {
    const revisions = await this.store.plans.revisions(county, year);
    if (revisions.length === 0) throw new Problem('no-plan');
    return { items: revisions.map(revisionView), next: null };
  }
}

/** A plan is saved where it belongs. @throws Problem (invalid-data) naming what differs from the address */
function refuseOtherYear(plan: OwnYear, of: OwnYear): void {
  const errors = (['county', 'year'] as const)
    .filter((field) => plan[field] !== of[field])
    .map((field) => ({
      path: field,
      code: 'other-year',
      message: text(
        `Osoitteessa on ${of[field]}, suunnitelmassa ${plan[field]}.`,
        `I adressen står ${of[field]}, i planen ${plan[field]}.`,
        `The address says ${of[field]}, the plan ${plan[field]}.`,
      ),
    }));
  if (errors.length > 0) throw new Problem('invalid-data', { errors });
}
