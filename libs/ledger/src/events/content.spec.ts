import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { sha256 } from '../tree/hashes';
import { ContentError, contentHash, contentOf, textHash, type Salts } from './content';
import { envelopeEntry } from './envelope';

const seed = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const said = {
  commandId: 'c-1',
  body: JSON.stringify({ dueOn: '2026-08-17', count: 2, to: '016', texts: ['Liikunta', ''], 'a/b': { '~x': 'Kuka' } }),
  note: 'Puhelimitse',
};

/** What remains when the text at a pointer is erased. */
function erased(pointer: string): Salts {
  const { salt, texts } = contentOf(said, { seed });
  const left = Object.entries(texts).map(([path, told]) => [
    path,
    path === pointer ? { hash: textHash(told.text, told.salt) } : { salt: told.salt },
  ]);
  return { left: { '': { salt }, ...(Object.fromEntries(left) as object) } };
}

describe('what is hashed of an event', () => {
  it('has ids, dates and numbers as they are, and hashes for texts', () => {
    const { json, salt, texts } = contentOf(said, { seed });
    expect(Object.keys(texts).sort()).toEqual(['/data/a~1b/~0x', '/data/texts/0', '/note']);
    expect(salt).toEqual(sha256(seed, ''));
    const content = JSON.parse(json) as { data: { texts: unknown[]; dueOn: string; count: number; to: string } };
    expect(content.data).toMatchObject({ dueOn: '2026-08-17', count: 2, to: '016' });
    const hash = sha256(sha256(seed, '/data/texts/0'), 'Liikunta').toString('hex');
    expect(content.data.texts).toEqual([{ 'sha256-salted': hash }, '']);
    expect(json).not.toMatch(/Liikunta|Kuka|Puhelimitse/);
  });

  it('has hashes for whatever stands in a field of free text, also where it looks like an id', () => {
    const data = {
      answers: { contact: 'matti', call: '0401234567', lists: [{ who: '010190-123a', none: '' }] },
      title: { fi: 'kokous' },
      to: 'reply',
    };
    const { json, texts } = contentOf({ commandId: 'c-1', body: JSON.stringify(data), note: '0401234567' }, { seed });
    expect(Object.keys(texts).sort()).toEqual([
      ...['/data/answers/call', '/data/answers/contact', '/data/answers/lists/0/who', '/data/title/fi', '/note'],
    ]);
    expect(json).toMatch(/"commandId":"c-1".*"none":"".*"to":"reply"/);
    expect(json).not.toMatch(/matti|0401234567|010190|kokous/);
  });

  it.each([
    ['/data/texts/0', { body: said.body.replace('Liikunta', '[poistettu]') }],
    ['/data/a~1b/~0x', { body: said.body.replace('Kuka', '[poistettu]') }],
    ['/note', { note: '[poistettu]' }],
  ])('stays the same when the text at %s is erased', (pointer, words) => {
    const now = { ...said, ...words };
    const content = contentOf(now, erased(pointer));
    expect(contentHash(content)).toEqual(contentHash(contentOf(said, { seed })));
    expect(content.texts[pointer]).toBeUndefined();
    const another = { ...now, body: now.body.replace('016', 'Uusi') };
    expect(() => contentOf(another, erased(pointer))).toThrow(ContentError);
  });

  it('is another for every other content', () => {
    const jsonOf = (data: unknown) =>
      contentOf({ commandId: 'c', body: JSON.stringify(data), note: null }, { seed }).json;
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [one, other].map((value) => canonicalize(JSON.parse(JSON.stringify(value))));
        expect(jsonOf(one) === jsonOf(other)).toBe(a === b);
        expect(jsonOf([one])).not.toBe(jsonOf({ 0: one }));
        expect(jsonOf(one)).toBe(canonicalize(JSON.parse(jsonOf(one))));
      }),
      { numRuns: 100 },
    );
    // What an event says that looks like the hash of a text is none.
    const mark = { 'sha256-salted': textHash('Kuka', sha256(seed, '/data')) };
    expect(jsonOf({ 'sha256-salted': 1, 'z~': 2, '~a': 3 })).toContain('{"z~":2,"~a":3,"~sha256-salted":1}');
    expect(() => jsonOf({ '\ud800': 1 })).toThrow(ContentError);
    expect(jsonOf(mark)).toContain('"~sha256-salted"');
    expect(jsonOf(mark)).not.toBe(jsonOf('Kuka'));
  });
});

it('writes an entry as canonical JSON', () => {
  const entry = envelopeEntry({
    ...{ county: '09', stream: '09.one', seq: 1, kind: 'fact', type: 'Written', at: '2026-01-01T00:00:00.000Z' },
    ...{ actor: 'key:1', role: 'coordinator', content: Buffer.alloc(32, 0xab) },
  });
  expect(entry).toBe(
    `{"actor":"key:1","at":"2026-01-01T00:00:00.000Z","content":"${'ab'.repeat(32)}","county":"09","kind":"fact","role":"coordinator","seq":1,"stream":"09.one","type":"Written","v":1}`,
  );
});
