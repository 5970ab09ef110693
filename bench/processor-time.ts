import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';

/** Linux counts in hundredths of a second. */
const tickMs = 10;

type Stat = { parent: number; usedMs: number; endedMs: number };

/** The processor time that a process has used so far, in milliseconds; 0 when there is none of that id. Linux only. */
export function processorMs(pid: number): number {
  return statOf(pid)?.usedMs ?? 0;
}

/** The same for a process and those that it has started, as PostgreSQL's connections are. */
export function familyMs(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.usedMs ?? 0), processorMs(pid) + (statOf(pid)?.endedMs ?? 0));
}

/** Seconds of a processor's time by what they were spent for. */
export type ProcessorTime = Record<string, number>;

/**
 * The processor time that was used so far by the server's backends, by login or kind, and by the processes that are named; Linux only.
 * Unlike rates, it hardly depends on what else the machine has to do.
 */
export async function processorTime(client: Client, processes: Record<string, number>): Promise<ProcessorTime> {
  const { rows } = await client.query<{ pid: number; who: string }>(
    `select pid, coalesce(nullif(usename, 'postgres'), backend_type) as who from pg_stat_activity where pid <> pg_backend_pid()`,
  );
  const used: ProcessorTime = {};
  for (const { pid, who } of [...rows, ...Object.entries(processes).map(([who, pid]) => ({ pid, who }))])
    used[who] = (used[who] ?? 0) + processorMs(pid) / 1000;
  return used;
}

/** What was used between two moments, in milliseconds for each thousand of so many things. */
export function perThousand(before: ProcessorTime, after: ProcessorTime, things: number): ProcessorTime {
  const spent = Object.entries(after).map(([who, seconds]): [string, number] => [who, seconds - (before[who] ?? 0)]);
  const all = spent.reduce((sum, [, seconds]) => sum + seconds, 0);
  return Object.fromEntries(
    [['all', all] as const, ...spent]
      .map(([who, seconds]): [string, number] => [who, Math.round((seconds * 1e7) / things) / 10])
      .filter(([, ms]) => ms > 0),
  );
}

function statOf(pid: number): Stat | undefined {
  try {
    // After the name, which may hold anything: the state, the parent, and nine more before what was used, by it and by its children that
    // have ended, each in the process and for it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), usedMs: (user + system) * tickMs, endedMs: (endedUser + endedSystem) * tickMs };
  } catch {
    return undefined;
  }
}
