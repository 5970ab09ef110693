import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addMs, instant } from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import { keptCode } from '../../../test/support/kept-code';
import { EngineScene } from '../test/running-engine';

const main = join(__dirname, '..', '..', '..', 'dist', 'apps', 'engine', 'src', 'main.js');
/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');

type Program = { child: ChildProcess; said: () => string; ended: Promise<number | string> };

/** The built engine in a process of its own, with nothing but the given settings. */
function run(settings: Record<string, string>): Program {
  const child = spawn(process.execPath, [main], {
    env: { ...keptCode, ...settings },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const ended = once(child, 'exit').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? 'unknown');
  return { child, said: () => said, ended };
}

async function portOf({ child, ended, said }: Program): Promise<number> {
  const first = await Promise.race([once(child, 'message'), ended]);
  if (!Array.isArray(first)) throw new Error(`The engine ended (${first}): ${said()}`);
  const [message] = first as [{ ready: boolean; port: number }];
  expect(message).toEqual({ ready: true, port: expect.any(Number) });
  return message.port;
}

it('does not start with settings that are wrong, and says which and what is right', async () => {
  const program = run({ MAIL_MODE: 'off', DATABASE_URL: 'postgresql://a@127.0.0.1/b', SMTP_URL: 'smtp://127.0.0.1' });
  expect(await program.ended).toBe(3);
  expect(program.said()).toContain('MAIL_MODE: must be smtp, inbox, hold or redirect:<address>');
});

describe('the engine as a process', () => {
  let scene: EngineScene;
  let fault: SmtpFault;
  let programs: Program[];

  beforeEach(async () => {
    fault = () => 'accept';
    programs = [];
    scene = await EngineScene.open(monday, { fault: (message, session) => fault(message, session) });
  });

  afterEach(async () => {
    for (const { child, ended } of programs) {
      child.kill('SIGKILL');
      await ended;
    }
    await scene.close();
  });

  function start(): Program {
    const program = run({
      DATABASE_URL: scene.database.engineUrl,
      QUEUE_URL: scene.database.queueUrl,
      SMTP_URL: scene.inbox.url,
      MAIL_MODE: 'inbox',
      LEASE_SECONDS: '15',
      RECONCILE_SECONDS: '1',
      SMTP_TIMEOUT_SECONDS: '5',
    });
    programs.push(program);
    return program;
  }

  it('says when it is ready, and ends in good order when whoever started it is gone', async () => {
    const program = start();
    const port = await portOf(program);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    program.child.disconnect();
    expect(await program.ended).toBe(0);
  });

  it('ends in good order when it is told to, and finishes what it has begun', async () => {
    let answer = () => {};
    const asked = new Promise<void>((begun) => {
      fault = async () => {
        begun();
        await new Promise<void>((go) => (answer = go));
        return 'accept' as const;
      };
    });
    const program = start();
    await portOf(program);
    const workflow = await scene.askAsikkala();
    await asked;
    program.child.kill('SIGTERM');
    answer();
    expect(await program.ended).toBe(0);
    await scene.mail(workflow, 'advance-assignment', 'accepted', 1_000);
    expect(program.said()).not.toContain('"level":"error"');
  });

  it('leaves nothing undone when it is killed as it sends', async () => {
    const handedOver = new Promise<void>((begun) => {
      fault = () => {
        begun();
        return 'hang';
      };
    });
    const killed = start();
    await portOf(killed);
    const workflow = await scene.askAsikkala();
    await handedOver;
    killed.child.kill('SIGKILL');
    await killed.ended;
    fault = () => 'accept';
    await portOf(start());
    await scene.mail(workflow, 'advance-assignment', 'unknown');
    await scene.setClock(addMs(monday, 15 * 60_000));
    expect(await scene.mail(workflow, 'advance-assignment', 'accepted')).toMatchObject({ attempts: 2, repeats: 1 });
  });
});
