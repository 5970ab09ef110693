import { z } from 'zod';
import { dateField, label, timeField } from '../fields';
import { parse } from './parse';

const name = label('Kenttä', 'Fält', 'Field');
const form = z.strictObject({
  data: z.unknown().nonoptional(),
  text: z.string().min(3).max(5),
  filled: z.string().min(1),
  count: z.int().min(2).max(9),
  rows: z.array(z.string()).min(1),
  kind: z.enum(['a', 'b']),
  at: timeField(name),
  on: dateField(name),
  link: z.url(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  odd: z.string().regex(/^(odd)+$/),
  either: z.union([z.string(), z.null()]),
});
const right = {
  data: 1,
  text: 'abcd',
  filled: 'x',
  count: 3,
  rows: ['x'],
  kind: 'a',
  at: '08:30',
  on: '2026-08-17',
  link: 'https://a.test',
  id: 'a-1',
  odd: 'odd',
  either: null,
};

function said(data: object): Record<string, string> {
  const parsed = parse(form, data);
  if (parsed.ok) throw new Error('It was taken');
  return Object.fromEntries(parsed.issues.map(({ path, message }) => [path, message.fi]));
}

it('says of each field that is not there that it is missing', () => {
  const missing = said({});
  expect(Object.keys(missing).sort()).toEqual(Object.keys(right).sort());
  for (const path of Object.keys(right).filter((one) => one !== 'data'))
    expect([path, missing[path]]).toEqual([path, 'Tämä kenttä puuttuu.']);
  expect(missing.data).toBe('Tämä kenttä puuttuu.');
});

it.each<[string, unknown, string]>([
  ['text', 7, 'Anna teksti.'],
  ['text', 'a', 'Tekstissä on oltava vähintään 3 merkkiä.'],
  ['text', 'abcdef', 'Tekstissä saa olla enintään 5 merkkiä.'],
  ['filled', '', 'Täytä tämä kenttä.'],
  ['count', 'x', 'Anna luku.'],
  ['count', 2.5, 'Anna kokonaisluku.'],
  ['count', 1, 'Anna vähintään 2.'],
  ['count', 10, 'Anna enintään 9.'],
  ['rows', [], 'Anna vähintään yksi.'],
  ['kind', 'c', 'Anna jokin näistä: a, b.'],
  ['at', '8.30', 'Anna kellonaika muodossa 08:30.'],
  ['on', '17.8.2026', 'Anna päivä muodossa VVVV-KK-PP, esimerkiksi 2026-08-17.'],
  ['link', 'x', 'Anna verkko-osoite, joka alkaa https://.'],
  ['id', 'Å', 'Anna tunnus, jossa on vain pieniä kirjaimia a–z, numeroita ja väliviivoja.'],
  ['odd', 'even', 'Tieto ei ole oikeassa muodossa.'],
  ['either', 5, 'Anna teksti.'],
])('says of %s what would be right instead of %j', (path, value, expected) => {
  expect(said({ ...right, [path]: value })).toEqual({ [path]: expected });
});

it('names fields that nobody knows', () => {
  expect(said({ ...right, more: 1, other: 2 })).toEqual({ '': 'Tuntemattomat kentät: "more", "other"' });
});
