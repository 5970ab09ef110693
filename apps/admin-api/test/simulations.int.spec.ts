import { planFile } from '@app/domain';
import { everyRow } from '../../../test/support/every-row';
import { examplePlan } from '../../../test/support/example-area';
import { simulatedYear } from '../../../test/support/simulated-year';
import { simulation } from '../src/simulations/simulation.schema';
import { problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const plan = planFile(examplePlan());
/** The example plan with one of its entries alone: a small year. */
const small = { ...plan, entries: plan.entries.filter(({ id }) => id === 'interface-board-2026-1') };

const ask = (key: string | undefined, json: unknown, { query = '', headers = {} } = {}) =>
  request(api, key, `/v1/simulations${query}`, { method: 'POST', json, headers });

describe('a simulation', () => {
  it('tells the whole year as the command line does, lets others in meanwhile, and writes nothing', async () => {
    // The key has been used, and that is noted, before anything is compared.
    await request(api, api.keys.auditor, '/v1/counties');
    const before = await everyRow(api.database.superuserUrl);
    const enough = 8;
    const order: string[] = [];
    const asked = ask(api.keys.auditor, plan, { headers: { 'Idempotency-Key': 'simulation-1' } });
    void asked.then(() => order.push('the year'));
    for (let others = 0; others < enough; others += 1) {
      expect((await request(api, undefined, '/health/live')).status).toBe(200);
      order.push('another');
    }
    const answer = await asked;
    expect(answer.status).toBe(200);
    const told = simulation.parse(answer.body);
    expect(told.counts).toEqual(simulatedYear({ answers: 'on-time' }).counts);
    expect(told.collisions.map(({ entry }) => entry)).toEqual(['interface-board-2026-2']);
    expect(order).toEqual([...Array<string>(enough).fill('another'), 'the year']);
    expect(await everyRow(api.database.superuserUrl)).toEqual(before);
  });

  it('takes the county’s register and ladders, and the answer to when people answer', async () => {
    const templates = async (query = '') => {
      const { body } = await ask(api.keys.coordinator, small, { query });
      const { mails, answers } = simulation.parse(body);
      return { answers, templates: new Set(mails.flatMap(({ carries }) => carries.map(({ template }) => template))) };
    };
    const usual = await templates();
    expect(usual.answers).toBe('on-time');
    expect([...usual.templates]).toEqual(expect.arrayContaining(['reminder', 'receipt']));
    const never = await templates('?answers=never');
    expect(never.answers).toBe('never');
    expect(never.templates).toContain('overdue');
    expect(never.templates).not.toContain('receipt');
    const when = { days: 5, direction: 'working-days-before' };
    const rungs = [
      { ...when, key: 'T-5', audience: 'respondent', template: 'reminder' },
      { ...when, key: 'reach', audience: 'coordinator', template: 'nobody-reached' },
    ];
    const ladder = { rungs, reason: 'Vain yksi muistutus.' };
    const put = { method: 'PUT', json: ladder };
    expect((await request(api, api.keys.coordinator, '/v1/reminders/ladders/answer', put)).status).toBe(200);
    expect((await templates('?answers=never')).templates).not.toContain('overdue');
  });

  it('refuses a plan with errors, with all of them, and what is no plan', async () => {
    const [entry] = small.entries;
    const wrong = { ...small, entries: [{ ...entry, dates: { meeting: { on: '2026-05-14', basis: 'decided' } } }] };
    const refused = await ask(api.keys.coordinator, wrong);
    expect(refused.status).toBe(422);
    expect(problemIn(refused)).toMatchObject({
      code: 'plan-refused',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'blocked-day' })]) as unknown[],
    });
    expect((await ask(api.keys.coordinator, { ...small, title: 7 })).status).toBe(422);
    expect((await ask(api.keys.coordinator, small, { query: '?answers=soon' })).status).toBe(422);
    expect((await ask(api.keys.coordinator, { ...small, county: '07' })).status).toBe(404);
    expect((await ask(undefined, small)).status).toBe(401);
  });
});
