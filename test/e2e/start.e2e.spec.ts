import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPython, runPython } from '../foreign/python';
import { command, startCommand, type Running } from './command-line';
import { until } from './until';

type ApiBody = { version: number; state: string; items: { type: string }[] };

const WORKFLOW = '09.hyte-negotiation-2026';

describe('vuosikello start: the same programs in real time', () => {
  let home: string;
  let settings: Record<string, string>;
  let running: Running;
  let key: string;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'vuosikello-start-'));
    settings = { VUOSIKELLO_HOME: home, MAIL_MODE: 'inbox', PORT: '0', LOG_CHECKPOINT_SECONDS: '1' };
    running = await started();
    await well('import', 'organisations', 'data/paijat-hame-organisations.yaml');
    key = (await well('keys', 'create', '--role', 'coordinator', '--county', '09')).trim();
    await well('plan', 'activate', 'data/paijat-hame-2026.yaml');
  });
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
    rmSync(home, { recursive: true, force: true });
  });

  async function started(): Promise<Running> {
    const start = startCommand(['start'], settings);
    await until('Vuosikello runs', () => {
      if (start.process.exitCode !== null) throw new Error(`start ended: ${start.said.stderr}`);
      return start.said.stdout.includes('Ctrl-C stops everything') || undefined;
    });
    return start;
  }

  async function well(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await command(words, settings);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  }

  const apiUrl = (): string => JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')).apiUrl;

  /** Asks the API, patiently: it may be on its way back. */
  async function api(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<{ status: number; etag: string | null; body: ApiBody }> {
    return until(`the API answers ${path}`, async () => {
      try {
        const answer = await fetch(`${apiUrl()}${path}`, {
          ...init,
          headers: { Authorization: `Bearer ${key}`, ...init.headers },
        });
        if (answer.status === 503) return undefined;
        return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as ApiBody };
      } catch {
        return undefined;
      }
    });
  }

  const give = (name: string, data: object, etag: string | null) =>
    api(`/v1/workflows/${WORKFLOW}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': etag ?? '', 'Idempotency-Key': name },
      body: JSON.stringify({ command: name, data }),
    });

  /** The engine and the API: what `start` has started and answers for. */
  function programs(): number[] {
    const pid = String(running.process.pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    return children.filter((child) =>
      /apps\/(engine|admin-api)\//.test(readFileSync(`/proc/${child}/cmdline`, 'utf8')),
    );
  }

  it('says where the API is, that no mail leaves, and keeps its passwords to itself', () => {
    expect(running.said.stdout).toContain(`${apiUrl()}/v1`);
    expect(running.said.stdout).toContain('NO MAIL LEAVES THIS MACHINE');
    expect(statSync(join(home, 'run.json')).mode & 0o777).toBe(0o600);
    expect(key).toMatch(/^vk_/);
  });

  it('refuses a second start in the same home', async () => {
    const second = await command(['start'], settings);
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(`already runs in ${home} (process ${running.process.pid})`);
  });

  it('loses nothing when the engine and the API are killed between two steps', async () => {
    const before = await api(`/v1/workflows/${WORKFLOW}`);
    const planned = await give('record-planning', { heldOn: '2026-03-12' }, before.etag);
    expect(planned.status).toBe(200);

    const killed = programs();
    expect(killed).toHaveLength(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await until(
      'both are back',
      () => (programs().length === 2 && programs().every((pid) => !killed.includes(pid))) || undefined,
    );

    const again = await give('record-planning', { heldOn: '2026-03-12' }, before.etag);
    expect({ status: again.status, version: again.body.version }).toEqual({
      status: 200,
      version: planned.body.version,
    });
    // The planned date of this step is long gone, so the clock may still note that: then one looks again, as a person would.
    const fixed = await until('the date is fixed', async () => {
      const { etag } = await api(`/v1/workflows/${WORKFLOW}`);
      const answer = await give('fix-date', { negotiation: { on: '2026-08-27', at: '08:30', basis: 'agreed' } }, etag);
      return answer.status === 412 ? undefined : answer;
    });
    expect({ status: fixed.status, state: fixed.body.state }).toEqual({
      status: 200,
      state: 'open.awaiting-invitation',
    });
    const { body } = await api(`/v1/workflows/${WORKFLOW}/events?limit=100`);
    expect(body.items.filter(({ type }) => type === 'PlanningHeld')).toHaveLength(1);
  });

  withPython('the log that is served, read by a stranger').it(
    'is a log to a program that has nothing of ours',
    async () => {
      const old = join(home, 'checkpoint.old');
      const checkpoint = async (after: number): Promise<string> =>
        until(`a checkpoint beyond ${after}`, async () => {
          const answer = await fetch(`${apiUrl()}/log/09/checkpoint`).catch(() => undefined);
          const note = answer?.ok ? await answer.text() : '';
          return sizeOf(note) > after ? note : undefined;
        });
      const before = await checkpoint(0);
      writeFileSync(old, before);
      const paused = await until('a step that the clock does not come before', async () => {
        const { etag } = await api(`/v1/workflows/${WORKFLOW}`);
        const answer = await give('pause', { reason: 'Odotetaan.' }, etag);
        return answer.status === 412 ? undefined : answer;
      });
      expect(paused.status).toBe(200);
      await checkpoint(sizeOf(before));

      const auditor = (await well('keys', 'create', '--role', 'auditor', '--county', '09')).trim();
      const verifierKeys = (await well('keys', 'log', '--county', '09')).trim().split('\n');
      const header = ['--header', `Authorization: Bearer ${auditor}`];
      const said = await runPython('tlog-verifier', '--old', old, ...header, `${apiUrl()}/log/09`, ...verifierKeys);
      expect(said).toMatchObject({ status: 0, err: '' });
      expect(said.out).toMatch(/^OK 127\.0\.0\.1\/log\/09 at size \d+: signed by the log \(1\)/);
      expect(said.out).toContain(`that it continues size ${sizeOf(before)}`);
    },
  );

  it('starts the database again when it was killed', async () => {
    const before = await api(`/v1/workflows/${WORKFLOW}`);
    const [pid = ''] = readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await until('the database is started again', () => running.said.stderr.includes('The database ended') || undefined);
    const { body } = await api(`/v1/workflows/${WORKFLOW}`);
    expect(body.state).toBe(before.body.state);
  });

  it('stops everything when asked, and finds its data again', async () => {
    const before = await api(`/v1/workflows/${WORKFLOW}`);
    const pids = programs();
    running.process.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(readdirSync(home)).not.toContain('run.json');
    expect(readdirSync(join(home, 'postgres'))).not.toContain('postmaster.pid');
    expect(JSON.parse(await well('log', 'replay'))).toEqual({ streams: 16, differences: [] });

    running = await started();
    // The engine goes on where it was: what fell due meanwhile may have been added, nothing is gone.
    const { body } = await api(`/v1/workflows/${WORKFLOW}`);
    expect(body.state).toBe(before.body.state);
    expect(body.version).toBeGreaterThanOrEqual(before.body.version);
  });

  it('takes over the database that a killed start left behind, and its programs end by themselves', async () => {
    const pids = programs();
    running.process.kill('SIGKILL');
    await running.ended;
    await until('the engine and the API have ended', () => pids.filter(isAlive).length === 0 || undefined);

    running = await started();
    expect(running.said.stderr).toContain('Took over the database');
    expect((await api(`/v1/workflows/${WORKFLOW}`)).body.state).toBe('open.awaiting-invitation');
  });
});

/** How many entries a checkpoint covers; nought where it is none. */
function sizeOf(checkpoint: string): number {
  return Number(checkpoint.split('\n')[1] ?? 0);
}

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
