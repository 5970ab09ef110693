import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { parseRegister } from './parse-register';

const interfaces = [{ id: 'osallisuus', name: { fi: 'Osallisuus', sv: 'Delaktighet' }, years: [2026] }];
const organisations = [fileMunicipality('016'), fileMunicipality('081'), fileMunicipality('098')];
const holder = (id: string, more: object = {}) => ({
  ...fileContact,
  id,
  name: id.toUpperCase(),
  email: `${id}@kunta.test`,
  roles: ['manager'],
  ...more,
});

function found(data: unknown) {
  return parseRegister(data).findings.map(({ code, entry, path }) => [code, entry, path?.join('.')]);
}

function said(data: unknown) {
  return parseRegister(data).findings.map(({ message }) => message.en);
}

describe('a file with mistakes of several kinds', () => {
  it('is told all of them at once, each at its place, whatever the shape of the rest', () => {
    const data = fileRegister({
      county: { code: '09', name: { fi: 'Alue', sv: 'Område' }, registry: 'kirjaamo', closes: '25:00' },
      interfaces,
      organisations: [...organisations, fileMunicipality('16'), { id: '111', kind: 'town' }, fileMunicipality('081')],
      contacts: [
        { ...fileContact, language: 'se' },
        holder('k-1', { of: '111' }),
        holder('k-2', { of: '999', interfaces: ['osallisuus', 'harrastaminen'] }),
        holder('k-3', { roles: ['manager', { role: 'x', validFrom: '2026-02-30' }, 7, { roll: 'y' }] }),
        holder('k-4', { roles: ['manager', { role: 'x', validFrom: '2026-02-30', validTo: '2026-03-01' }] }),
      ],
      changes: [{ on: '2027-13-01', kind: 'merger', from: ['081'], into: '998' }, { kind: 'split' }],
    });
    expect(found(data)).toEqual([
      ['invalid-register', null, 'county.closes'],
      ['invalid-register', '111', 'organisations.4.kind'],
      ['invalid-register', '111', 'organisations.4.name'],
      ['invalid-register', '111', 'organisations.4.languages'],
      ['invalid-register', null, 'contacts.0.language'],
      ['invalid-register', 'k-3', 'contacts.3.roles.2'],
      ['invalid-register', 'k-3', 'contacts.3.roles.3.role'],
      ['invalid-register', 'k-3', 'contacts.3.roles.3.roll'],
      ['invalid-register', null, 'changes.1.kind'],
      ['invalid-address', '09', 'county.registry'],
      ['duplicate-id', '081', 'organisations.5.id'],
      ['invalid-municipality-code', '16', 'organisations.3.id'],
      ['unknown-organisation', 'k-2', 'contacts.2.of'],
      ['unknown-interface', 'k-2', 'contacts.2.interfaces.1'],
      ['invalid-date', 'k-4', 'contacts.4.roles.1.validFrom'],
      ['invalid-date', '081', 'changes.0.on'],
      ['unknown-organisation', '081', 'changes.0.into'],
    ]);
    expect(parseRegister(data)).not.toHaveProperty('register');
  });

  it('is told what else is wrong with an item of which a field cannot be read', () => {
    const organisation = { ...fileMunicipality('16'), languages: 'fi', registry: 'a@b', answers: 'none' };
    const body = {
      ...(fileRegister().bodies as object[])[0],
      materialsDaysBefore: -1,
      of: '999',
      meetings: ['2026-02-30'],
    };
    const contact = {
      ...fileContact,
      language: 'se',
      email: 'a@x.test;b@x.test',
      interfaces: ['muu'],
      validTo: '31.12.2026',
    };
    const nobody = { ...fileContact, name: 7, email: 'a b', roles: [{ role: 'manager', validTo: '2026-13-01' }] };
    const data = fileRegister({
      interfaces,
      organisations: [...organisations, organisation],
      bodies: [body],
      contacts: [contact, nobody],
    });
    expect(found(data)).toEqual([
      ['invalid-register', 'lautakunta', 'bodies.0.materialsDaysBefore'],
      ['invalid-register', '16', 'organisations.3.languages'],
      ['invalid-register', null, 'contacts.0.language'],
      ['invalid-register', null, 'contacts.1.name'],
      ['invalid-date', 'lautakunta', 'bodies.0.meetings.0'],
      ['unknown-organisation', 'lautakunta', 'bodies.0.of'],
      ['invalid-municipality-code', '16', 'organisations.3.id'],
      ['invalid-address', '16', 'organisations.3.registry'],
      ['unknown-body', '16', 'organisations.3.answers'],
      ['invalid-address', null, 'contacts.0.email'],
      ['invalid-date', null, 'contacts.0.validTo'],
      ['unknown-interface', null, 'contacts.0.interfaces.0'],
      ['invalid-address', null, 'contacts.1.email'],
      ['invalid-date', null, 'contacts.1.roles.0.validTo'],
    ]);
    expect(said(data).slice(-2)).toEqual([
      expect.stringMatching(/^contacts\[1\]: "a b" is not an e-mail address/),
      expect.stringMatching(/^contacts\[1\], manager: there is no day “2026-13-01”/),
    ]);
  });

  it('is told hundreds of them', () => {
    const contacts = Array.from({ length: 400 }, (_, index) => ({
      ...fileContact,
      id: `k-${index}`,
      email: index % 2 === 0 ? `a@x.test,\nb${index}@x.test` : `a${index}@x.test`,
      of: index % 4 === 1 ? '999' : '016',
      validFrom: index % 4 === 3 ? '2026-02-30' : '2026-01-01',
    }));
    const findings = parseRegister(fileRegister({ contacts })).findings;
    expect(findings).toHaveLength(400);
    expect(findings[0]?.message.en).toContain(String.raw`"a@x.test,\nb0@x.test" is not an e-mail address`);
    expect(new Set(findings.map(({ path }) => path?.[1])).size).toBe(400);
  });

  it('says what a value of several types may be', () => {
    expect(said(fileRegister({ contacts: [holder('k-1', { roles: [7] })], changes: [{ kind: 'split' }] }))).toEqual([
      'The field contacts[0].roles[0] has to be text (in quotation marks) or keys and values.',
      'The value “split” of the field changes[0].kind will not do. Allowed values: merger, transfer.',
    ]);
  });

  it('does not call unknown what stands in a part that cannot be read', () => {
    expect(found(fileRegister({ organisations: 'none', contacts: [holder('k-1')] }))).toEqual([
      ['invalid-register', null, 'organisations'],
    ]);
    expect(
      found(fileRegister({ bodies: undefined, organisations: [fileMunicipality('016', { answers: 'b' })] })),
    ).toEqual([['invalid-register', null, 'bodies']]);
  });
});

