import { readdirSync, readFileSync } from 'node:fs';

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
