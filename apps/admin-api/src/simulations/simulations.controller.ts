import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { DayPost } from '@app/mail';
import type { Store } from '@app/store';
import { readyPlan, type WaitingMail } from '@app/workflows';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { QueryOf } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { Repeated } from '../repeats/repeats.decorator';
import { STORE } from '../store.token';
import { registerFor } from '../year-clocks/register-for';
import { planBody, planExample } from '../year-clocks/year-clock.schema';
import { findingsView } from '../year-clocks/year-clock.view';
import { simulation, simulationQuery, type SimulationView } from './simulation.schema';
import { SimulationDesk } from './simulation-desk';

/** A year as it would go. Nothing is written. */
@Controller('v1/simulations')
export class SimulationsController {
  private readonly desk = new SimulationDesk();

  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post()
  @HttpCode(200)
  @Allow('plans:read')
  @Repeated('changes-nothing')
  @Describe({
    tag: 'year-clocks',
    summary: 'What a plan’s whole year would be: timeline, mails, load and collisions',
    description:
      'Goes through the year in memory, with the county’s register and reminder ladders: what the plan starts, which dates pass, what people do to meet them, ' +
      'who gets which mail on which day. What it assumes and what it leaves out, it says. The same plan gives the same answer. Nothing is written, and nobody is written to. ' +
      'The mails themselves are written by `vuosikello simulate FILE --mails FOLDER`.',
    query: simulationQuery,
    body: { schema: planBody, example: planExample },
    answers: { 200: { description: 'The year as it would go.', schema: simulation } },
    problems: ['unknown-id', 'register-missing', 'plan-refused', 'too-many-requests', 'simulation-too-long'],
  })
  async simulate(
    @By() caller: Caller,
    @QueryOf(simulationQuery) { answers }: z.infer<typeof simulationQuery>,
    @BodyOf(planBody) data: z.infer<typeof planBody>,
  ): Promise<SimulationView> {
    const { county } = caller;
    if (data.county !== county) throw notOfCounty(caller, data.county);
    const register = await registerFor(this.store, county);
    const { plan, findings } = readyPlan(data, register, await this.store.duties.fulfilled(county));
    if (!plan) throw new Problem('plan-refused', { findings });
    const { revision, own } = await this.store.ladders.read(county);
    const ladders = revision > 0 ? { revision, own } : undefined;
    const post = new DayPost<WaitingMail>(register);
    const { simulation: told } = await this.desk.simulate({ plan, findings, register, answers, ladders, post });
    const { collisions, findings: others, ...rest } = told;
    return { ...rest, collisions: findingsView(collisions), findings: findingsView(others) };
  }
}
