import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseRegister } from './parse-register';
import {
  fileContact as contact,
  fileRegister as small,
  registerIn as registerOf,
} from '../../../../test/support/small-register';

const file = join(__dirname, '../../../../data/paijat-hame-organisations.yaml');

function found(data: unknown) {
  return parseRegister(data).findings.map(({ code, entry, message }) => [code, entry, message.en]);
}

describe('the example register', () => {
  const register = registerOf(parse(readFileSync(file, 'utf8')));

  it('is read whole', () => {
    expect(register.county).toMatchObject({ code: '09', languages: ['fi'], closes: '16:15' });
    expect(register.bodies).toHaveLength(34);
    expect(register.organisations.filter(({ kind }) => kind === 'municipality')).toHaveLength(10);
    expect(register.contacts).toHaveLength(45);
  });

  it('gives every contact an id that is unique and does not tell who it is', () => {
    const ids = register.contacts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, email, of } of register.contacts) {
      expect(id).toMatch(new RegExp(`^${of}-[0-9a-f]{16}$`));
      const nameParts = email.replace(/@.*$/, '').split('.');
      expect(nameParts.some((part) => id.includes(part))).toBe(false);
    }
  });
});

describe('parseRegister', () => {
  it('sorts meetings and drops repeated ones', () => {
    expect(registerOf(small()).bodies[0]?.meetings).toEqual(['2026-08-20', '2026-10-15']);
  });

  it('keeps an id that the file gives, and derives the same one every time otherwise', () => {
    expect(registerOf(small({ contacts: [{ ...contact, id: 'k-1' }] })).contacts[0]?.id).toBe('k-1');
    const [first] = registerOf(small()).contacts;
    const [again] = registerOf(small({ contacts: [{ ...contact, email: 'Aino@Kunta.test', roles: [] }] })).contacts;
    expect(again?.id).toBe(first?.id);
  });

  it('keeps validity, language and interfaces', () => {
    const full = {
      ...contact,
      language: 'sv',
      interfaces: ['osallisuus'],
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    };
    expect(registerOf(small({ contacts: [full] })).contacts[0]).toMatchObject({
      ...full,
      roles: [{ role: 'contact' }],
    });
    expect(registerOf(small()).contacts[0]).not.toHaveProperty('validFrom');
  });

  it.each([
    [
      'an unknown field',
      small({ contacts: [{ ...contact, phone: '1' }] }),
      'invalid-register',
      'The field contacts[0].phone is not known.',
    ],
    ['a missing part', small({ contacts: undefined }), 'invalid-register', 'The field contacts is missing.'],
    [
      'an unknown language',
      small({ contacts: [{ ...contact, language: 'se' }] }),
      'invalid-register',
      'The value “se” of the field contacts[0].language will not do. Allowed values: fi, sv, en.',
    ],
    [
      'a date that YAML 1.1 made a Date',
      small({ contacts: [{ ...contact, validFrom: new Date(0) }] }),
      'invalid-register',
      'The field contacts[0].validFrom has to be text (in quotation marks).',
    ],
    [
      'an unknown organisation',
      small({ contacts: [{ ...contact, id: 'k-1', of: '999' }] }),
      'unknown-organisation',
      'k-1: the organisation 999 is not in the register.',
    ],
    [
      'an impossible day',
      small({ contacts: [{ ...contact, id: 'k-1', validTo: '2026-02-30' }] }),
      'invalid-date',
      'k-1: there is no day “2026-02-30”. Write the day as yyyy-mm-dd.',
    ],
    [
      'a validity that ends before it begins',
      small({ contacts: [{ ...contact, id: 'k-1', validFrom: '2026-07-01', validTo: '2026-06-30' }] }),
      'invalid-date',
      'k-1: the validity ends (2026-06-30) before it begins (2026-07-01).',
    ],
    [
      'two addresses in one',
      small({ contacts: [{ ...contact, id: 'k-1', email: 'a@x.test,b@x.test' }] }),
      'invalid-address',
      'k-1: "a@x.test,b@x.test" is not an e-mail address. Write one address, such as kirjaamo@kunta.example.invalid.',
    ],
    [
      'an unknown answering body',
      small({
        organisations: [
          {
            id: '016',
            kind: 'municipality',
            name: { fi: 'Kunta', sv: 'Kommun' },
            languages: ['fi'],
            answers: 'nobody',
          },
        ],
      }),
      'unknown-body',
      '016: the body nobody is not in the register.',
    ],
    [
      'one id twice',
      small({
        contacts: [
          { ...contact, id: 'k-1' },
          { ...contact, id: 'k-1', roles: ['manager'] },
        ],
      }),
      'duplicate-id',
      'The id k-1 stands more than once in the register. Give each an id of its own.',
    ],
    ['no register at all', [], 'invalid-register', 'The file has to contain keys and values.'],
  ])('finds %s', (_what, data, code, message) => {
    expect(found(data).map(([foundCode, , said]) => [foundCode, said])).toEqual([[code, message]]);
  });

  it('finds everything wrong at once, and says whose it is', () => {
    const bodies = (small().bodies as object[]).map((body) => ({ ...body, of: '111', meetings: ['2026-02-30'] }));
    const county = { ...(small().county as object), registry: 'kirjaamo' };
    expect(found(small({ bodies, county })).map(([code, entry]) => [code, entry])).toEqual([
      ['invalid-address', '09'],
      ['invalid-date', 'lautakunta'],
      ['unknown-organisation', 'lautakunta'],
    ]);
  });
});

describe('whatever a file holds', () => {
  const parts = ['county', 'bodies', 'organisations', 'contacts', 'interfaces', 'changes'];
  const fields = [
    'id',
    'of',
    'email',
    'roles',
    'validFrom',
    'validTo',
    'on',
    'from',
    'into',
    'kind',
    'meetings',
    'code',
  ];
  const item = fc.dictionary(
    fc.constantFrom(...fields),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('016', '09', '0000-01-01')),
  );
  const change = fc.tuple(fc.constantFrom(...parts), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(item), item));

  it('it is read or told of, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const { register, findings } = parseRegister(small(Object.fromEntries(changes)));
        expect(register === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
        expect(findings.every(({ path }) => path !== undefined)).toBe(true);
      }),
    );
  });
});
