import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

const ticksPerSecond = 100;

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
    used[who] = (used[who] ?? 0) + secondsOf(pid);
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

function secondsOf(pid: number): number {
  try {
    // After the name, which may hold spaces and ends with the last bracket: user time is the 14th field of all, system time the 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}
