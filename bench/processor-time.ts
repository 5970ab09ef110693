import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tickMs = 10;

type Stat = { parent: number; usedMs: number };

/** The processor time that a process has used so far, in milliseconds; 0 when there is none of that id. Linux only. */
export function processorMs(pid: number): number {
  return statOf(pid)?.usedMs ?? 0;
}

/** The same for a process and those that it has started and that still run, as PostgreSQL's connections are. */
export function familyMs(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return [processorMs(pid), ...children.map((stat) => stat?.usedMs ?? 0)].reduce((sum, ms) => sum + ms);
}

function statOf(pid: number): Stat | undefined {
  try {
    // After the name, which may hold anything: state, parent, and eleven more before what was used in and for the process.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), usedMs: (Number(fields[11]) + Number(fields[12])) * tickMs };
  } catch {
    return undefined;
  }
}
