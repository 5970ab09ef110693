import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { checkPlan } from '@app/domain';
import type { Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { findings } from './finding.schema';
import { planBody, planExample } from './year-clock.schema';

/** What is wrong with the body is the answer, so anything is read. */
const anything = z.unknown();
const ofCounty = z.object({ county: z.string().regex(/^\d{2}$/) });

/** Checking a year's plan. Nothing is written. */
@Controller('v1/year-clocks')
export class YearClockCheckController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post('check')
  @HttpCode(200)
  @Allow('plans:read')
  @Describe({
    tag: 'year-clocks',
    summary: 'What is wrong or doubtful in a plan',
    description:
      'All findings at once, in the order of the plan, also where it has the wrong form. Where the county’s register is known, the check ' +
      'looks at it too: who is double-booked, which seats are empty, whether the handling order holds. Nothing is written.',
    body: { schema: planBody, example: planExample, findsFaults: true },
    answers: { 200: { description: 'The findings; none for a plan without fault.', schema: findings } },
    problems: ['unknown-id'],
  })
  async check(@By() caller: Caller, @BodyOf(anything) data: unknown) {
    const { data: own } = ofCounty.safeParse(data);
    if (own && own.county !== caller.county) throw notOfCounty(caller, own.county);
    const register = await this.store.register.read(caller.county);
    const fulfilled = await this.store.duties.fulfilled(caller.county);
    return { findings: checkPlan(data, { register, fulfilled }).findings };
  }
}
