import fc from 'fast-check';
import { InvalidAddressError, parseAddress } from './address';

describe('parseAddress', () => {
  it.each([
    ['kirjaamo@asikkala.example.invalid', 'kirjaamo@asikkala.example.invalid'],
    ['Aino.Esimerkki+hyte@Asikkala.Example.INVALID', 'Aino.Esimerkki+hyte@asikkala.example.invalid'],
    ['kirjaamo@kärkölä.example.invalid', 'kirjaamo@kärkölä.example.invalid'],
    ['kirjaamo@xn--krkl-loac4p.test', 'kirjaamo@xn--krkl-loac4p.test'],
    ['a%b@y.test', 'a%b@y.test'],
    [`${'a'.repeat(64)}@y.test`, `${'a'.repeat(64)}@y.test`],
    ["o'malley@a.test", "o'malley@a.test"],
  ])('accepts %s', (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each([
    'a@y.test\r\nBcc: evil@x.test',
    'a@y.test\n',
    'a@y.test,b@x.test',
    'a@y.test;b@x.test',
    'Ryhmä: a@y.test, b@x.test;',
    'group:a@y.test;',
    'Aino <a@y.test>',
    '<a@y.test>',
    '"a b"@y.test',
    'a(comment)@y.test',
    ' a@y.test',
    'a @y.test',
    'a@y.test\u0000',
    'a@y.test\u200b',
    'a@@y.test',
    'a@b@y.test',
    'y.test',
    '@y.test',
    'a@',
    'a@localhost',
    'a@.test',
    'a@y..test',
    'a@-y.test',
    'a@y-.test',
    'a@[127.0.0.1]',
    'a@[IPv6:::1]',
    'a@127.0.0.1',
    '"a,b"@y.test',
    '"a\\@b"@y.test',
    '"a"@y.test',
    '(comment)a@y.test',
    'a@(comment)y.test',
    'a@y.test (comment)',
    'Ryhmä:;',
    'undisclosed-recipients:;',
    '<>',
    '@a.test,@b.test:c@y.test',
    'päivi@y.test',
    'a\u0308@y.test',
    'a@xn--\u00e4.test',
    'a@\ud83d\ude00.test',
    'a@y.test%0d%0aBcc:evil@x.test',
    'a@y.test\u2028Bcc: evil@x.test',
    `a@${'ä'.repeat(60)}.test`,
    '.a@y.test',
    'a.@y.test',
    'a..b@y.test',
    'a@y。test',
    'a@ｙ.test',
    `${'a'.repeat(65)}@y.test`,
    `a@${'y'.repeat(64)}.test`,
    `a@${'yyyyyyyyy.'.repeat(26)}test`,
    '',
  ])('refuses %j and keeps the value', (text) => {
    expect(() => parseAddress(text)).toThrow(InvalidAddressError);
    expect(() => parseAddress(text)).toThrow(expect.objectContaining({ value: text }));
  });

  it('gives nothing that a mail library could read as two addresses or as a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        let address = '';
        try {
          address = parseAddress(`${left}a@b.test${right}`);
        } catch (cause) {
          expect(cause).toBeInstanceOf(InvalidAddressError);
        }
        expect(address).not.toMatch(/[\s,;:<>()[\]"\\\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
