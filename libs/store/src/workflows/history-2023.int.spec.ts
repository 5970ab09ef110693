import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DrivenCounty } from '../../../../test/support/driven-county';
import { history2023 } from '../../../../test/support/histories/history-2023';
import { idOf, replayed } from '../../../../test/support/histories/replayed-history';
import { begin } from '../../../../test/support/requests';

const { planned, startsAt, steps, until } = history2023;

let database: TestDatabase;
let county: DrivenCounty;
beforeAll(async () => {
  database = await createTestDatabase();
  county = await DrivenCounty.open(database, '09', instant(startsAt));
});
afterAll(async () => {
  await county.close();
  await database.drop();
});

it('the negotiation of 2023 leaves in the database what it leaves without one, and its logs give it again', async () => {
  const started = await county.store.workflows.start(
    begin(planned.id, planned.definition, planned.data, { year: 2023 }),
  );
  expect(started).toMatchObject({ outcome: 'accepted' });
  for (const { at, workflow, name, data } of steps) {
    await county.driveTo(instant(at));
    expect([at, name, await county.give(idOf(planned.id, workflow), name, data)]).toEqual([at, name, true]);
  }
  await county.driveTo(instant(until));

  const withoutDatabase = replayed(history2023).all.map(({ id, state, context, deadlines }) => ({
    id,
    state,
    context: JSON.parse(JSON.stringify(context)) as unknown,
    deadlines: JSON.parse(JSON.stringify(deadlines)) as unknown,
  }));
  for (const expected of withoutDatabase) expect(await county.read(expected.id)).toMatchObject(expected);
  const { streams, differences } = await county.store.replay.run();
  expect([streams, differences]).toEqual([withoutDatabase.length, []]);
}, 60_000);
