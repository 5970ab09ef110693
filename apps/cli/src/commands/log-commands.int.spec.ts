import { instant } from '@app/domain';
import { openStore, setVirtualClock, type Store } from '@app/store';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister, plannedEntry } from '../../../../test/support/example-area';
import { fillLog } from '../../../../test/support/filled-log';
import { begin, startRequest, step } from '../../../../test/support/requests';
import { createProgram } from '../program';

const negotiation = '09.neuvottelu';

let database: TestDatabase;
let store: Store;
let size: number;
const environment = { ...process.env };
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  await store.register.import(exampleRegister());
  await at('2026-03-12T12:00:00+02:00');
  const start = plannedEntry('hyte-negotiation-2026');
  await done(store.workflows.start(begin(negotiation, start.definition, start.data)));
  await done(store.workflows.give(step(negotiation, 'record-planning', { heldOn: '2026-03-12' })));
  await done(
    store.workflows.give(step(negotiation, 'fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } })),
  );
  await at('2026-05-25T12:00:00+03:00');
  await done(store.workflows.give(step(negotiation, 'invite', {})));
  await at('2026-05-26T12:00:00+03:00');
  await startRequest(store, '09.pyynto', { organisation: '781' });
  const taken = step('09.pyynto', 'succeed', { organisation: '111', reason: 'Kuntaliitos.' });
  await done(store.workflows.give({ ...taken, actor: { id: negotiation, role: 'workflow' } }));
  size = await fillLog(database, '09');
  Object.assign(process.env, { DATABASE_URL: database.appUrl, LC_ALL: 'fi_FI.UTF-8' });
});
afterAll(async () => {
  process.env = environment;
  await store.close();
  await database.drop();
});

const at = (moment: string) => setVirtualClock(database.ownerUrl, instant(moment));

async function done(answer: Promise<{ outcome: string }>): Promise<void> {
  expect(await answer).toMatchObject({ outcome: 'accepted' });
}

/** What the command writes to stdout. */
const run = (...line: string[]) => command('log', ...line);

async function command(...line: string[]): Promise<string> {
  const written: string[] = [];
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await createProgram().parseAsync(line, { from: 'user' });
    return written.join('');
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

type Line = { position: number; stream: string; type: string; words: string };
const exported = async (...line: string[]) =>
  (await run('export', ...line))
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Line);

describe('the log, read page by page', () => {
  const positions = async (pages: AsyncIterable<{ events: { position: number | null }[] }>) => {
    const found: (number | null)[] = [];
    for await (const { events } of pages) found.push(...events.map(({ position }) => position));
    return found;
  };

  it('is whole and in order whatever the size of a page', async () => {
    const all = Array.from({ length: size }, (_, position) => position);
    for (const limit of [1, 7, 1_000])
      expect(await positions(store.events.pages('09', {}, { after: -1, limit }))).toEqual(all);
    expect(await positions(store.events.pages('09', { until: 9 }, { after: 4, limit: 3 }))).toEqual([5, 6, 7, 8, 9]);
    expect(await positions(store.events.pages('05', {}, { after: -1, limit: 10 }))).toEqual([]);
  });

  it('finds by a filter what a look through everything finds', async () => {
    const all = (await store.events.page('09', {}, { after: -1, limit: 10_000 })).events;
    const type = 'InformationRequested';
    const expected = all.filter((event) => event.type === type).map(({ position }) => position);
    expect(expected.length).toBeGreaterThan(10);
    for (const limit of [2, 500])
      expect(await positions(store.events.pages('09', { type }, { after: -1, limit }))).toEqual(expected);
    expect(await positions(store.events.pages('09', { stream: negotiation }, { after: -1, limit: 2 }))).toEqual(
      all.filter(({ stream }) => stream === negotiation).map(({ position }) => position),
    );
  });

  it('stops when nobody takes more', async () => {
    for await (const { events } of store.events.pages('09', {}, { after: -1, limit: 5 })) {
      expect(events).toHaveLength(5);
      break;
    }
    // The connection of the page that was being read is free again.
    expect(await store.events.size('09')).toBe(size);
  });
});

