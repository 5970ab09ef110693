import type { FormShape } from './form-shape';

/** What somebody wrote into a form, by field name. */
export type FormValues = ReadonlyMap<string, string>;

type Data = { [name: string]: string | Data };

const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** The command's data in what was written. An empty field is left out, a group never is. */
export function dataIn({ fields, groups }: FormShape, values: FormValues): Data {
  const written = fields.flatMap(({ path, name, kind }) => {
    const value = values.get(name)?.trim() ?? '';
    return value === '' ? [] : [{ path, value: kind === 'date' ? isoDay(value) : value }];
  });
  const empty = groups.map((path) => ({ path, value: {} }));
  return [...empty, ...written].reduce<Data>((data, { path, value }) => withValue(data, path, value), {});
}

// Built without assignment, so that a field named like a part of every object stays a plain field.
function withValue(data: Data, [name, ...rest]: readonly string[], value: string | Data): Data {
  if (name === undefined) return data;
  const inside = Object.hasOwn(data, name) ? data[name] : undefined;
  const inner = rest.length === 0 ? value : withValue(typeof inside === 'object' ? inside : {}, rest, value);
  return Object.fromEntries([...Object.entries(data), [name, inner]]);
}

/** Where a browser has no calendar, people write 17.8.2026. */
function isoDay(written: string): string {
  const [, day, month, year] = dotted.exec(written) ?? [];
  if (day === undefined || month === undefined || year === undefined) return written;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
