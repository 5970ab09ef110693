import type { CivilDate } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql } from '../../../../test/support/requests';
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
  });
  expect(await store.register.read('09')).toEqual(register);
});

it('imported again changes nothing', async () => {
  expect(await store.register.import(exampleRegister())).toMatchObject({ changed: 0 });
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
    { code: '17', name: other.county.name },
  ]);
});

it('from several files at once ends as one of them', async () => {
  const register = exampleRegister();
  const shorter = { ...register, contacts: register.contacts.slice(0, 3) };
  await Promise.all([store.register.import(register), store.register.import(shorter), store.register.import(register)]);
  expect([register, shorter]).toContainEqual(await store.register.read('09'));
});
