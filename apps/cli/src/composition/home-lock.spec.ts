import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeAt, type Home } from './home';
import { runningStart, takeHome } from './home-lock';
import { ownIdentity } from './process-identity';
import { readRunFile, writeRunFile } from './run-file';

describe('who has a home in hand', () => {
  let home: Home;
  beforeEach(() => (home = homeAt(mkdtempSync(join(tmpdir(), 'vuosikello-home-')))));
  afterEach(() => rmSync(home.folder, { recursive: true, force: true }));

  function hold(kind: 'start' | 'command', identity: object): void {
    writeFileSync(home.lock, JSON.stringify({ ...identity, kind }));
  }

  it('a second start is told of the first one', async () => {
    hold('start', ownIdentity());
    await expect(takeHome(home, 'start')).resolves.toMatchObject({ pid: process.pid, kind: 'start' });
    expect(runningStart(home)).toMatchObject({ pid: process.pid });
  });

  it('a command waits for another command', async () => {
    const giveBack = await takeHome(home, 'command');
    const second = takeHome(home, 'command');
    if (typeof giveBack !== 'function') throw new Error('The home is free');
    giveBack();
    expect(typeof (await second)).toBe('function');
  });

  it('passes over a holder that died, also when its process id lives on in another process', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    hold('start', { pid: child.pid, startedAt: null });
    expect(typeof (await takeHome(home, 'start'))).toBe('function');
    hold('start', { ...ownIdentity(), startedAt: '1' });
    expect(runningStart(home)).toBeUndefined();
    expect(typeof (await takeHome(home, 'start'))).toBe('function');
  });

  it('a run file counts only while the start that wrote it runs', () => {
    const run = {
      pid: process.pid,
      database: { app: 'postgresql://a', engine: 'postgresql://e' },
      apiUrl: 'http://x',
      apiPort: 1,
      mailMode: 'inbox',
    };
    writeRunFile(home, run);
    expect(readRunFile(home)).toBeUndefined();
    hold('start', ownIdentity());
    expect(readRunFile(home)).toEqual(run);
  });
});
