/** Of whoever is to be erased: what to look for. */
export type Person = { name: string; email: string };

const letters = 'A-Za-z0-9À-ÖØ-öø-ÿŠšŽž';
/** In JSON a word may follow the last letter of an escaped line break. */
const afterEscape = '(?<=\\\\[nrt])';
const notInWord = { before: `(?:(?<![${letters}])|${afterEscape})`, after: `(?![${letters}])` };
/** White space as it is, as mails wrap it, and as JSON writes it. */
const space = '(?:[\\s\u00a0]|\\\\[nrt])+';
/** Case endings that go on from a vowel, with the vowel of an illative (-iin, -oon), the genitive of Swedish, and what a colon joins on. */
const ending =
  '(?:[aeiouyåäöÅÄÖ]?(?:n|a|[äÄ]|ta|t[äÄ]|lle|lla|ll[äÄ]|lta|lt[äÄ]|ssa|ss[äÄ]|sta|st[äÄ]|ksi|na|n[äÄ]|tta|tt[äÄ]|hin|s)|:[a-zåäö]+)?';
/** Consonants before the last vowel that an open syllable has and a closed one has not. */
const weak: Readonly<Record<string, string>> = {
  kk: 'k',
  pp: 'p',
  tt: 't',
  nt: 'nn',
  lt: 'll',
  rt: 'rr',
  nk: 'ng',
  mp: 'mm',
  t: 'd',
  p: 'v',
  k: '',
};

/**
 * A regular expression (JavaScript and PostgreSQL read it alike; case does not count) for a person's name in either order, with the case
 * endings of Finnish and Swedish, and for the address. A family name alone is no match: others may have it.
 */
export function personPattern({ name, email }: Person): string {
  const [first = '', ...rest] = wordsOf(name);
  const family = rest.pop();
  const address = literal(email).replace('@', '(?:@|%40|&#64;)');
  const alternatives = [`(?:(?<![${letters}._%+-])|${afterEscape})${address}(?![${letters}-]|[.][${letters}])`];
  if (family === undefined) alternatives.push(`${notInWord.before}${inflected(first)}${notInWord.after}`);
  else {
    const given = `${literal(first)}${middleOf(rest)}`;
    alternatives.push(
      `${notInWord.before}${given}${space}${inflected(family)}${notInWord.after}`,
      `${notInWord.before}${literal(family)},?${space}${given}${ending}${notInWord.after}`,
    );
  }
  return `(?:${alternatives.join('|')})`;
}

/**
 * Each of the middle names may be left out. Of more than four only the last ones: so many that each may be left out alone can be read in more
 * ways than there is time for where a name repeats itself.
 */
function middleOf(words: readonly string[]): string {
  const each = words.map((word) => `${space}${literal(word)}`);
  if (each.length <= mostLeftOut) return each.map((one) => `(?:${one})?`).join('');
  return each.reduceRight((after, one) => `(?:${one}${after})?`, '');
}

/** A pattern without a look around, which whatever fits `personPattern` fits too: to pass over most texts quickly. */
export function quickPattern({ name, email }: Person): string {
  const [first = '', family] = wordsOf(name);
  // A name of one word is inflected.
  return beginning([family === undefined ? stem(first) : first, localOf(email)]);
}

/** What may be about the person and may be about somebody else: the family name alone, or what stands before the @ of the address. */
export function hintPattern(person: Person): string | undefined {
  const { family, local } = hintsOf(person);
  const hints = [
    ...(family === undefined ? [] : [inflected(family)]),
    ...(local === undefined ? [] : [literal(local)]),
  ];
  return hints.length === 0 ? undefined : `${notInWord.before}(?:${hints.join('|')})${notInWord.after}`;
}

/** For `hintPattern` what `quickPattern` is for the person's. */
export function quickHintPattern(person: Person): string {
  const { family, local } = hintsOf(person);
  return beginning([family === undefined ? '' : stem(family), local ?? '']);
}

/** Too short ones would fit anybody. */
function hintsOf({ name, email }: Person): { family: string | undefined; local: string | undefined } {
  const family = wordsOf(name).at(-1) ?? '';
  const local = localOf(email);
  return { family: family.length >= 3 ? family : undefined, local: local.length >= 3 ? local : undefined };
}

function localOf(email: string): string {
  return email.split('@')[0] ?? '';
}

