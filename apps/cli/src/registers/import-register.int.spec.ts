import type { Organisation, Register } from '@app/domain';
import { openStore, type Store } from '@app/store';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { changeInto } from './import-register';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const ngo = (id: string): Organisation => ({ id, kind: 'ngo', name: { fi: id, sv: id }, languages: ['fi'] });
const adding =
  (id: string) =>
  (register: Register = exampleRegister()): Register => ({
    ...register,
    organisations: [...register.organisations, ngo(id)],
  });
const ids = async () => (await store.register.read('09'))?.organisations.map(({ id }) => id) ?? [];

describe('an import that goes on from what there is', () => {
  it('loses nothing of another at the same time', async () => {
    await store.register.import(exampleRegister());
    const added = ['ngo-1', 'ngo-2', 'ngo-3'];
    const imported = await Promise.all(added.map((id) => changeInto(store, '09', adding(id), { dryRun: false })));
    expect(await ids()).toEqual(expect.arrayContaining(added));
    expect(imported.map(({ changes }) => changes)).toEqual(
      added.map((id) => [{ kind: 'organisation', id, how: 'added' }]),
    );
  });

  it('founds a register where there is none, and a dry run writes nothing', async () => {
    const dry = await changeInto(store, '09', adding('ngo-1'), { dryRun: true });
    expect([dry.changes.length > 1, await ids()]).toEqual([true, []]);
    const founded = await changeInto(store, '09', adding('ngo-1'), { dryRun: false });
    expect(founded.changes).toEqual(dry.changes);
    expect(await ids()).toContain('ngo-1');
  });
});
