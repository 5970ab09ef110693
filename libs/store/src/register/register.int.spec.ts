import { type CivilDate, type Register, registerFile } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql } from '../../../../test/support/requests';
import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { openStore, type Store } from '../index';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('is read back as it was imported, in the same order', async () => {
  const register = exampleRegister();
  expect(await store.register.read('09')).toBeUndefined();
  const imported = await store.register.import(register);
  expect(imported).toEqual({
    county: '09',
    organisations: register.organisations.length,
    bodies: register.bodies.length,
    contacts: register.contacts.length,
    changed: 1 + register.organisations.length + register.bodies.length + register.contacts.length,
    changes: [
      { kind: 'county', id: '09', how: 'added' },
      ...register.organisations.map(({ id }) => ({ kind: 'organisation', id, how: 'added' })),
      ...register.bodies.map(({ id }) => ({ kind: 'body', id, how: 'added' })),
      ...register.contacts.map(({ id }) => ({ kind: 'contact', id, how: 'added' })),
    ],
  });
  expect(await store.register.read('09')).toEqual(register);
});

it('imported again changes nothing', async () => {
  const rows = () => sql(database.superuserUrl, 'select xmin::text, id from vuosikello.contact order by id');
  const before = await rows();
  expect(await store.register.import(exampleRegister())).toMatchObject({ changed: 0, changes: [] });
  expect(await rows()).toEqual(before);
});

it('tried out first tells what would change, and changes nothing', async () => {
  const register = exampleRegister();
  const [first, ...others] = register.contacts;
  if (!first) throw new Error('the example has contacts');
  const added = { ...first, id: 'k-1', email: 'uusi@asikkala.example.invalid' };
  const changed: Register = {
    ...register,
    county: { ...register.county, closes: '15:00' },
    organisations: register.organisations.map((organisation, index) =>
      index === 1 ? { ...organisation, closes: '15:00' } : organisation,
    ),
    contacts: [added, ...others],
  };
  const { changes, changed: count } = await store.register.import(changed, { dryRun: true });
  expect(changes).toEqual([
    { kind: 'county', id: '09', how: 'changed' },
    { kind: 'organisation', id: '081', how: 'changed' },
    { kind: 'contact', id: 'k-1', how: 'added' },
    { kind: 'contact', id: first.id, how: 'removed' },
  ]);
  expect(count).toBe(4);
  expect(await store.register.read('09')).toEqual(register);
  expect(
    await store.register.import({ ...register, county: { ...register.county, code: '05' } }, { dryRun: true }),
  ).toMatchObject({
    changes: expect.arrayContaining([{ kind: 'county', id: '05', how: 'added' }]),
  });
  expect(await store.register.read('05')).toBeUndefined();
});

it('keeps roles with their dates, a county without a registry, interfaces and changes of the area', async () => {
  const dated = registerIn(
    fileRegister({
      county: { code: '10', name: { fi: 'Alue', sv: 'Område' }, closes: '16:15' },
      bodies: [],
      organisations: [fileMunicipality('016'), fileMunicipality('081', { validFrom: '2020-01-01' })],
      interfaces: [{ id: 'osallisuus', name: { fi: 'Osallisuus', sv: 'Delaktighet' }, years: [2026] }],
      changes: [{ on: '2027-01-01', kind: 'merger', from: ['016'], into: '081' }],
      contacts: [
        {
          ...fileContact,
          roles: ['contact', { role: 'manager', validFrom: '2026-01-01' }, { role: 'chair', validTo: '2026-12-31' }],
        },
        { ...fileContact, of: '081', roles: [], interfaces: ['osallisuus'], name: 'O\'Malley \\ "Ä" {?} $1' },
      ],
    }),
  );
  await store.register.import(dated);
  expect(await store.register.read('10')).toEqual(dated);
  expect(await store.register.import(dated)).toMatchObject({ changes: [] });
  const [, second] = dated.contacts;
  if (!second) throw new Error('there are two');
  const handedOver = { ...dated, contacts: [{ ...second, roles: [{ role: 'manager' }] }] };
  expect((await store.register.import(handedOver)).changes.map(({ id, how }) => [id, how])).toEqual([
    [second.id, 'changed'],
    [dated.contacts[0]?.id, 'removed'],
  ]);
  expect(await store.register.read('10')).toEqual(handedOver);
});

it('carries out a merger once, and keeps those that are no more', async () => {
  const file = fileRegister({
    county: { code: '11', name: { fi: 'Alue', sv: 'Område' }, closes: '16:15' },
    bodies: [],
    organisations: [fileMunicipality('016'), fileMunicipality('081')],
  });
  await store.register.import(registerIn(file));
  const merged = registerIn({ ...file, changes: [{ on: '2027-01-01', kind: 'merger', from: ['016'], into: '081' }] });
  const contact = merged.contacts[0]?.id;
  expect((await store.register.import(merged)).changes).toEqual([
    { kind: 'county', id: '11', how: 'changed' },
    { kind: 'organisation', id: '016', how: 'changed' },
    { kind: 'contact', id: contact, how: 'changed' },
  ]);
  const read = await store.register.read('11');
  if (!read) throw new Error('there is no register');
  expect(read.organisations.map(({ id, validTo }) => [id, validTo])).toEqual([
    ['016', '2026-12-31'],
    ['081', undefined],
  ]);
  expect((await store.register.import(registerIn(registerFile(read)))).changes).toEqual([]);
});