describe('codes', () => {
  it.each(['00', '22', '90', '91'])('%s is not a wellbeing services county', (code) => {
    const county = { ...(fileRegister().county as object), code };
    expect(found(fileRegister({ county, bodies: [] }))).toEqual([['unknown-county', code, 'county.code']]);
    expect(said(fileRegister({ county, bodies: [] }))[0]).toContain('Helsinki (90) and Åland (91) are not');
  });

  it.each(['01', '10', '21'])('%s is one', (code) => {
    expect(found(fileRegister({ county: { ...(fileRegister().county as object), code }, bodies: [] }))).toEqual([]);
  });

  it('a county needs no registry, and other organisations no municipality code', () => {
    const { registry: _left, ...county } = fileRegister().county as Record<string, unknown>;
    const ngo = { ...fileMunicipality('jarjesto-1'), kind: 'ngo' };
    const register = registerIn(fileRegister({ county, organisations: [...organisations, ngo] }));
    expect(register.county).not.toHaveProperty('registry');
  });
});

describe('interfaces', () => {
  const contacts = [holder('k-1', { interfaces: ['osallisuus', 'muu'] })];

  it('are checked where the file lists them', () => {
    expect(found(fileRegister({ contacts, interfaces }))).toEqual([
      ['unknown-interface', 'k-1', 'contacts.0.interfaces.1'],
    ]);
    expect(found(fileRegister({ contacts }))).toEqual([]);
    expect(found(fileRegister({ interfaces: [...interfaces, ...interfaces] }))).toEqual([
      ['duplicate-id', 'osallisuus', 'interfaces.1.id'],
    ]);
  });
});

describe('one contact twice', () => {
  it('is known by the organisation and the address where it has no id', () => {
    const contacts = [fileContact, { ...fileContact, email: 'AINO@kunta.test', roles: ['manager'] }];
    expect(found(fileRegister({ contacts }))).toEqual([
      ['duplicate-id', expect.stringMatching(/^016-[0-9a-f]{16}$/), 'contacts.1.email'],
    ]);
    expect(said(fileRegister({ contacts }))[0]).toContain(
      'AINO@kunta.test stands more than once in the organisation 016',
    );
  });

  it('is called by name in messages where it has no id', () => {
    expect(said(fileRegister({ contacts: [{ ...fileContact, validTo: '2026-02-30' }] }))).toEqual([
      'Aino Malli (016): there is no day “2026-02-30”. Write the day as yyyy-mm-dd.',
    ]);
  });
});

