import fc from 'fast-check';
import type { Draw } from '../../support/walks/draw';
import type { Schema as FormSchema } from '../../support/walks/form-data';

/** What we read of a JSON Schema of the document. */
export type Schema = FormSchema & { $ref?: string };

/** What values are made from: what the document names, what the server has told of, and chance. */
export type Sources = { draw: Draw; named: Readonly<Record<string, Schema>>; known: readonly string[] };

/** Strings that something on their way could take for more than a string. */
export const hostileTexts: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202e\u2066', '\ufeff', '\u{1f332}'.repeat(50), 'ä'.repeat(300)],
  ...['x'.repeat(100_000), '0', '-1', '1e999', '9'.repeat(400), 'NaN', 'null', 'undefined', 'true', '[]', '{}'],
  ...["'; drop table vuosikello.event; --", '$1', '%s%n', '\\', '"', '{{x}}', '${7*7}', '<script>alert(1)</script>'],
  ...['=HYPERLINK("http://x")', '../../etc/passwd', '..%2f..%2f', '%00', '%zz', 'a\r\nX-Injected: yes', '__proto__'],
  ...[
    'constructor',
    'toString',
    'hasOwnProperty',
    '09',
    '17',
    '09.',
    '.09',
    '09.x',
    '17.x',
    '2026-02-30',
    '0000-00-00',
  ],
  ...['9999-12-31', '+275760-09-13', '2026-01-01T25:61:61Z', '2027-03-28T03:30:00+02:00', '9007199254740993', '1e3'],
  ...['infinity', '-infinity', 'epoch', '{a,b}', '(1,2)', 'a@b.example.invalid\r\nBcc: c@d.example.invalid'],
];

const oddJson: readonly unknown[] = fc.sample(fc.jsonValue({ maxDepth: 3 }), { numRuns: 200, seed: 1 });
const oddStrings: readonly string[] = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), {
  numRuns: 200,
  seed: 1,
});
const hostileNumbers = [0, -1, 1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 1e-320, 999_999_999_999];

/** A value that has nothing to do with any schema. */
export function hostileValue(draw: Draw): unknown {
  return draw.pick<() => unknown>([
    () => draw.pick(hostileTexts),
    () => draw.pick(oddStrings),
    () => draw.pick(oddJson),
    () => draw.pick(hostileNumbers),
    () => draw.pick([null, true, false, [], {}, [[]], [null]]),
  ])();
}

export function hostileText(draw: Draw): string {
  return draw.chance(0.7) ? draw.pick(hostileTexts) : draw.pick(oddStrings);
}

/** A value that fits the schema in shape; what a form asks beyond its shape may still fail. */
export function valueOf(schema: Schema, sources: Sources, depth = 0): unknown {
  const { draw, named } = sources;
  if (schema.$ref !== undefined) {
    const target = named[schema.$ref.split('/').at(-1) ?? ''] ?? {};
    return depth > 12 ? null : valueOf(target, sources, depth + 1);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum) return draw.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueOf(draw.pick(choices), sources, depth + 1);
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, sources, depth + 1) as object)) as unknown;
  switch (Array.isArray(schema.type) ? draw.pick(schema.type) : schema.type) {
    case 'object':
      return objectOf(schema, sources, depth);
    case 'array':
      return listOf(schema, sources, depth);
    case 'string':
      return textOf(schema, sources);
    case 'integer':
    case 'number':
      return numberOf(schema, draw);
    case 'boolean':
      return draw.chance(0.5);
    case 'null':
      return null;
    default:
      return draw.pick(oddJson);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  sources: Sources,
  depth: number,
): object {
  const { draw } = sources;
  const wanted = draw.pick([0, 0.3, 0.7, 1]);
  const own = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (depth < 12 && draw.chance(wanted)),
  );
  const others =
    typeof additionalProperties === 'object' && depth < 12 && draw.chance(0.5)
      ? [[textOf({}, sources), valueOf(additionalProperties, sources, depth + 1)]]
      : [];
  return Object.fromEntries([
    ...own.map(([name, inner]) => [name, valueOf(inner, sources, depth + 1)] as const),
    ...others,
  ]) as object;
}

function listOf({ items = {}, minItems = 0, maxItems = 4 }: Schema, sources: Sources, depth: number): unknown[] {
  const length = Math.min(Math.max(minItems, sources.draw.pick([0, 1, 1, 2, 3])), maxItems);
  return Array.from({ length }, () => valueOf(items, sources, depth + 1));
}

function numberOf({ minimum = -1_000, maximum = 1_000 }: Schema, draw: Draw): number {
  const most = Math.min(maximum, minimum + 1_000_000);
  return draw.pick([minimum, most, minimum + draw.below(most - minimum + 1)]);
}

const days = ['2026-06-01', '2026-06-02', '2026-08-17', '2026-10-15', '2026-12-31', '2027-03-28', '2025-01-01'];
const words = ['Sovittiin.', 'x', 'Åbo ja Hyväntekijäin „yhdistys” ry', '<b>&amp;</b>', 'fi', '016', '09', 'kirje'];
const matching = new Map<string, string[]>();

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema, { draw, known }: Sources): string {
  if (format === 'date') return draw.pick(days);
  if (format === 'date-time') return `${draw.pick(days)}T09:00:00Z`;
  if (format === 'email') return draw.pick(['aino@kunta.test', 'b@alue.test']);
  if (format === 'uri') return draw.pick(['https://receiver.example.test/hooks', 'https://asiat.example.test/1']);
  if (known.length > 0 && draw.chance(0.5)) {
    const one = draw.pick(known);
    if (pattern === undefined || new RegExp(pattern, 'u').test(one)) return one;
  }
  if (pattern !== undefined) return draw.pick(textsMatching(pattern));
  return draw.pick(words).slice(0, maxLength).padEnd(minLength, 'x');
}

function textsMatching(pattern: string): readonly string[] {
  const before = matching.get(pattern);
  if (before) return before;
  const made = madeFor(pattern);
  matching.set(pattern, made);
  return made;
}

function madeFor(pattern: string): string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 20, seed: 1 });
  } catch {
    // A pattern that looks ahead cannot be turned round; such a field is mostly given something known.
    return [...words, ...days];
  }
}

/** The value with one thing wrong in it, at any depth. */
export function spoilt(value: unknown, draw: Draw): unknown {
  if (typeof value !== 'object' || value === null || draw.chance(0.1)) return hostileValue(draw);
  if (Array.isArray(value)) {
    if (value.length === 0 || draw.chance(0.2)) return [...(value as unknown[]), hostileValue(draw)];
    const at = draw.below(value.length);
    return value.map((one: unknown, index) => (index === at ? spoilt(one, draw) : one));
  }
  const names = Object.keys(value);
  if (names.length === 0 || draw.chance(0.15)) return { ...value, [draw.pick(['unknownField', 'toString', ''])]: 1 };
  const name = draw.pick(names);
  if (draw.chance(0.2)) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
  return { ...value, [name]: spoilt((value as Record<string, unknown>)[name], draw) };
}
