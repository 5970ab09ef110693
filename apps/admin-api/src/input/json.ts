import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { repeatedName } from './repeated-name';
import { isStorable } from './storable-text';

const deepest = 32;
/** Longer than any list that is given in one request; of a batch, fewer (workflows/batch.schema.ts). */
const longestList = 1_000;
/** Names that mean something to the language itself: no form of ours has them, and whoever copies such a field copies more than a value. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. @throws Problem for what is not JSON in UTF-8, is nested deeper or holds a longer list than any form of ours, holds text
 * that cannot be stored, says a field twice, or has a field whose name means something to the language
 */
export function parseJson(body: Uint8Array): unknown {
  const { source, value } = parsed(body);
  check(value, 1);
  const twice = repeatedName(source);
  if (twice !== undefined) throw new Problem('invalid-json', { detail: saidTwice(twice) });
  return value;
}

function parsed(body: Uint8Array): { source: string; value: unknown } {
  try {
    const source = utf8.decode(body);
    return { source, value: JSON.parse(source) as unknown };
  } catch {
    throw new Problem('invalid-json');
  }
}

function check(value: unknown, depth: number): void {
  if (typeof value === 'string' && !isStorable(value)) throw new Problem('invalid-json', { detail: notStorable });
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new Problem('invalid-json', { detail: tooDeep });
  if (Array.isArray(value)) {
    if (value.length > longestList) throw new Problem('invalid-json', { detail: tooLong });
    for (const inner of value) check(inner, depth + 1);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (forbidden.has(name)) throw new Problem('unknown-field', { detail: ownOfTheLanguage(name) });
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
const tooLong = text(
  `Luettelossa on yli ${longestList} kohtaa.`,
  `En lista har fler än ${longestList} poster.`,
  `A list holds more than ${longestList} items.`,
);
const ownOfTheLanguage = (name: string) =>
  text(`Kenttää «${name}» ei tunneta.`, `Fältet «${name}» är okänt.`, `The field «${name}» is not known.`);
const saidTwice = (name: string) =>
  text(
    `Kenttä «${name}» on samassa oliossa kahdesti.`,
    `Fältet «${name}» finns två gånger i samma objekt.`,
    `The field «${name}» stands twice in the same object.`,
  );
