import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { answered, connect, taken } from '@app/client';
import { type RunningApi, runApi } from './running-api';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');

let api: RunningApi;
beforeAll(async () => {
  api = await runApi({ at: '2026-01-07T09:00:00+02:00' });
});
afterAll(() => api.close());

/** What the example of the package says. */
async function example(): Promise<string[]> {
  const { stdout } = await run(process.execPath, ['libs/client/examples/year.mjs', 'data/paijat-hame-2026.yaml'], {
    cwd: ROOT,
    env: { ...process.env, VUOSIKELLO_URL: api.url, VUOSIKELLO_KEY: api.keys.coordinator },
  });
  return stdout.trim().split('\n');
}

describe('the generated client', () => {
  it('puts a year into force and takes three steps, as the example of its package does', async () => {
    await run('npm', ['run', '--silent', 'build', '-w', 'libs/client'], { cwd: ROOT });
    const lines = await example();
    expect(lines).toContain('2026: activated, revision 1');
    expect(lines.filter((line) => line.endsWith(': Odottaa kutsua → Odottaa tilaisuutta'))).toHaveLength(3);
  });

  it('takes a step once, however often the same key brings it', async () => {
    const client = connect({ baseUrl: api.url, token: api.keys.coordinator });
    const id = '09.hyte-negotiation-2026';
    const { data: before, etag } = await answered(client.GET('/v1/workflows/{id}', { params: { path: { id } } }));
    const plan = () =>
      client.POST('/v1/workflows/{id}/commands', {
        params: { path: { id }, header: { 'If-Match': etag ?? '', 'Idempotency-Key': 'planning' } },
        body: { command: 'record-planning', data: { heldOn: '2026-01-05' } },
      });
    const [first, second] = await Promise.all([answered(plan()), answered(plan())]);
    expect(second.etag).toBe(first.etag);
    expect(taken(first.data).version).toBeGreaterThan(before.version);
    await expect(
      answered(
        client.POST('/v1/workflows/{id}/commands', {
          params: { path: { id }, header: { 'If-Match': etag ?? '' } },
          body: { command: 'record-planning', data: {} },
        }),
      ),
    ).rejects.toMatchObject({ status: 412, code: 'version-stale' });
  });

  it('takes three other steps where the days have passed, and says which were refused', async () => {
    await api.setClock('2027-06-01T09:00:00+03:00');
    const lines = await example();
    expect(lines.filter((line) => line.includes(': not announce (event/too-late): '))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(' → '))).toHaveLength(3);
  });
});
