import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@app/embedded';
import { openStore, type Store } from '@app/store';
import { createAdminApi } from '../apps/admin-api/src/admin-api';
import { listen } from '../apps/admin-api/src/http/listen';
import { fillCounty } from './log-of-size';

const county = '09';
const runs = 3;
/** What speed.md asks for: twice openworkflow through the library, and lines over HTTP. */
const targets = { library: 128_000, ndjson: 50_000 };

/** `cpuMicroseconds`: of this process, for each event; it tells more than the rate does on a machine that has other work. */
type Figures = { perSecond: number; runs: number[]; cpuMicroseconds: number; megabytes?: number };

/** Reads a county's whole log through the store and over HTTP, and prints as JSON how fast that was and how much memory it took. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    const name = 'log_reading';
    await postgres.createDatabase(name);
    const url = (role: 'superuser' | 'owner' | 'app') => postgres.url(role, name);
    const login = new URL(url('app')).username;
    const events = await fillCounty(
      { superuser: url('superuser'), owner: url('owner'), app: url('app'), login },
      Number(values.events),
    );
    const store = await openStore({ databaseUrl: url('app'), applicationName: 'bench' });
    try {
      const library = await measured(events, () => readWhole(store));
      const { key } = await store.keys.create({ county, role: 'auditor' });
      const app = await createAdminApi({ store, log: () => undefined, https: false });
      const port = await listen(app, { host: '127.0.0.1', port: 0 });
      const address = `http://127.0.0.1:${port}/v1/events`;
      const before = rss();
      const ndjson = await measured(events, () => readOver(address, key, 'application/x-ndjson'));
      const csv = await measured(events, () => readOver(address, key, 'text/csv'));
      const memory = { beforeMb: before, afterMb: rss() };
      await app.close();
      console.log(JSON.stringify({ events, library, ndjson, csv, memory, targets }, null, 2));
      if (library.perSecond < targets.library || ndjson.perSecond < targets.ndjson) process.exitCode = 1;
    } finally {
      await store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `ms`: how long the reading itself took. */
type Read = { events: number; bytes: number; ms: number };

async function measured(events: number, read: () => Promise<Read>): Promise<Figures> {
  const rates: number[] = [];
  let bytes = 0;
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) {
    const done = await read();
    rates.push(Math.round(events / (done.ms / 1_000)));
    if (done.events !== events) throw new Error(`${done.events} events were read, not ${events}`);
    bytes = done.bytes;
  }
  const { user, system } = process.cpuUsage(before);
  const cpuMicroseconds = Math.round(((user + system) / events / runs) * 10) / 10;
  const median = rates.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return { perSecond: median, runs: rates, cpuMicroseconds, ...(bytes > 0 && { megabytes: Math.round(bytes / 1e6) }) };
}

async function readWhole(store: Store): Promise<Read> {
  const startedAt = performance.now();
  let events = 0;
  for await (const page of store.events.pages(county, {}, { after: -1, limit: 2_000 })) events += page.events.length;
  return { events, bytes: 0, ms: performance.now() - startedAt };
}

/** Another process reads, as a client does. */
async function readOver(address: string, key: string, form: string): Promise<Read> {
  const reader = fork(__filename, ['read', address, key, form]);
  const [told] = (await once(reader, 'message')) as [{ lines: number; bytes: number; ms: number }];
  return { events: told.lines - (form === 'text/csv' ? 1 : 0), bytes: told.bytes, ms: told.ms };
}

function countLines([address = '', key = '', form = '']: readonly string[]): void {
  const headers = { Authorization: `Bearer ${key}`, Accept: form, 'Accept-Language': 'fi' };
  const startedAt = performance.now();
  get(address, { headers }, (response) => {
    let [lines, bytes] = [0, 0];
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    });
    response.on('end', () => process.send?.({ lines, bytes, ms: performance.now() - startedAt }));
  });
}

function rss(): number {
  return Math.round(process.memoryUsage.rss() / 1e6);
}

if (process.argv[2] === 'read') countLines(process.argv.slice(3));
else void main();
