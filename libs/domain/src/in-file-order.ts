import type { Finding } from './finding';

/**
 * The findings in the order in which a reader of the file meets what they are about; those about something that is missing come
 * where it would be looked for first, those about nothing in the file last. Otherwise the order stays.
 */
export function inFileOrder(findings: readonly Finding[], data: unknown): Finding[] {
  const places = new WeakMap<object, Map<string, number>>();
  const placed = findings.map((finding) => ({ finding, place: placeOf(finding.path, data, places) }));
  return placed.sort((one, other) => compare(one.place, other.place)).map(({ finding }) => finding);
}

function placeOf(
  path: Finding['path'],
  data: unknown,
  places: WeakMap<object, Map<string, number>>,
): readonly number[] {
  if (path === undefined) return [Infinity];
  let value = data;
  return path.map((key) => {
    if (typeof value !== 'object' || value === null) return -1;
    const place = typeof key === 'number' ? key : (placesIn(value, places).get(key) ?? -1);
    value = (value as Record<PropertyKey, unknown>)[key];
    return place;
  });
}

function placesIn(value: object, places: WeakMap<object, Map<string, number>>): Map<string, number> {
  const known = places.get(value);
  if (known !== undefined) return known;
  const found = new Map(Object.keys(value).map((key, place) => [key, place]));
  places.set(value, found);
  return found;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const [a = 0, b = 0] = [one[index], other[index]];
    if (a !== b) return a < b ? -1 : 1;
  }
  return one.length - other.length;
}
