import type { CivilDate } from '@app/domain';
import { isCivilDate } from '@app/domain';

/** What stands in a workflow's context (`own`), by the name of the property it stands under: where sensible data is drawn from. */
export type Known = { strings: Map<string, string[]>; objects: Map<string, object[]>; dates: CivilDate[]; own: object };

/** Enough of each name: what a list holds is much alike. */
const most = 6;

const readBefore = new WeakMap<object, Known>();

/** Reads a context, or start data. */
export function knownIn(value: unknown): Known {
  const own = typeof value === 'object' && value !== null ? value : {};
  const before = readBefore.get(own);
  if (before) return before;
  const known: Known = { strings: new Map(), objects: new Map(), dates: [], own };
  for (const [name, inner] of Object.entries(own)) read(known, name, inner);
  readBefore.set(own, known);
  return known;
}

function read(known: Known, name: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length === 10 && isCivilDate(value)) known.dates.push(value);
    else add(known.strings, name, value);
  } else if (Array.isArray(value)) {
    for (const one of value.slice(0, most)) read(known, name, one);
  } else if (typeof value === 'object' && value !== null) {
    add(known.objects, name, value);
    for (const [inner, of] of Object.entries(value)) read(known, inner, of);
  }
}

function add<One>(map: Map<string, One[]>, name: string, value: One): void {
  const list = map.get(name) ?? [];
  if (list.length >= most) return;
  list.push(value);
  map.set(name, list);
}
