import { type CivilDate, isCivilDate } from '@app/domain';
import { z, type ZodType } from 'zod';
import type { Json } from '../kernel/command';

/** What an example is made for: the day, what the workflow knows already, and the date that is to be met. */
export type Around = { today: CivilDate; context: Json; dueOn: CivilDate };

/** What stands where a person would write something. */
export const unwritten = '[…]';

/** What we read of a JSON Schema. */
type Schema = {
  type?: string | string[];
  const?: Json;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
};

/** Where a form's days are taken from. */
const sources = ['known', 'today', 'due'] as const;

/** How much of a form is filled in: what is asked for; that, and whatever stands inside of it; everything; everything, and lists with two. */
const amounts = ['least', 'inside', 'whole', 'two'] as const;

/** What has to be chosen, by the name of its field: among how many, and how many ways there are in the fields before it. */
type Choices = Map<string, { size: number; before: number }>;

/** One way to fill in a form: how much of it, the way of choosing among all there are, and from where days are taken. */
type Way = Around & {
  amount: (typeof amounts)[number];
  choice: number;
  choices: Choices;
  dates: (typeof sources)[number];
  no: number;
};

/** More ways of choosing than this are not tried. */
const mostChoices = 24;

/** Whether the form asks why: what a person gives reasons for departs from what was planned. */
export function asksWhy(form: ZodType): boolean {
  return schemaOf(form).required?.includes('reason') ?? false;
}

const schemas = new WeakMap<ZodType, Schema>();

/**
 * Data that fits the form in shape, the least that it asks for first: where a day is asked for, the one that the workflow has under that
 * name, then today, then the one that is due; of several choices the first. What a form asks beyond its shape may still fail.
 */
export function* examplesFor(form: ZodType, around: Around): Generator<Json> {
  const schema = schemaOf(form);
  const given = new Set<string>();
  const choices = choicesIn(schema);
  const last = [...choices.values()].at(-1);
  const all = Math.min(last ? last.size * last.before : 1, mostChoices);
  for (let choice = 0; choice < all; choice += 1)
    for (const amount of amounts)
      for (const dates of sources) {
        const example = valueOf(schema, '', { ...around, amount, choice, choices, dates, no: 1 }) ?? null;
        const key = JSON.stringify(example);
        if (given.has(key)) continue;
        given.add(key);
        yield example;
      }
}

function schemaOf(form: ZodType): Schema {
  const known = schemas.get(form);
  if (known) return known;
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(form, schema);
  return schema;
}

/** The choices that the form asks for. */
function choicesIn(schema: Schema, name = '', found: Choices = new Map()): Choices {
  const { enum: values = [], anyOf = [], oneOf = [], properties = {}, required = [] } = schema;
  const size = Math.max(values.length, anyOf.length, oneOf.length);
  const last = [...found.values()].at(-1);
  if (size > 1 && !found.has(name)) found.set(name, { size, before: last ? last.size * last.before : 1 });
  for (const property of required) if (properties[property]) choicesIn(properties[property], property, found);
  return found;
}

/** Undefined where no example is known. */
function valueOf(schema: Schema, name: string, way: Way): Json | undefined {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chosen(schema.enum, name, way);
  const one = chosen(schema.anyOf ?? schema.oneOf ?? [], name, way);
  if (one) return valueOf(one, name, way);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, name, way) as object)) as Json;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, name, way);
    case 'array':
      return listOf(schema, name, way);
    case 'string':
      return stringOf(schema, name, way);
    case 'integer':
    case 'number':
      return Math.min(Math.max(schema.minimum ?? 1, 1), schema.maximum ?? Infinity);
    case 'boolean':
      return true;
    default:
      return undefined;
  }
}

/** The first, where nothing has to be chosen. */
function chosen<One>(values: readonly One[], name: string, { choice, choices }: Way): One | undefined {
  const { size, before } = choices.get(name) ?? { size: 1, before: 1 };
  return values[Math.floor(choice / before) % size];
}

/** As the workflow has it already, where it has it: a date with its time and place. */
function objectOf({ properties = {}, required = [] }: Schema, name: string, way: Way): Json {
  const known = way.dates === 'known' && name !== '' ? objectUnder(name, way.context) : undefined;
  if (known && required.every((property) => property in known))
    return Object.fromEntries(Object.entries(known).filter(([property]) => Object.hasOwn(properties, property)));
  const isWhole = way.amount !== 'least' && (way.amount !== 'inside' || name !== '');
  const wanted = Object.entries(properties).filter(([property]) => isWhole || required.includes(property));
  return Object.fromEntries(
    wanted.flatMap(([property, schema]) => {
      const value = valueOf(schema, property, way);
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

function listOf({ items = {}, minItems = 0 }: Schema, name: string, way: Way): Json | undefined {
  const wanted = { least: 0, inside: 1, whole: 1, two: 2 }[way.amount];
  const list = Array.from({ length: Math.max(minItems, wanted) }, (_, index) =>
    valueOf(items, name, { ...way, no: index + 1 }),
  );
  return list.includes(undefined) ? undefined : (list as Json[]);
}

function stringOf(schema: Schema, name: string, way: Way): Json | undefined {
  if (schema.format === 'date') return dateOf(name, way);
  if (schema.format === 'uri') return `https://asiakirjat.example.invalid/${way.no}`;
  const { minLength = 0, pattern } = schema;
  const own = way.no === 1 ? unwritten : `${unwritten} ${way.no}`;
  if (pattern === undefined) return own.padEnd(minLength, '…');
  const texts = [...knownUnder(name, way.context), '12:00', String(way.no), `a${way.no}`];
  return texts.find((text) => new RegExp(pattern, 'u').test(text));
}

function dateOf(name: string, { today, dueOn, context, dates }: Way): CivilDate {
  if (dates === 'today') return today;
  if (dates === 'due') return dueOn;
  const known = knownUnder(name, context).find((text): text is CivilDate => isCivilDate(text) && text >= today);
  return known ?? today;
}

function objectUnder(name: string, value: Json): Record<string, Json> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const own = value[name];
  if (typeof own === 'object' && own !== null && !Array.isArray(own)) return own;
  return Object.values(value).reduce<ReturnType<typeof objectUnder>>(
    (found, inner) => found ?? objectUnder(name, inner),
    undefined,
  );
}

/** Texts that stand in the workflow under that name. */
function knownUnder(name: string, value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => knownUnder(name, one));
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : knownUnder(name, inner),
  );
}