describe('log export', () => {
  it('writes a part of the log as lines, and names whom each event was about then', async () => {
    const lines = await exported('--from', '3');
    expect(lines.map(({ position }) => position)).toEqual(Array.from({ length: size - 3 }, (_, index) => index + 3));
    const words = lines.filter(({ stream }) => stream === '09.pyynto').map((line) => [line.type, line.words]);
    expect(words).toContainEqual([
      'DeadlineSet',
      expect.stringMatching(/^Sysmän kunnan vastauspäivä on ma\u00a017\.8\.2026/),
    ]);
    expect(words).toContainEqual([
      'RequestTakenOver',
      'Pyyntö siirrettiin Heinolan kaupungille aiemman vastaajan seuraajana (syy: Kuntaliitos).',
    ]);
    expect((await exported('--from', '2', '--to', '4')).map(({ position }) => position)).toEqual([2, 3, 4]);
  });

  it('writes a table', async () => {
    const table = await run('export', '--format', 'csv', '--to', '1');
    expect(table.split('\r\n')).toHaveLength(4);
    expect(table).toMatch(/^\ufeffSija;.*\r\n0;2026-03-12;12:00;"Pääkäyttäjä aloitti hyte-neuvottelun valmistelun/);
  });

  it('refuses what the log does not have, and what is no range', async () => {
    await expect(run('export', '--to', String(size))).rejects.toMatchObject({ exitCode: 1 });
    await expect(run('export', '--from', '4', '--to', '3')).rejects.toMatchObject({ exitCode: 2 });
    await expect(run('export', '--county', '05')).rejects.toMatchObject({ exitCode: 1 });
    await expect(run('export', '--from', 'x')).rejects.toThrow('whole number');
  });
});

describe('log replay --as-of', () => {
  const states = async (moment: string) =>
    (JSON.parse(await run('replay', '--as-of', moment)) as { workflows: { id: string; state: string }[] }).workflows;

  it('gives the states of a day, of a moment and of a position', async () => {
    const early = await states('2026-03-12');
    expect(early.map(({ id }) => id)).toEqual([negotiation]);
    expect(await states('2026-03-12T10:00:00Z')).toEqual(early);
    const all = await states(String(size - 1));
    expect(all.length).toBeGreaterThan(20);
    const today = await store.workflows.list('09', {}, { limit: 200 });
    expect(all.map(({ id, state }) => [id, state])).toEqual(today.items.map(({ id, state }) => [id, state]));
    await expect(run('replay', '--as-of', String(size))).rejects.toMatchObject({ exitCode: 1 });
    await expect(run('replay', '--as-of', 'eilen')).rejects.toThrow('Give a position');
  });

  it('knows the children of then', async () => {
    const before = await store.past.read('09', negotiation, { at: instant('2026-05-25T08:59:59Z') });
    expect(before).toMatchObject({ outcome: 'known', children: [] });
    const after = await store.past.read('09', negotiation, { at: instant('2026-05-25T09:00:00Z') });
    if (after.outcome !== 'known') throw new Error(after.outcome);
    expect(after.children.map(({ id, state }) => [id, state])).toEqual(
      (await store.workflows.children('09', negotiation)).map(({ id, state }) => [id, state]),
    );
    expect(after.instance).toEqual(await store.workflows.read('09', negotiation));
  });
});

describe('records dispose', () => {
  it('tries by today, whatever day is asked about, and ends with 1 where something is refused', async () => {
    await done(store.workflows.give(step('09.pyynto', 'withdraw', { reason: 'Ei tarvita.' })));
    const asked = ['records', 'dispose', '--county', '09', '--before', '2099-01-01', '--json'];
    const outcomes = async (...more: string[]) => {
      const { items } = JSON.parse(await command(...asked, ...more)) as {
        items: { workflow: string; outcome: string }[];
      };
      return items.map(({ workflow, outcome }) => [workflow, outcome]);
    };
    expect(await outcomes()).toEqual([['09.pyynto', 'too-early']]);
    expect(process.exitCode).toBeUndefined();
    expect(await outcomes('--apply', '--reason', 'Säilytysaika.')).toEqual([['09.pyynto', 'too-early']]);
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    await at('2048-05-26T12:00:00+03:00');
    expect(await outcomes()).toEqual([['09.pyynto', 'unsealed']]);
    await fillLog(database, '09');
    expect(await outcomes()).toEqual([['09.pyynto', 'disposable']]);
  });
});
