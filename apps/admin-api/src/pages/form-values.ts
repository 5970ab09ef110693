import type { Language } from '@app/domain';
import { type Field, type FormShape, type List, valueAt } from './form-shape';

/** What somebody wrote into a form, by field name. */
export type FormValues = ReadonlyMap<string, string>;

type Value = string | number | Data | Data[];
type Data = { [name: string]: Value };

const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const decimal = /^[-−]?\d+(?:[.,]\d+)?$/;

/** The command's data in what was written. An empty field is left out, an empty row and an empty list too, a group never is. */
export function dataIn({ fields, groups, lists }: FormShape, values: FormValues): Data {
  const alone = fields.filter(({ row }) => row === undefined);
  const empty = groups.map((path) => ({ path, value: {} }));
  const rows = lists.flatMap((list) => {
    const filled = rowsIn(list, fields, values);
    return filled.length > 0 ? [{ path: list.path, value: filled.map((row) => written(row, values)) }] : [];
  });
  return withValues([...empty, ...alone.flatMap((field) => writtenAt(field, field.path, values)), ...rows]);
}

/** What a form shows of data that was given before: the same as would have been typed. */
export function valuesIn({ fields }: Pick<FormShape, 'fields'>, data: unknown, language: Language): FormValues {
  const written = fields.map(({ name, path }) => [name, typed(valueAt(data, path), language)] as const);
  return new Map(written.filter(([, value]) => value !== ''));
}

/** A value as people write it. */
export function typed(value: unknown, language: Language): string {
  if (typeof value === 'number') return language === 'en' ? String(value) : String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}

/** The rows of a list in which something was written, in their order. */
export function rowsIn(list: List, fields: readonly Field[], values: FormValues): Field[][] {
  const rows = Array.from({ length: list.rows }, (_, index) =>
    fields.filter(({ row }) => row?.list.name === list.name && row.index === index),
  );
  return rows.filter((row) => row.some(({ name }) => (values.get(name)?.trim() ?? '') !== ''));
}

function written(row: readonly Field[], values: FormValues): Data {
  return withValues(row.flatMap((field) => writtenAt(field, field.path.slice(-1), values)));
}

type Placed = { path: readonly string[]; value: Value };

function writtenAt({ name, kind }: Field, path: readonly string[], values: FormValues): Placed[] {
  const value = values.get(name)?.trim() ?? '';
  if (value === '') return [];
  if (kind === 'number') return [{ path, value: numberIn(value) }];
  if (kind === 'time') return [{ path, value: timeIn(value) }];
  return [{ path, value: kind === 'date' ? isoDay(value) : value }];
}

function withValues(placed: readonly Placed[]): Data {
  return placed.reduce<Data>((data, { path, value }) => withValue(data, path, value), {});
}

// Built without assignment, so that a field named like a part of every object stays a plain field.
function withValue(data: Data, [name, ...rest]: readonly string[], value: Value): Data {
  if (name === undefined) return data;
  const inside = Object.hasOwn(data, name) ? data[name] : undefined;
  const group = typeof inside === 'object' && !Array.isArray(inside) ? inside : {};
  return Object.fromEntries([
    ...Object.entries(data),
    [name, rest.length === 0 ? value : withValue(group, rest, value)],
  ]);
}

/** People write 24,8 and 1 200. What is no number stays as it was written, for the form to say so. */
function numberIn(text: string): number | string {
  const plain = text.replaceAll(/\s/g, '');
  return decimal.test(plain) ? Number(plain.replace('−', '-').replace(',', '.')) : text;
}

/** People write 8.30 as the pages do, or 08:30. */
function timeIn(written: string): string {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(written) ?? [];
  return hour === undefined || minute === undefined ? written : `${hour.padStart(2, '0')}:${minute}`;
}

/** Where a browser has no calendar, people write 17.8.2026. */
function isoDay(written: string): string {
  const [, day, month, year] = dotted.exec(written) ?? [];
  if (day === undefined || month === undefined || year === undefined) return written;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
