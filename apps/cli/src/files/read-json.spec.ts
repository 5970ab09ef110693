import fc from 'fast-check';
import { readJson } from './read-json';
import { readYaml } from './read-yaml';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('JSON', () => {
  it('is read as the same as the YAML that it is, with the same places', () => {
    const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(container, fc.constantFrom(0, 2, '\t'), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        const [json, yaml] = [readJson(text), readYaml(text, 'code')];
        if (json === undefined || 'findings' in yaml) throw new Error('not read');
        expect(json.data).toEqual(yaml.data);
        for (const key of Object.keys(data)) expect(json.locate([key])).toEqual(yaml.locate([key]));
      }),
    );
  });

  it('with a key given twice is never taken, wherever it stands and however it is written', () => {
    const key = fc.string({ minLength: 1, unit: fc.constantFrom('a', ':', '"', '\\', '{', '}', ',', ' ') });
    fc.assert(
      fc.property(key, fc.jsonValue(), fc.jsonValue(), fc.nat(5), (name, one, two, depth) => {
        const pair = (value: unknown): string => `${JSON.stringify(name)} : ${JSON.stringify(value)}`;
        const within = (text: string): string => `[${'{"k":'.repeat(depth)}${text}${'}'.repeat(depth)}]`;
        expect(readJson(within(`{${pair(one)}}`))).toBeDefined();
        expect(readJson(within(`{${pair(one)}, "other": 1, ${pair(two)}}`))).toBeUndefined();
      }),
    );
    expect(readJson('{"a": 1, "\\u0061": 2}')).toBeUndefined();
    expect(readJson('{"__proto__": 1, "__proto__": 2}')).toBeUndefined();
  });

  it.each(['', 'a: 1', '"a"', '1', 'null', '{a: 1}', '{"a": 1,}', '[1] # one', '{"a": 1}\n---\n{"b": 2}'])(
    'is not what YAML alone knows, nor a single value: %j',
    (text) => {
      expect(readJson(text)).toBeUndefined();
    },
  );

  it('is nested 64 levels at most, and strings of millions of characters do no harm', () => {
    expect(readJson(deep(64))).toBeDefined();
    expect(readJson(deep(65))).toBeUndefined();
    expect(readJson(deep(4_000_000))).toBeUndefined();
    expect(readJson(JSON.stringify({ a: '":'.repeat(3_000_000) }))).toBeDefined();
    expect(readJson(JSON.stringify({ a: '\\'.repeat(4_900_000) }))).toBeDefined();
  });
});
