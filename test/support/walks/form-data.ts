import type { CivilDate } from '@app/domain';
import { addDays } from '@app/domain';
import fc from 'fast-check';
import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Draw } from './draw';
import type { Known } from './known';

/** What data is drawn for: the day, what the workflow knows already, and the organisations that take part in it. */
export type Surroundings = { today: CivilDate; known: Known; organisations: readonly string[]; draw: Draw };

/** What we read of a JSON Schema. */
export type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
};

const schemas = new WeakMap<ZodType, Schema>();

function schemaOf(form: ZodType): Schema {
  const known = schemas.get(form);
  if (known) return known;
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(form, schema);
  return schema;
}

/** Data that fits the form in shape; what a form asks beyond its shape may still fail. */
export function dataFor(form: ZodType, around: Surroundings): unknown {
  return valueOf(schemaOf(form), '', around);
}

function valueOf(schema: Schema, name: string, around: Surroundings): unknown {
  const { draw } = around;
  if ('const' in schema) return schema.const;
  if (schema.enum) return draw.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueOf(draw.pick(choices), name, around);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, name, around) as object));
  const type = Array.isArray(schema.type) ? draw.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, name, around);
    case 'array':
      return listOf(schema, name, around);
    case 'string':
      return stringOf(schema, name, around);
    case 'integer':
    case 'number':
      return numberOf(schema, draw);
    case 'boolean':
      return draw.chance(0.5);
    default:
      return null;
  }
}

function objectOf(schema: Schema, name: string, around: Surroundings): object {
  const { draw, known } = around;
  const drawn = (property: string) => valueOf(schema.properties?.[property] ?? {}, property, around);
  const names = Object.keys(schema.properties ?? {});
  const alike = (known.objects.get(name) ?? []).flatMap((object) => asFar(object, schema));
  if (alike.length > 0 && names.length > 0 && draw.chance(0.5)) {
    const changed = draw.pick(names);
    return draw.chance(0.3) ? draw.pick(alike) : { ...draw.pick(alike), [changed]: drawn(changed) };
  }
  const required = new Set(schema.required ?? []);
  const [optional, kept] = [draw.pick([0, 0.15, 0.5, 1]), draw.pick([0, 0, 0.5, 1])];
  const own = name === '' ? (known.own as Record<string, unknown>) : {};
  return Object.fromEntries(
    names.flatMap((property) => {
      // As it stands already: a correction gives all that is right anew.
      if (own[property] !== undefined && draw.chance(kept)) return [[property, own[property]]];
      return required.has(property) || draw.chance(optional) ? [[property, drawn(property)]] : [];
    }),
  );
}

/** As much of an object as the schema knows; nothing where it lacks what the schema asks for. */
function asFar(object: object, { properties = {}, required = [] }: Schema): object[] {
  if (!required.every((property) => property in object)) return [];
  const known = Object.entries(object).filter(([property]) => Object.hasOwn(properties, property));
  return known.length > 0 ? [Object.fromEntries(known)] : [];
}

function listOf({ items = {}, minItems = 0, maxItems = 4 }: Schema, name: string, around: Surroundings): unknown[] {
  const length = Math.min(Math.max(minItems, around.draw.pick([0, 1, 1, 2, 3])), maxItems);
  return Array.from({ length }, () => valueOf(items, name, around));
}

function numberOf({ minimum = -1000, maximum = 1000 }: Schema, draw: Draw): number {
  const most = Math.min(maximum, minimum + 1_000_000);
  return draw.pick([minimum, most, minimum + draw.below(most - minimum + 1), Math.min(minimum + draw.below(20), most)]);
}

function stringOf(schema: Schema, name: string, around: Surroundings): string {
  const { draw, known, organisations } = around;
  if (schema.format === 'date') return dateNear(around);
  if (schema.format === 'uri')
    return draw.pick(['https://asiat.example.invalid/1', 'http://x.example.invalid/?q=ä&b=#c']);
  const same = (known.strings.get(name) ?? []).filter((text) => matches(schema, text));
  if (same.length > 0 && draw.chance(0.6)) return draw.pick(same);
  if (schema.pattern !== undefined) return draw.pick(matching(schema.pattern));
  // A string without bounds is a name of ours, not somebody's words.
  if (schema.maxLength === undefined && organisations.length > 0 && draw.chance(0.8)) return draw.pick(organisations);
  return wordsOf(schema, draw);
}

function matches({ pattern, minLength = 0, maxLength = Infinity }: Schema, text: string): boolean {
  if (text.length < minLength || text.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern).test(text);
}

const odd = [
  'Sovittiin.',
  'x',
  '0',
  'Åbo, Sjöö & Hyväntekijäin – „yhdistys” ry',
  '  reunoilla välejä ',
  'rivi\nja toinen\r\n\tja kolmas',
  '<b>&lt;&amp;"\'\\ {{x}} ${y} %s',
  '🌲👩‍👩‍👧 ‮oikealta‬ ﷽ e\u0301',
  '__proto__',
  'null',
  '@',
];

function wordsOf({ minLength = 0, maxLength = 10_000 }: Schema, draw: Draw): string {
  const text = draw.chance(0.002) ? 'ä'.repeat(maxLength) : draw.pick(odd);
  return text.slice(0, maxLength).padEnd(minLength, 'x');
}

const patterns = new Map<string, string[]>();

function matching(pattern: string): string[] {
  const known = patterns.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 20, seed: 1 });
  patterns.set(pattern, known);
  return known;
}

/** A day: most often today, one the workflow knows, or near; now and then far away. */
function dateNear({ today, known, draw }: Surroundings): CivilDate {
  const way = draw.below(100);
  if (way < 30) return today;
  if (way < 50 && known.dates.length > 0) return addDays(draw.pick(known.dates), draw.pick([-1, 0, 0, 0, 1]));
  if (way < 70) return addDays(today, -draw.below(20));
  if (way < 95) return addDays(today, 1 + draw.below(60));
  return addDays(today, draw.pick([-400, -31, 365, 800, 1500]));
}

/** The data with one thing wrong in it. */
export function spoilt(data: unknown, draw: Draw): unknown {
  if (typeof data !== 'object' || data === null || draw.chance(0.1))
    return draw.pick([null, [], 'x', 0, undefined, {}]);
  const names = Object.keys(data);
  const wrong = draw.pick<unknown>([undefined, null, '', '2026-02-30', 0, -1, [], {}, 'ä'.repeat(10_001)]);
  const name = names.length === 0 || draw.chance(0.2) ? 'unknownField' : draw.pick(names);
  // As it comes over the wire: what is undefined is not there.
  return JSON.parse(JSON.stringify({ ...data, [name]: wrong })) as unknown;
}
