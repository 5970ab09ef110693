import { instant } from '@app/domain';
import type { Json } from '@app/workflows';
import { plannedStarts } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DrivenCounty } from '../../../../test/support/driven-county';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { begin } from '../../../../test/support/requests';
import { nextStep } from '../../../../test/support/year-story';

const goals = [
  { title: 'Liikunta', measure: 'MOVE-mittaus', baseline: '38 %', target: '30 %', owner: 'Hyte-lautakunta' },
];
const [first, second] = ['09.neuvottelu-2026', '09.neuvottelu-2027'];

let database: TestDatabase;
let county: DrivenCounty;
beforeAll(async () => {
  database = await createTestDatabase();
  county = await DrivenCounty.open(database, '09', instant('2026-01-02T08:00:00+02:00'));
});
afterAll(async () => {
  await county.close();
  await database.drop();
});

/** The negotiation of the example area; a year later all its dates are a year later. */
async function startNegotiation(id: string, year: 2026 | 2027): Promise<void> {
  const [planned] = plannedStarts(examplePlan(), exampleRegister()).starts;
  if (!planned) throw new Error('nothing is planned');
  const text = JSON.stringify(planned.data);
  const later = text.replace(/\b202[67]\b/g, (found) => String(Number(found) + 1));
  const data = JSON.parse(year === 2026 ? text : later) as Json;
  const answer = await county.store.workflows.start(begin(id, planned.definition, data, { year }));
  expect(answer).toMatchObject({ outcome: 'accepted' });
}

const carriedBy = async (id: string) =>
  (await county.store.workflows.read('09', id))?.context as { carriedGoals: { from: string; goals: object[] }[] };

it("a year's goals reach the next negotiation, whether it started before the first one closed or after", async () => {
  await startNegotiation(first, 2026);
  for (let steps = 0; (await county.read(first)).state !== 'open.awaiting-acknowledgements'; steps += 1) {
    if (steps > 100) throw new Error(`It stays in ${(await county.read(first)).state}`);
    await nextStep(county, first, () => 1);
  }
  await county.driveTo(instant('2026-12-30T10:00:00+02:00'));
  await startNegotiation(second, 2027);
  expect((await carriedBy(second)).carriedGoals).toEqual([]);

  await county.driveTo(instant('2027-01-29T10:00:00+02:00'));
  expect(await county.give(first, 'close', { goals })).toBe(true);
  const carried = [{ from: first, agreedOn: '2027-01-29', goals: [{ ...goals[0], id: `${first}#1` }] }];
  expect((await carriedBy(second)).carriedGoals).toMatchObject(carried);

  await startNegotiation('09.uusinta-2027', 2027);
  expect((await carriedBy('09.uusinta-2027')).carriedGoals).toMatchObject(carried);
  const { differences } = await county.store.replay.run();
  expect(differences).toEqual([]);
});
