import {
  copiesPattern,
  hintPattern,
  ownMailPattern,
  personPattern,
  quickHintPattern,
  quickPattern,
} from './person-pattern';

const finds = (pattern: string | undefined, text: string) => new RegExp(pattern ?? '(?!)', 'iu').test(text);
const lauri = { name: 'Lauri Esimerkki', email: 'lauri.esimerkki@asikkala.example.invalid' };

it.each([
  'Lauri Esimerkki',
  'lauri esimerkki',
  'LAURI ESIMERKKI',
  'Lauri\nEsimerkki',
  'Lauri\u00a0Esimerkki',
  'Esimerkki, Lauri',
  'Esimerkki Laurille',
  'sovittu Lauri Esimerkin kanssa',
  'Lauri Esimerkille,',
  'Lauri Esimerkkiä',
  'Lauri Esimerkkiin',
  'Lauri Esimerkkis förslag',
  'kirjoita: LAURI.Esimerkki@asikkala.example.invalid.',
  'mailto:lauri.esimerkki%40asikkala.example.invalid?subject=x',
])('finds the person in %j', (text) => {
  expect(finds(personPattern(lauri), text)).toBe(true);
  expect(finds(quickPattern(lauri), text)).toBe(true);
});

it('passes over a text without the person quickly', () => {
  expect(finds(quickPattern(lauri), 'Liisa Esimerkki')).toBe(false);
  expect(finds(quickPattern(lauri), 'Eilauri')).toBe(false);
  expect(finds(quickHintPattern(lauri), 'Lauri')).toBe(false);
  for (const text of ['', 'JSON\\n', '"'])
    expect([finds(quickPattern(lauri), `${text}Lauri`), finds(quickHintPattern(lauri), `${text}Esimerkin`)]).toEqual([
      true,
      true,
    ]);
});

it.each([
  'Esimerkki',
  'Lauri',
  'Liisa Esimerkki',
  'Lauri Esimerkkinen',
  'Mauri Esimerkki',
  'eilauri esimerkki',
  'xlauri.esimerkki@asikkala.example.invalid',
  'lauri.esimerkki@asikkala.example.invalid.fi',
])('does not take %j for the person', (text) => expect(finds(personPattern(lauri), text)).toBe(false));

it.each([
  ['Aino Virtanen', 'Aino Virtasen', 'Aino Virtaselle', 'Aino Virtasta'],
  ['Mikko Lahti', 'Mikko Lahden', 'Mikko Lahdelle', 'Mikko Lahteen'],
  ['Sanna Mäki', 'Sanna Mäen', 'sanna mäellä', 'SANNA MÄKI'],
  ['Ville Ranta', 'Ville Rannan', 'Ville Rannalle', 'Ville Rantaa'],
  ['Anna-Liisa Maria Åberg', 'Anna-Liisa Åbergs', 'ANNA-LIISA ÅBERG', 'Anna-Liisa Maria Åberg'],
  ["Pat O'Brien", 'Pat O&#39;Brien', 'Pat O’Brien', "O'Brien, Pat"],
])('finds the forms of %s', (name, ...forms) => {
  const pattern = personPattern({ name, email: 'x@y.test' });
  const quick = quickPattern({ name, email: 'x@y.test' });
  expect(forms.filter((form) => !finds(pattern, form) || !finds(quick, form))).toEqual([]);
  // Of the family name alone too, and where it is the whole name.
  const family = { name: name.split(' ').at(-1) ?? '', email: 'x@y.test' };
  for (const [slow, fast] of [
    [hintPattern(family), quickHintPattern(family)],
    [personPattern(family), quickPattern(family)],
  ])
    expect([...forms, name].filter((form) => finds(slow, form) && !finds(fast, form))).toEqual([]);
});

it('takes nothing in a name for a regular expression', () => {
  const odd = personPattern({ name: 'A.* (B) [c] ^$ Z\\', email: 'a+b@y.test' });
  expect(finds(odd, 'A.* (B) [c] ^$ Z\\')).toBe(true);
  expect(finds(odd, 'Axx (B) [c] ^$ Z')).toBe(false);
  expect(finds(odd, 'aab@y.test')).toBe(false);
});

it('hints at what may be somebody else, and knows a person in the own mails by any name', () => {
  expect(finds(hintPattern(lauri), 'Esimerkin mielestä')).toBe(true);
  expect(finds(hintPattern(lauri), 'Liisa')).toBe(false);
  expect(hintPattern({ name: 'A B', email: 'ab@y.test' })).toBeUndefined();
  expect(finds(ownMailPattern(lauri), 'Hei Lauri,')).toBe(true);
});

it('finds a text where it was copied to, in JSON and in HTML, unless it is too short to be anybody’s', () => {
  const text = 'Sanoi: "olen sairas"\n& väsynyt';
  expect(finds(copiesPattern(text), `{"a":${JSON.stringify(text)}}`)).toBe(true);
  expect(finds(copiesPattern(text), 'Sanoi: &quot;olen sairas&quot; &amp; VÄSYNYT')).toBe(true);
  expect(copiesPattern('Ei tietoa')).toBeUndefined();
});

describe('a text made to be tried for ever', () => {
  it('of backslashes is found as it is and in JSON, and passed over soon where it does not stand', () => {
    for (const text of ['\\'.repeat(60), '\\ '.repeat(40), '\\\n'.repeat(40), '\\n '.repeat(40)].map(
      (one) => `${one}loppu`,
    )) {
      const pattern = copiesPattern(text);
      expect([finds(pattern, text), finds(pattern, `{"a":${JSON.stringify(text)}}`)]).toEqual([true, true]);
      expect(finds(pattern, text.replace('loppu', 'x'))).toBe(false);
      expect(finds(pattern, JSON.stringify(text).replace('loppu', 'x'))).toBe(false);
    }
  });

  it('of a name that repeats itself is read in few ways', () => {
    const name = `${'a '.repeat(60)}Esimerkki`;
    const pattern = personPattern({ name, email: 'a@y.test' });
    expect([finds(pattern, name), finds(pattern, 'A Esimerkin'), finds(pattern, 'a '.repeat(200))]).toEqual([
      true,
      true,
      false,
    ]);
    const slashes = `a${' \\'.repeat(30)} Esimerkki`;
    const odd = personPattern({ name: slashes, email: 'a@y.test' });
    expect([finds(odd, `a Esimerkki`), finds(odd, `a${'\\\\\\n'.repeat(60)}x`)]).toEqual([true, false]);
  });

  it('leaves middle names out one by one, as far as there are few', () => {
    const pattern = personPattern({ name: 'Anna Liisa Maria Esimerkki', email: 'a@y.test' });
    for (const text of ['Anna Esimerkki', 'Anna Maria Esimerkki', 'Esimerkki, Anna Liisa'])
      expect(finds(pattern, text)).toBe(true);
  });
});
