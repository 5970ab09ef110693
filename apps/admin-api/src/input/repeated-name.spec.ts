import fc from 'fast-check';
import { repeatedName } from './repeated-name';

describe('a name that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{ "x" : [ {"b": "\\"", "c": 1, "b" : null} ] }', 'b'],
    ['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', undefined],
    ['{"a":"a","b":["a","a"],"c":"{\\"a\\":1,\\"a\\":2}"}', undefined],
    ['"a"', undefined],
    ['[]', undefined],
  ])('%s: %s', (text, name) => expect(repeatedName(text)).toBe(name));

  it('is found in nothing that JSON.stringify has written, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => {
        expect(repeatedName(JSON.stringify(value, null, space))).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
