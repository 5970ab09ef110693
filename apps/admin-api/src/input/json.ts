import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { isStorable } from './storable-text';

const deepest = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. @throws Problem for what is not JSON in UTF-8, is nested deeper than any form of ours, holds text
 * that cannot be stored, or has a field named `__proto__`
 */
export function parseJson(body: Uint8Array): unknown {
  const value = parsed(body);
  check(value, 1);
  return value;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new Problem('invalid-json');
  }
}

function check(value: unknown, depth: number): void {
  if (typeof value === 'string' && !isStorable(value)) throw new Problem('invalid-json', { detail: notStorable });
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new Problem('invalid-json', { detail: tooDeep });
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') throw new Problem('unknown-field', { detail: prototypeField });
    if (!isStorable(name)) throw new Problem('invalid-json', { detail: notStorable });
    check(inner, depth + 1);
  }
}

const notStorable = text(
  'Tekstissä on merkki, jota ei voi tallentaa (U+0000 tai puolikas korvikeparista).',
  'Texten innehåller ett tecken som inte kan sparas (U+0000 eller ett halvt surrogatpar).',
  'A text holds a character that cannot be stored (U+0000 or half of a surrogate pair).',
);
const tooDeep = text(
  `JSON on sisäkkäinen yli ${deepest} tasoa.`,
  `JSON är nästlad i fler än ${deepest} nivåer.`,
  `The JSON is nested more than ${deepest} levels deep.`,
);
const prototypeField = text(
  'Kenttää «__proto__» ei tunneta.',
  'Fältet «__proto__» är okänt.',
  'The field «__proto__» is not known.',
);
