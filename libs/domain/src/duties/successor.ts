import type { CivilDate } from '../calendar/civil-date';
import type { Register } from '../organisations/register';

/** Who goes on in the place of a municipality, and since when. */
export type Successor = { id: string; on: CivilDate };

/**
 * The municipality into which this one had merged by the day, through later mergers too; `another-county` when it left with an
 * area transfer; undefined when the register does not say.
 */
export function successorOf(
  organisation: string,
  { changes }: Pick<Register, 'changes'>,
  today: CivilDate,
): Successor | 'another-county' | undefined {
  const seen = new Set([organisation]);
  let found: Successor | undefined;
  for (let id = organisation; ;) {
    const change = changes.find((candidate) => candidate.on <= today && leaves(candidate, id));
    if (!change) return found;
    if (change.kind === 'transfer') return 'another-county';
    if (seen.has(change.into)) return found;
    seen.add(change.into);
    found = { id: change.into, on: found?.on ?? change.on };
    id = change.into;
  }
}

function leaves(change: Register['changes'][number], id: string): boolean {
  if (change.kind === 'transfer') return change.organisation === id;
  return change.into !== id && change.from.includes(id);
}
