import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addMs, instant, type Instant } from '@app/domain';
import { type EmbeddedPostgres, startPostgres } from '@app/embedded';
import { previewSample } from '@app/mail';
import { migrate, openStore, openVirtualClock, type Store } from '@app/store';
import { openPool } from '../apps/engine/src/mail/smtp-pool';
import { countStates, oweMails } from '../test/faults/owed-county';
import { familyMs, processorMs } from './processor-time';

const connections = 8;
const allCounties = Array.from({ length: 21 }, (_, index) => String(index + 1).padStart(2, '0'));
/** Monday 25 May 2026, eight in the morning in Helsinki: the first moment at which mails leave. */
const eight = instant('2026-05-25T05:00:00Z');
const limitMs = 600_000;

type Sink = { url: string; pid: number; taken(): Promise<number>; stop(): Promise<void> };
/** `processorMs`: of the sending process, for each mail. */
type Raw = { perSecond: number; processorMs: number };
type Scene = { postgres: EmbeddedPostgres; sink: Sink; name: string; store: Store };

/** Measures raw nodemailer, our sender with its states recorded, and a national morning; prints the figures as JSON. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mails: { type: 'string', default: '6000' },
      morning: { type: 'string', default: '20000' },
      'per-minute': { type: 'string', default: '12000' },
    },
  });
  const mails = Number(values.mails);
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-bench-'));
  const sink = await startSink();
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    const raw = await rawRate(sink, mails);
    const ours = await inDatabase(postgres, sink, 'sending', (scene) => ourRate(scene, mails));
    const rawAgain = await rawRate(sink, mails);
    const ratio = round(ours.perSecond / ((raw.perSecond + rawAgain.perSecond) / 2));
    const morning = Number(values.morning);
    const national =
      morning > 0 &&
      (await inDatabase(postgres, sink, 'morning', (scene) =>
        nationalMorning(scene, morning, Number(values['per-minute'])),
      ));
    console.log(JSON.stringify({ mails, raw: [raw, rawAgain], ours, ratio, ...(national && { national }) }, null, 2));
    if (ratio < 0.6 || (national && national.late > 0)) process.exitCode = 1;
  } finally {
    await postgres.stop();
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nodemailer alone over a pool, with the text and the HTML that ours sends. */
async function rawRate(sink: Sink, mails: number): Promise<Raw> {
  const pool = openPool({ url: sink.url, timeoutMs: 20_000, connections });
  const { subject, text, html } = previewSample('information-request', 'fi');
  const send = (index: number) =>
    pool.sendMail({
      from: { name: 'Päijät-Hämeen hyvinvointialue', address: 'vuosikello@alue.example.invalid' },
      to: { name: 'Aino Esimerkki', address: `kunta-${index}@kunta.example.invalid` },
      subject,
      text,
      html,
    });
  await Promise.all(Array.from({ length: 200 }, (_, index) => send(index)));
  const used = process.cpuUsage();
  const startedAt = performance.now();
  let begun = 0;
  const sender = async (): Promise<void> => {
    while (begun < mails) await send(begun++);
  };
  await Promise.all(Array.from({ length: connections * 2 }, sender));
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(used);
  pool.close();
  return { perSecond: Math.round(mails / seconds), processorMs: round((user + system) / 1_000 / mails) };
}

/** The engine in a process of its own on owed mails of one moment, without a rate limit that would bind. */
async function ourRate(scene: Scene, mails: number) {
  await setClock(scene, eight);
  // One to each reader: what one person gets on a day is one mail.
  await oweMails(scene.store, allCounties, Math.ceil(mails / allCounties.length), mails);
  await sealLogs(scene);
  const before = await scene.sink.taken();
  const usedBefore = usedMs(scene);
  const engine = await startEngine(scene, { MAIL_PER_MINUTE: '1000000', MAIL_PER_MINUTE_AND_DOMAIN: '1000000' });
  const clock = await openVirtualClock(scene.postgres.url('owner', scene.name));
  const startingMs = processorMs(engine.pid ?? 0);
  const startedAt = performance.now();
  const tick = (): Promise<void> => clock.set(addMs(eight, Math.round(performance.now() - startedAt)));
  // The last one may find the clock closed.
  const ticking = setInterval(() => void tick().catch(() => undefined), 200);
  try {
    const seconds = await untilTaken(scene, before, mails, startedAt);
    await untilSettled(scene);
    const settledSeconds = (performance.now() - startedAt) / 1_000;
    const usedAfter = usedMs(scene);
    return {
      perSecond: Math.round(mails / settledSeconds),
      takenAfterSeconds: round(seconds),
      recordedAfterSeconds: round(settledSeconds),
      processorMs: {
        engine: round((processorMs(engine.pid ?? 0) - startingMs) / mails),
        postgres: round((usedAfter.postgres - usedBefore.postgres) / mails),
        server: round((usedAfter.server - usedBefore.server) / mails),
      },
      states: await countStates(scene.store, allCounties),
    };
  } finally {
    clearInterval(ticking);
    await clock.close();
    await stop(engine);
  }
}