it('says that the order has changed, but not of what only moves along', async () => {
  const register = exampleRegister();
  const [first, second, third, ...others] = register.contacts;
  if (!first || !second || !third) throw new Error('the example has contacts');
  const shorter = { ...register, contacts: [second, third, ...others] };
  expect((await store.register.import(shorter)).changes).toEqual([{ kind: 'contact', id: first.id, how: 'removed' }]);
  expect(await store.register.read('09')).toEqual(shorter);
  const turned = { ...register, contacts: [third, second, ...others] };
  expect((await store.register.import(turned)).changes).toEqual([{ kind: 'county', id: '09', how: 'changed' }]);
  expect(await store.register.read('09')).toEqual(turned);
  await store.register.import(register);
  expect(await store.register.read('09')).toEqual(register);
});

it('takes over what changed, and lets go of what is no longer in the file', async () => {
  const register = exampleRegister();
  const [first, second, ...others] = register.contacts;
  if (!first || !second) throw new Error('the example has contacts');
  const successor = { ...first, email: 'seuraaja@asikkala.example.invalid', validFrom: '2026-06-01' as CivilDate };
  const changed = { ...register, contacts: [successor, ...others] };
  const imported = await store.register.import(changed);
  expect(imported.contacts).toBe(register.contacts.length - 1);
  expect(await store.register.read('09')).toEqual(changed);
  expect(await sql(database.superuserUrl, 'select id from vuosikello.contact where id = $1', [second.id])).toEqual([]);
  await store.register.import(register);
  expect(await store.register.read('09')).toEqual(register);
});

it('of another county stays apart; which counties there are is public', async () => {
  const register = exampleRegister();
  const other = { ...register, county: { ...register.county, code: '17', name: { fi: 'Toinen', sv: 'Andra' } } };
  await store.register.import(other);
  await store.register.import({ ...other, contacts: [], organisations: [], bodies: [] });
  expect(await store.register.read('17')).toMatchObject({ contacts: [], organisations: [], bodies: [] });
  expect(await store.register.read('09')).toEqual(register);
  expect(await store.register.counties()).toEqual([
    { code: '09', name: register.county.name },
    { code: '10', name: { fi: 'Alue', sv: 'Område' } },
    { code: '11', name: { fi: 'Alue', sv: 'Område' } },
    { code: '17', name: other.county.name },
  ]);
});

it('from several files at once ends as one of them', async () => {
  const register = exampleRegister();
  const shorter = { ...register, contacts: register.contacts.slice(0, 3) };
  const answers = await Promise.all([
    store.register.import(register),
    store.register.import(shorter),
    store.register.import(register),
  ]);
  expect([register, shorter]).toContainEqual(await store.register.read('09'));
  // Each is compared with what the one before it made: what one removes, one after it at most can add again.
  const count = (how: string) =>
    answers.flatMap(({ changes }) => changes.filter((change) => change.how === how)).length;
  const gone = register.contacts.length - shorter.contacts.length;
  expect(count('removed')).toBe(gone);
  expect([0, gone]).toContain(count('added'));
});

it('is changed by several at once without losing what one of them did', async () => {
  await store.register.import(exampleRegister());
  const closing = (id: string) =>
    store.register.change('09', (register) => ({
      register: {
        ...register,
        organisations: register.organisations.map((one) => (one.id === id ? { ...one, closes: '14:00' } : one)),
      },
      said: id,
    }));
  const ids = ['016', '081', '098', '111'];
  const answers = await Promise.all(ids.map(closing));
  expect(answers).toMatchObject(
    ids.map((id) => ({ said: id, changes: [{ kind: 'organisation', id, how: 'changed' }] })),
  );
  const read = await store.register.read('09');
  expect(read?.organisations.filter(({ closes }) => closes === '14:00').map(({ id }) => id)).toEqual(ids);
});

it('stays as it was where a change says so, breaks off, or has nothing to change', async () => {
  const before = await store.register.read('09');
  const refuse = (): { refused: boolean; register?: Register } => ({ refused: true });
  expect(await store.register.change('09', refuse)).toEqual({ refused: true, changes: [] });
  const broken = store.register.change('09', () => {
    throw new RangeError('no');
  });
  await expect(broken).rejects.toThrow(RangeError);
  expect(await store.register.read('09')).toEqual(before);
  const never = jest.fn(() => ({}));
  expect(await store.register.change('05', never)).toBeUndefined();
  expect(never).not.toHaveBeenCalled();
});

it('owes the engine each change of its area once, and nothing for a dry run', async () => {
  const file = fileRegister({
    county: { code: '12', name: { fi: 'Alue', sv: 'Område' }, closes: '16:15' },
    bodies: [],
    organisations: [fileMunicipality('016'), fileMunicipality('081')],
  });
  const merged = registerIn({ ...file, changes: [{ on: '2027-01-01', kind: 'merger', from: ['016'], into: '081' }] });
  const owed = () =>
    sql(
      database.superuserUrl,
      `select dedupe_key as key, instance, state, vuosikello.instant(due_at) as due, payload
       from vuosikello.work_item where kind = 'change' and county = '12'`,
    );
  await store.register.import(registerIn(file));
  await store.register.import(merged, { dryRun: true });
  expect(await owed()).toEqual([]);
  await Promise.all([store.register.import(merged), store.register.import(merged)]);
  expect(await owed()).toEqual([
    {
      key: 'change:12:merger:016>081',
      instance: '12',
      state: 'pending',
      due: '2026-12-31T22:00:00.000Z',
      payload: '{"change":"merger:016>081","on":"2027-01-01"}',
    },
  ]);
  await store.register.change('12', (register) => ({ register: { ...register, changes: [] } }));
  expect(await owed()).toMatchObject([{ state: 'cancelled' }]);
});
