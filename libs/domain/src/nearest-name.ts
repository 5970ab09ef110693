/** Edits beyond this make another name, not a slip of the hand. */
const mostEdits = 3;

/** The name that was probably meant: of those a few typing errors away the nearest. Undefined where none is near. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  let nearest: { name: string; edits: number } | undefined;
  for (const name of names) {
    // Short names are near to everything: a third of the letters may differ at most.
    const allowed = Math.min(mostEdits, Math.floor(name.length / 3), (nearest?.edits ?? Infinity) - 1);
    if (Math.abs(name.length - written.length) > allowed) continue;
    const edits = editsBetween(written, name);
    if (edits <= allowed) nearest = { name, edits };
  }
  return nearest?.name;
}

/** How many letters have to be put in, left out or changed (Levenshtein); capital and small letters count as one. */
function editsBetween(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