describe('a sole role', () => {
  const doubles = (...contacts: object[]) =>
    parseRegister(fileRegister({ organisations, contacts })).findings.map(({ code, entry, others, date, path }) => [
      code,
      entry,
      others,
      date,
      path?.join('.'),
    ]);

  it('has one holder on one day', () => {
    expect(doubles(holder('k-1'), holder('k-2'))).toEqual([
      ['two-holders', 'k-2', ['k-1'], null, 'contacts.1.roles.0'],
    ]);
    expect(said(fileRegister({ contacts: [holder('k-1'), holder('k-2', { validFrom: '2026-09-01' })] }))).toEqual([
      '016: the role manager has two holders from 1\u00a0September\u00a02026 on: K-1 and K-2. Give one an end date (validTo) or make one the deputy (deputy-of-manager).',
    ]);
  });

  it.each([
    ['one after the other', { validTo: '2026-08-31' }, { validFrom: '2026-09-01' }, null],
    ['one day together', { validTo: '2026-09-01' }, { validFrom: '2026-09-01' }, '2026-09-01'],
    ['together by the dates of the role', {}, { roles: [{ role: 'manager', validFrom: '2026-09-01' }] }, '2026-09-01'],
    [
      'apart by the dates of the role',
      { roles: [{ role: 'manager', validTo: '2026-08-31' }] },
      { roles: ['contact', { role: 'manager', validFrom: '2026-09-01' }] },
      null,
    ],
    [
      'together in between only',
      {
        roles: [
          { role: 'manager', validTo: '2026-03-31' },
          { role: 'manager', validFrom: '2026-10-01' },
        ],
      },
      { roles: [{ role: 'manager', validFrom: '2026-03-01', validTo: '2026-09-30' }] },
      '2026-03-01',
    ],
    [
      'a role that is never held',
      {},
      { validTo: '2026-01-31', roles: [{ role: 'manager', validFrom: '2026-02-01' }] },
      null,
    ],
    ['in two organisations', {}, { of: '081' }, null],
    ['a deputy beside the holder', {}, { roles: ['deputy-of-manager'] }, null],
    ['a role that many may hold', { roles: ['contact'] }, { roles: ['contact'] }, null],
  ])('%s', (_what, first, second, from) => {
    const codes = doubles(holder('k-1', first), holder('k-2', second)).map(([code, , , date]) => [code, date]);
    expect(codes).toEqual(from === null ? [] : [['two-holders', from]]);
  });

  it('may be held in two pieces by one person', () => {
    const roles = ['manager', { role: 'manager', validFrom: '2026-09-01' }];
    expect(doubles(holder('k-1', { roles }))).toEqual([]);
  });

  it('names every one too many', () => {
    const dated = (from: string, to: string) => ({ validFrom: from, validTo: to });
    const found = doubles(
      holder('k-4', dated('2026-05-01', '2026-05-31')),
      holder('k-1', dated('2026-01-01', '2026-12-31')),
      holder('k-2', dated('2026-02-01', '2026-02-28')),
      holder('k-3', dated('2027-01-01', '2027-12-31')),
    );
    expect(found.map(([, entry, others, date]) => [entry, others, date])).toEqual([
      ['k-2', ['k-1'], '2026-02-01'],
      ['k-4', ['k-1'], '2026-05-01'],
    ]);
  });

  it('is also the one that presents to a body of the organisation', () => {
    const bodies = (fileRegister().bodies as object[]).map((body) => ({ ...body, of: '016', presenter: 'esittelija' }));
    const contacts = [holder('k-1', { roles: ['esittelija'] }), holder('k-2', { roles: ['esittelija'] })];
    expect(found(fileRegister({ bodies, contacts }))).toEqual([['two-holders', 'k-2', 'contacts.1.roles.0']]);
    const elsewhere = bodies.map((body) => ({ ...body, of: '081', presenter: undefined }));
    const without = elsewhere.map(({ presenter: _left, ...body }) => body);
    expect(found(fileRegister({ organisations, bodies: without, contacts }))).toEqual([]);
  });
});

describe('a presenting official that nobody is', () => {
  const bodies = (fileRegister().bodies as object[]).map((body) => ({ ...body, presenter: 'hyte-johtaja' }));

  it('is a warning, which does not stop the import', () => {
    const { register, findings } = parseRegister(fileRegister({ bodies }));
    expect(findings).toMatchObject([
      { code: 'empty-presenter', severity: 'warning', path: ['bodies', 0, 'presenter'] },
    ]);
    expect(register?.bodies).toHaveLength(1);
  });

  it('is somebody who holds the role in the body’s organisation, or a body', () => {
    const director = holder('k-1', { of: '09', roles: [{ role: 'hyte-johtaja', validFrom: '2027-01-01' }] });
    expect(found(fileRegister({ bodies, contacts: [director] }))).toEqual([]);
    expect(found(fileRegister({ bodies, contacts: [{ ...director, of: '016' }] }))).toHaveLength(1);
    const chain = [...bodies, ...bodies].map((body, index) => ({
      ...body,
      id: `b-${index}`,
      presenter: index === 0 ? 'b-1' : 'hyte-johtaja',
    }));
    expect(found(fileRegister({ bodies: chain, contacts: [director] }))).toEqual([]);
  });

  it('is not looked for among contacts that cannot be read', () => {
    expect(found(fileRegister({ bodies, contacts: [{ ...fileContact, of: 7 }] })).map(([code]) => code)).toEqual([
      'invalid-register',
    ]);
  });
});
