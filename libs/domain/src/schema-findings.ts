import type { z } from 'zod';
import type { Finding } from './finding';
import type { Text } from './text';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

// Deeper than any schema of ours, where every key is refused as unknown anyway; hostile nesting goes no further.
const deepestKey = 8;

const shapes: Record<string, Text> = {
  string: { fi: 'teksti (lainausmerkeissä)', sv: 'text (inom citattecken)', en: 'text (in quotation marks)' },
  number: { fi: 'luku', sv: 'ett tal', en: 'a number' },
  int: { fi: 'kokonaisluku', sv: 'ett heltal', en: 'a whole number' },
  array: { fi: 'luettelo', sv: 'en lista', en: 'a list' },
  object: { fi: 'avaimia ja arvoja', sv: 'nycklar och värden', en: 'keys and values' },
  record: { fi: 'avaimia ja arvoja', sv: 'nycklar och värden', en: 'keys and values' },
};

/**
 * The errors of a schema as findings that name the field and say what would be right. A regular expression in a schema
 * gives an example of the right form as its message; it is quoted here. Collection items are named by their `id`.
 */
export function schemaFindings(issues: readonly Issue[], data: unknown, code: string): Finding[] {
  return issues.flatMap(ofItsType).flatMap((issue) =>
    faultsOf(issue, data).map(({ message, path }) => ({
      code,
      severity: 'error' as const,
      entry: itemId(data, path),
      date: null,
      message,
      path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    })),
  );
}

/** A finding for every key `__proto__`, wherever it is: schemas pass over it in maps, and nobody means it. */
export function forbiddenKeyFindings(data: unknown, code: string): Finding[] {
  return forbiddenPaths(data, []).map((path) => ({
    code,
    severity: 'error' as const,
    entry: itemId(data, path),
    date: null,
    message: unknownField(path),
    path,
  }));
}

/** `entries[2].dates.meeting.on` */
export function fieldPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** Where a value may be of one of several types, what is told is what is wrong with it as the type that it is. */
function ofItsType(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const chosen = issue.errors.find((tried) => !tried.some(isOfAnotherType));
  return chosen?.map((inside) => ({ ...inside, path: [...issue.path, ...inside.path] })) ?? [issue];
}

function isOfAnotherType({ code, path }: Issue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

function faultsOf(issue: Issue, data: unknown): { message: Text; path: Path }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [...issue.path, key]).map((path) => ({ message: unknownField(path), path }));
  }
  return [{ message: messageOf(issue, data), path: issue.path }];
}

function messageOf(issue: Issue, data: unknown): Text {
  const field = fieldPath(issue.path);
  if (issue.code === 'invalid_key') return wrongForm(field, String(issue.path.at(-1)), issue.issues[0]?.message ?? '');
  const value = valueAt(data, issue.path);
  if (value === undefined && issue.path.length > 0) return missingField(field);
  if (issue.code === 'invalid_type') return wrongType(field, issue.expected);
  if (issue.code === 'invalid_value') return notAllowed(field, value, issue.values.map(String));
  if (issue.code === 'invalid_format') return wrongForm(field, String(value), issue.message);
  if (issue.code === 'too_small' && isNumeric(issue)) return outOfRange(field, value, '≥', issue.minimum);
  if (issue.code === 'too_big' && isNumeric(issue)) return outOfRange(field, value, '≤', issue.maximum);
  if (issue.code === 'too_small') return empty(field);
  if (issue.code === 'invalid_union') return noneOf(issue, field, value);
  return unfit(field);
}

function unknownField(path: Path): Text {
  const field = fieldPath(path);
  return {
    fi: `Kenttää ${field} ei tunneta.`,
    sv: `Fältet ${field} är okänt.`,
    en: `The field ${field} is not known.`,
  };
}

function missingField(field: string): Text {
  return { fi: `Kenttä ${field} puuttuu.`, sv: `Fältet ${field} saknas.`, en: `The field ${field} is missing.` };
}

function noneOf(issue: z.core.$ZodIssueInvalidUnion, field: string, value: unknown): Text {
  if ('options' in issue) return notAllowed(field, value, issue.options.map(String));
  return wrongType(
    field,
    ...issue.errors.flat().flatMap((tried) => (tried.code === 'invalid_type' ? tried.expected : [])),
  );
}

function wrongType(field: string, ...expected: string[]): Text {
  const known = expected.map((type) => shapes[type] ?? { fi: type, sv: type, en: type });
  const shape = {
    fi: known.map(({ fi }) => fi).join(' tai '),
    sv: known.map(({ sv }) => sv).join(' eller '),
    en: known.map(({ en }) => en).join(' or '),
  };
  if (field === '') {
    return {
      fi: `Tiedoston sisällön pitää olla ${shape.fi}.`,
      sv: `Filens innehåll ska vara ${shape.sv}.`,
      en: `The file has to contain ${shape.en}.`,
    };
  }
  return {
    fi: `Kentän ${field} arvon pitää olla ${shape.fi}.`,
    sv: `Fältet ${field} ska innehålla ${shape.sv}.`,
    en: `The field ${field} has to be ${shape.en}.`,
  };
}

function notAllowed(field: string, value: unknown, allowed: readonly string[]): Text {
  const list = allowed.join(', ');
  return {
    fi: `Kentän ${field} arvo ”${String(value)}” ei kelpaa. Sallitut arvot: ${list}.`,
    sv: `Värdet ”${String(value)}” i fältet ${field} duger inte. Tillåtna värden: ${list}.`,
    en: `The value “${String(value)}” of the field ${field} will not do. Allowed values: ${list}.`,
  };
}

function wrongForm(field: string, value: string, example: string): Text {
  return {
    fi: `Kentän ${field} arvo ”${value}” on väärää muotoa. Oikea muoto on esimerkiksi ${example}.`,
    sv: `Värdet ”${value}” i fältet ${field} har fel form. Rätt form är till exempel ${example}.`,
    en: `The value “${value}” of the field ${field} has the wrong form. The right form is, for example, ${example}.`,
  };
}

function outOfRange(field: string, value: unknown, sign: '≥' | '≤', limit: number | bigint): Text {
  return {
    fi: `Kentän ${field} arvo ${String(value)} ei kelpaa: sen pitää olla ${sign} ${limit}.`,
    sv: `Värdet ${String(value)} i fältet ${field} duger inte: det ska vara ${sign} ${limit}.`,
    en: `The value ${String(value)} of the field ${field} will not do: it has to be ${sign} ${limit}.`,
  };
}

function empty(field: string): Text {
  return {
    fi: `Kenttä ${field} ei saa olla tyhjä.`,
    sv: `Fältet ${field} får inte vara tomt.`,
    en: `The field ${field} must not be empty.`,
  };
}

function unfit(field: string): Text {
  return {
    fi: `Kentän ${field} arvo ei kelpaa.`,
    sv: `Värdet i fältet ${field} duger inte.`,
    en: `The value of the field ${field} will not do.`,
  };
}

function isNumeric({ origin }: { origin: string }): boolean {
  return origin === 'number' || origin === 'int';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isKeyed(value) ? value[key] : undefined), data);
}

function itemId(data: unknown, path: Path): string | null {
  const id = typeof path[1] === 'number' ? valueAt(data, [...path.slice(0, 2), 'id']) : undefined;
  return typeof id === 'string' ? id : null;
}

function forbiddenPaths(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (!isKeyed(value) || path.length > deepestKey) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    return name === '__proto__' ? [here] : forbiddenPaths(item, here);
  });
}

function isKeyed(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