/** All counties' mails owed at eight o'clock; business time goes on as real time does. */
async function nationalMorning(scene: Scene, mails: number, perMinute: number) {
  await setClock(scene, eight);
  // One to each reader: what one person gets on a day is one mail.
  await oweMails(scene.store, allCounties, Math.ceil(mails / allCounties.length), mails);
  await sealLogs(scene);
  const before = await scene.sink.taken();
  const engine = await startEngine(scene, {
    MAIL_PER_MINUTE: String(perMinute),
    MAIL_PER_MINUTE_AND_DOMAIN: String(perMinute),
  });
  const clock = await openVirtualClock(scene.postgres.url('owner', scene.name));
  try {
    const startedAt = performance.now();
    const rssMb: number[] = [];
    let taken = 0;
    while (taken < mails && performance.now() - startedAt < limitMs) {
      await clock.set(addMs(eight, Math.round(performance.now() - startedAt)));
      taken = (await scene.sink.taken()) - before;
      if (rssMb.length <= taken / (mails / 10)) rssMb.push(rssOf(engine));
      await pause(200);
    }
    await untilSettled(scene);
    const seconds = (performance.now() - startedAt) / 1_000;
    rssMb.push(rssOf(engine));
    // The first minute's mails may leave at once; every further minute gives as many.
    const allowedSeconds = Math.max(0, Math.ceil(mails / perMinute) - 1) * 60 + 60;
    return {
      mails,
      perMinute,
      seconds: round(seconds),
      allowedSeconds,
      late: seconds > allowedSeconds ? 1 : 0,
      rssMb,
      states: await countStates(scene.store, allCounties),
    };
  } finally {
    await clock.close();
    await stop(engine);
  }
}

async function untilTaken({ sink }: Scene, before: number, mails: number, startedAt: number): Promise<number> {
  for (;;) {
    const seconds = (performance.now() - startedAt) / 1_000;
    if ((await sink.taken()) - before >= mails) return seconds;
    if (seconds * 1_000 > limitMs) throw new Error('The mails did not leave');
    await pause(50);
  }
}

/** A mail is only sent when that is recorded. */
async function untilSettled({ store }: Scene): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const states = await countStates(store, allCounties);
    if (Object.keys(states).every((state) => state === 'accepted')) return;
    if (performance.now() - startedAt > limitMs) throw new Error(`Not recorded: ${JSON.stringify(states)}`);
    await pause(50);
  }
}

async function inDatabase<T>(
  postgres: EmbeddedPostgres,
  sink: Sink,
  name: string,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  await postgres.createDatabase(name);
  await migrate(postgres.url('owner', name), {
    appLogins: ['vuosikello_app_login'],
    engineLogins: ['vuosikello_engine_login'],
  });
  const store = await openStore({ databaseUrl: postgres.url('app', name), applicationName: 'bench' });
  try {
    return await work({ postgres, sink, name, store });
  } finally {
    await store.close();
  }
}

/** What was recorded before has been sealed by the time that its mails are due. */
async function sealLogs({ postgres, name }: Scene): Promise<void> {
  const store = await openStore({ databaseUrl: postgres.url('engine', name), applicationName: 'bench' });
  try {
    for (const county of allCounties) while ((await store.log.sequence(county)).outcome === 'appended');
  } finally {
    await store.close();
  }
}

function usedMs({ postgres, sink }: Scene): { postgres: number; server: number } {
  const postmaster = Number.parseInt(readFileSync(join(postgres.dataDir, 'postmaster.pid'), 'utf8'), 10);
  return { postgres: familyMs(postmaster), server: processorMs(sink.pid) };
}

async function setClock({ postgres, name }: Scene, now: Instant): Promise<void> {
  const clock = await openVirtualClock(postgres.url('owner', name));
  await clock.set(now).finally(() => clock.close());
}

async function startEngine({ postgres, sink, name }: Scene, limits: Record<string, string>): Promise<ChildProcess> {
  const engine = fork(join(__dirname, '..', 'apps', 'engine', 'src', 'main.js'), {
    env: {
      DATABASE_URL: postgres.url('engine', name),
      QUEUE_URL: postgres.url('queue', name),
      SMTP_URL: sink.url,
      MAIL_FROM: 'vuosikello@vuosikello.example.invalid',
      LOG_LEVEL: 'warn',
      ...limits,
    },
  });
  await once(engine, 'message');
  return engine;
}

async function startSink(): Promise<Sink> {
  const child = fork(join(__dirname, 'mail-sink.js'));
  const ask = async <T>(question?: string): Promise<T> => {
    const answer = once(child, 'message');
    if (question !== undefined) child.send(question);
    const [message] = (await answer) as [T];
    return message;
  };
  const { url } = await ask<{ url: string }>();
  return {
    url,
    pid: child.pid ?? 0,
    taken: async () => (await ask<{ taken: number }>('taken?')).taken,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

/** Resident memory of a process, in megabytes. */
function rssOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
