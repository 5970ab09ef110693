import { civilDate, timeLimit } from '@app/domain';
import { problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const ask = (query: string, key: string = api.keys.operator) => request(api, key, `/v1/deadlines?${query}`);

it('counts a time limit as the command does, for every role', async () => {
  const easter = { start: civilDate('2026-03-20'), period: 'P14D' };
  for (const key of Object.values(api.keys)) {
    const answer = await ask('start=2026-03-20&period=P14D', key);
    expect([answer.status, answer.body]).toEqual([200, timeLimit(easter)]);
    expect(answer.body).toMatchObject({
      raw: '2026-04-03',
      deadline: '2026-04-07',
      policy: 'safe',
      basis: 'statutory',
    });
  }
  const back = await ask('start=2026-04-17&period=P14D&backward=true&policy=literal');
  expect(back.body).toEqual(
    timeLimit({ start: civilDate('2026-04-17'), period: 'P14D', direction: 'backward', policy: 'literal' }),
  );
  expect(back.body).toMatchObject({ deadline: '2026-04-07', policy: 'literal' });
  const agreed = await ask('start=2026-03-20&period=P14D&basis=agreed');
  expect(agreed.body).toMatchObject({
    deadline: '2026-04-03',
    finding: { code: 'blocked-day', proposal: '2026-04-07' },
  });
});

it('refuses what is no day, no period or not known, and names it', async () => {
  for (const [query, status, path] of [
    ['period=P14D', 422, 'start'],
    ['start=2026-02-30&period=P14D', 422, 'start'],
    ['start=2026-03-20&period=P1M2D', 422, 'period'],
    ['start=9999-12-01&period=P9999Y', 422, 'period'],
    ['start=9999-12-31&period=P1D', 422, 'period'],
    ['start=0000-01-01&period=P9999D&backward=true', 422, 'period'],
    ['start=2026-03-20&period=P14D&policy=bold', 422, 'policy'],
    ['start=2026-03-20&period=P14D&basis=none', 422, 'basis'],
    ['start=2026-03-20&period=P14D&backward=yes', 422, 'backward'],
    ['start=2026-03-20&period=P14D&colour=red', 400, ''],
  ] as const) {
    const answer = await ask(query);
    expect([query, answer.status, problemIn(answer).errors?.[0]?.path]).toEqual([query, status, path]);
  }
  expect((await request(api, undefined, '/v1/deadlines?start=2026-03-20&period=P14D')).status).toBe(401);
});
