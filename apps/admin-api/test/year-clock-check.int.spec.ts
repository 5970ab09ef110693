import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyRoles } from '@app/store';
import { parse } from 'yaml';
import { findings } from '../src/year-clocks/finding.schema';
import { keysFor, problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

function example(year: number): Record<string, unknown> {
  const file = join(__dirname, '../../../data', `paijat-hame-${year}.yaml`);
  return parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

const ask = (key: string | undefined, json: unknown) =>
  request(api, key, '/v1/year-clocks/check', { method: 'POST', json });

async function found(json: unknown) {
  const answer = await ask(api.keys.coordinator, json);
  expect(answer.status).toBe(200);
  return findings.parse(answer.body).findings;
}

describe('checking a plan', () => {
  it('finds with the county’s register who is double-booked and which seats are empty', async () => {
    const told = await found(example(2026));
    expect(told.map(({ code }) => code).sort()).toEqual(['collision', ...Array<string>(7).fill('empty-seat')]);
    const collision = told.find(({ code }) => code === 'collision');
    expect(collision).toMatchObject({
      ...{
        severity: 'warning',
        entry: 'interface-board-2026-2',
        others: ['wellbeing-report-2025'],
        date: '2026-04-23',
      },
      path: ['entries', 4, 'dates', 'meeting', 'on'],
    });
    expect(collision?.message.en).toContain('Aino Esimerkki, HYTE director');
  });

  it('answers errors, too, with 200 and all at once', async () => {
    const told = await found({ ...example(2025), title: 7 });
    expect(told.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'invalid-plan',
      'blocked-day',
      'weekday-mismatch',
      'outside-year',
    ]);
    expect((await found('no plan')).map(({ code }) => code)).toEqual(['invalid-plan']);
    expect((await found([])).map(({ code }) => code)).toEqual(['invalid-plan']);
  });

  it('writes nothing', async () => {
    await found(example(2026));
    const { body } = await request(api, api.keys.coordinator, '/v1/workflows');
    expect(body).toEqual({ items: [], next: null });
  });

  it.each(keyRoles)('is there for %s, who may read', async (role) => {
    expect((await ask(api.keys[role], example(2026))).status).toBe(200);
  });

  it('wants a key', async () => {
    expect((await ask(undefined, example(2026))).status).toBe(401);
  });

  it('does not know the plan of another county, and that it was asked is logged', async () => {
    const { admin } = await keysFor(api.store, '07');
    const answer = await ask(admin, example(2026));
    expect(answer.status).toBe(404);
    expect(problemIn(answer).code).toBe('unknown-id');
    expect(api.logged).toContainEqual(expect.objectContaining({ event: 'foreign-county', county: '07', asked: '09' }));
  });

  it('goes without a register where the county has none', async () => {
    const { auditor } = await keysFor(api.store, '07');
    const answer = await ask(auditor, { ...example(2026), county: '07' });
    expect(findings.parse(answer.body).findings.map(({ code }) => code)).toEqual(['collision']);
  });

  it('refuses what is no JSON, and too much of it', async () => {
    const send = (body: string) =>
      request(api, api.keys.auditor, '/v1/year-clocks/check', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json' },
      });
    expect(problemIn(await send('{')).code).toBe('invalid-json');
    expect(problemIn(await send(JSON.stringify({ title: 'x'.repeat(300_000) }))).code).toBe('body-too-large');
    expect(problemIn(await send('{"__proto__":{}}')).code).toBe('unknown-field');
  });
});