/** One of the words, or what begins with it, with what can stand before a word. Without any it fits everything. */
function beginning(words: readonly string[]): string {
  const some = words.filter((word) => word !== '').map(literal);
  return some.length === 0 ? '' : `(?:^|[^${letters}]|\\\\[nrt])(?:${some.join('|')})`;
}

/** What every form of a word that `inflected` knows begins with. */
function stem(word: string): string {
  return /^(.+)nen$/i.exec(word)?.[1] ?? /^(.+?)[bcdfghjklmnpqrstvwxz]*[aeiouyåäö]$/i.exec(word)?.[1] ?? word;
}

/** In a mail to the person: any of the names alone too. */
export function ownMailPattern(person: Person): string {
  return `(?:${personPattern(person)}|${notInWord.before}(?:${wordsOf(person.name).map(inflected).join('|')})${notInWord.after})`;
}

/** A whole text wherever it was copied to, JSON and HTML among it; undefined for one so short that it may be anybody's. */
export function copiesPattern(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 12) return undefined;
  if ((trimmed.match(/\\+/g)?.length ?? 0) > mostBackslashes) return asWritten(trimmed);
  return trimmed
    .split(/\s+/)
    .map((word) => literal(word))
    .join(space);
}

/**
 * Exactly as it is, as JSON has it and as HTML does, without any freedom in between. For texts with many backslashes: of what stands in JSON for
 * one of them or for a line break there would be too many readings.
 */
function asWritten(text: string): string {
  const inHtml = text.replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);
  const ways = new Set([text, JSON.stringify(text).slice(1, -1), inHtml]);
  return `(?:${[...ways].map((way) => [...way].map(exactly).join('')).join('|')})`;
}

/** The words of a name. Backslashes at their edges are left out: beside white space they could be read in too many ways. */
function wordsOf(name: string): string[] {
  return name
    .trim()
    .split(/(?:[\s\u00a0]|(?<=[\s\u00a0])\\|\\(?=[\s\u00a0\\]))+/)
    .filter((word, at) => word !== '' || at === 0);
}

function inflected(word: string): string {
  const forms = [`${literal(word)}${ending}`];
  if (/nen$/i.test(word)) {
    const stem = literal(word.slice(0, -3));
    forms.push(`${stem}(?:se(?:n|lle|lla|ll[äÄ]|lta|lt[äÄ]|ssa|ss[äÄ]|sta|st[äÄ]|ksi|na|n[äÄ]|en)|sta|st[äÄ])`);
  }
  const [, start, consonants = '', vowel = ''] = /^(.+?)([bcdfghjklmnpqrstvwxz]*)([aeiouyåäö])$/i.exec(word) ?? [];
  if (start !== undefined) {
    const vowels = vowel.toLowerCase() === 'i' ? '[ie]' : literal(vowel);
    const closed = Object.entries(weak).find(([strong]) => consonants.toLowerCase().endsWith(strong));
    const open = `${literal(start)}${literal(consonants)}`;
    if (vowels === '[ie]') forms.push(`${open}e${ending}`);
    if (closed) {
      const kept = consonants.slice(0, consonants.length - closed[0].length);
      forms.push(`${literal(start)}${literal(kept)}${closed[1]}${vowels}${ending}`);
    }
  }
  return `(?:${forms.join('|')})`;
}

const escapes: Readonly<Record<string, string>> = {
  "'": `(?:'|’|&#39;|&#x27;)`,
  '"': `(?:\\\\?"|&quot;|&#34;)`,
  '&': '(?:&|&amp;)',
  '<': '(?:<|&lt;)',
  '>': '(?:>|&gt;)',
  '\\': '(?:\\\\)+',
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const mostBackslashes = 2;
const mostLeftOut = 4;

/** The characters themselves. Letters beyond ASCII are written out in both cases: not every database's locale knows they are one. */
function literal(text: string): string {
  // However many backslashes there are, one pattern for all of them.
  return [...text.replaceAll(/\\+/g, '\\')].map((one) => escapes[one] ?? exactly(one)).join('');
}

function exactly(one: string): string {
  if (one === '\\') return '\\\\';
  if (/[$()*+.?[\]^{|}/-]/.test(one)) return one === '^' || one === ']' ? `\\${one}` : `[${one === '[' ? '\\[' : one}]`;
  const [lower, upper] = [one.toLowerCase(), one.toUpperCase()];
  return one > '\u007f' && lower !== upper && upper.length === 1 ? `[${lower}${upper}]` : one;
}
