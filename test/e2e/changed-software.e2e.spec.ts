import { instant } from '@app/domain';
import { type Inbox, startInbox } from '@app/embedded';
import { openStore, setVirtualClock, type Store } from '@app/store';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { exampleRegister } from '../support/example-area';
import { Replica } from './replica';
import { SoftwareCopy } from './software-copy';
import { until } from './until';

const folder = 'libs/workflows/src/site-visit';
const registry = 'libs/workflows/src/registry.ts';
const second = 'site-visit-2.workflow.ts';
const visit = { organisation: '016', place: 'Asikkalan kirjasto', visitOn: '2026-09-10', closes: '16:15' };

/** Monday; a week before the visit; the morning after it. */
const june = '2026-06-01T09:00:00+03:00';
const weekBefore = '2026-09-03T09:00:00+03:00';
const morningAfter = '2026-09-04T09:00:00+03:00';
const quarterLater = '2026-09-04T09:15:00+03:00';
const mondayAfter = '2026-09-07T09:00:00+03:00';
const dayAfter = '2026-09-11T09:00:00+03:00';

type Answer = { status: number; etag: string | null; body: Record<string, unknown> };
type Event = { type: string; data: unknown };

/**
 * One database, and the product twice: as it is with a small workflow added, and as it is later, with a second version of that
 * workflow beside the first. The tests are one story, in this order.
 */
describe('software that changes while workflows run', () => {
  let older: SoftwareCopy;
  let newer: SoftwareCopy;
  let database: TestDatabase;
  let inbox: Inbox;
  let store: Store;
  let keys: { coordinator: string; admin: string };
  const api = {} as { older: Replica; newer: Replica };
  let engine: Replica;
  const running: Replica[] = [];
  let aloneLog: Event[];
  /** Goes on while the first version is driven alone. */
  let built: Promise<void>;

  beforeAll(async () => {
    [older, newer] = [SoftwareCopy.make('older'), SoftwareCopy.make('newer')];
    older.addWorkflow('site-visit', { without: [second] });
    older.register('siteVisit', './site-visit/site-visit.workflow');
    newer.addWorkflow('site-visit');
    newer.register('siteVisit', './site-visit/site-visit.workflow');
    newer.register('siteVisit2', './site-visit/site-visit-2.workflow');
    await older.build();
    built = newer.build();

    database = await createTestDatabase();
    inbox = await startInbox();
    store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'changed-software' });
    await setClock(june);
    await store.register.import(exampleRegister());
    const key = async (role: 'coordinator' | 'admin') => (await store.keys.create({ county: '09', role })).key;
    keys = { coordinator: await key('coordinator'), admin: await key('admin') };
    engine = await startEngine(older);
    api.older = await startApi(older);
  });
  afterAll(async () => {
    await (built as Promise<void> | undefined)?.catch(() => undefined);
    await Promise.all(running.map((replica) => replica.stop()));
    await (store as Store | undefined)?.close();
    await (inbox as Inbox | undefined)?.stop();
    await (database as TestDatabase | undefined)?.drop();
    for (const copy of [older, newer]) (copy as SoftwareCopy | undefined)?.remove();
  });

  const setClock = (at: string) => setVirtualClock(database.ownerUrl, instant(at));

  async function start(copy: SoftwareCopy, app: 'engine' | 'admin-api', settings: Record<string, string>) {
    const replica = await Replica.start(copy.folder, app, settings);
    running.push(replica);
    return replica;
  }
  const startApi = (copy: SoftwareCopy) => start(copy, 'admin-api', { DATABASE_URL: database.appUrl, PORT: '0' });
  const startEngine = (copy: SoftwareCopy) =>
    start(copy, 'engine', {
      DATABASE_URL: database.engineUrl,
      QUEUE_URL: database.queueUrl,
      SMTP_URL: inbox.url,
      MAIL_MODE: 'inbox',
      RECONCILE_SECONDS: '1',
    });

  async function ask(
    { url }: Replica,
    path: string,
    { json, etag, key = keys.coordinator }: { json?: unknown; etag?: string | null; key?: string } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${url}/v1${path}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(etag && { 'If-Match': etag }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as Answer['body'] };
  }

  const arrange = (replica: Replica, key: string) =>
    ask(replica, '/workflows', { json: { definition: 'site-visit', key, data: visit } });

  async function give(replica: Replica, id: string, command: string, data: object): Promise<Answer> {
    const instance = await store.workflows.read('09', id);
    const etag = `"${instance?.version ?? 0}"`;
    return ask(replica, `/workflows/${id}/commands`, { json: { command, data }, etag });
  }

  async function logOf(id: string): Promise<Event[]> {
    const events = await store.workflows.events('09', id, { after: 0, limit: 100 });
    return events.map(({ type, data }) => ({ type, data }));
  }

  const mailsOf = async (id: string) => (await store.notifications.list('09', { workflow: id }, { limit: 100 })).items;
  const mailed = async (id: string, template: string): Promise<boolean> =>
    (await mailsOf(id)).some((mail) => mail.template === template && mail.state === 'accepted');
  const isGathered = async (id: string): Promise<boolean> => (await mailsOf(id)).some(({ digest }) => digest !== null);
  const arrived = (id: string, template: string) =>
    // What only one of two engines knows is left to it in rounds of some seconds.
    until(`${template} of ${id}`, async () => (await mailed(id, template)) || undefined);

  it('takes one folder and the registry to add a small workflow', () => {
    const first = ['site-visit.chart.ts', 'site-visit.data.ts', 'site-visit.workflow.ts'];
    expect(older.changes()).toEqual([registry, ...first.map((file) => `${folder}/${file}`)].sort());
    expect(newer.changes()).toEqual([registry, ...[second, ...first].map((file) => `${folder}/${file}`)].sort());
  });

  it('runs the workflow that was added: started, reminded of, closed, drawn', async () => {
    expect(await arrange(api.older, 'alone')).toMatchObject({ status: 201, body: { definition: { version: 1 } } });
    await setClock(weekBefore);
    await arrived('09.alone', 'step-due');
    await setClock(dayAfter);
    await arrived('09.alone', 'step-overdue');
    expect(await give(api.older, '09.alone', 'record-visit', { heldOn: '2026-09-10' })).toMatchObject({
      status: 200,
      body: { status: 'closed', deadlines: [{ name: 'visit', status: 'met' }] },
    });
    aloneLog = await logOf('09.alone');
    expect(inbox.messages().map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Paikkavierailu: vaihe viimeistään/),
      expect.stringMatching(/^Paikkavierailu: vaihe/),
    ]);
    const drawing = `const { drawingOf, findDefinition, mermaidOf } = require('./dist/libs/workflows/src');
      process.stdout.write(mermaidOf(drawingOf(findDefinition('site-visit'), 'fi')))`;
    expect((await older.run(['-e', drawing])).stdout).toContain('requested --> visited: Kirjaa vierailu');
  });

  it('leaves to newer software what it alone knows', async () => {
    await built;
    api.newer = await startApi(newer);
    // The same days are told once more, so that the two histories can be compared.
    await setClock(june);
    for (const key of ['both', 'moved']) expect((await arrange(api.older, key)).status).toBe(201);
    expect((await arrange(api.newer, 'newer')).body).toMatchObject({ definition: { version: 2 } });
    expect(await ask(api.older, '/workflows/09.newer')).toMatchObject({
      status: 503,
      body: { code: 'older-software' },
    });
    expect((await ask(api.older, '/workflows')).body.items).toHaveLength(4);

    await setClock(weekBefore);
    await until('left', () => engine.said().includes('left to newer software') || undefined);
    // The coordinator has had that day's mail when the days were told first. The next one waits ten minutes for what is left alone.
    await setClock(morningAfter);
    for (const id of ['09.both', '09.moved'])
      await until(`${id} gathered`, async () => (await isGathered(id)) || undefined);
    await setClock(quarterLater);
    await arrived('09.both', 'step-due');
    await arrived('09.moved', 'step-due');
    await startEngine(newer);
    await until('09.newer owed', async () => (await mailsOf('09.newer')).length > 0 || undefined);
    await setClock(mondayAfter);
    await arrived('09.newer', 'step-due');
    expect(engine.said().match(/left to newer software/g)).toHaveLength(1);
  });

  it('moves a running workflow when an admin says so, after a look at what would happen', async () => {
    const moves = async () => {
      const words = ['workflows', 'migrate', 'site-visit', '--from', '1', '--to', '2', '--json'];
      const main = 'dist/apps/cli/src/main.js';
      const { code, stdout } = await newer.run([main, ...words], { DATABASE_URL: database.appUrl });
      const { counties } = JSON.parse(stdout) as { counties: { results: { workflow: string; outcome: string }[] }[] };
      return [
        code,
        counties.flatMap(({ results }) => results.map(({ workflow, outcome }) => `${workflow} ${outcome}`)),
      ];
    };
    expect(await moves()).toEqual([0, ['09.both moves', '09.moved moves']]);
    const json = { from: 1, reason: 'Vierailuista raportoidaan.', workflows: ['09.moved'], dryRun: false };
    const route = '/definitions/site-visit/2/migrations';
    expect(await ask(api.older, route, { json, key: keys.admin })).toMatchObject({ status: 404 });
    expect((await ask(api.newer, route, { json, key: keys.admin })).body.results).toEqual([
      { workflow: '09.moved', outcome: 'moved', state: 'open.requested' },
    ]);
    expect((await logOf('09.moved')).at(-1)).toEqual({
      type: 'WorkflowMigrated',
      data: { from: 1, to: 2, reason: 'Vierailuista raportoidaan.' },
    });
    expect(await moves()).toEqual([0, ['09.both moves']]);
  });

  it('finishes what was begun as the first version with the very log it would have had', async () => {
    await setClock(dayAfter);
    await arrived('09.both', 'step-overdue');
    expect((await give(api.newer, '09.both', 'record-visit', { heldOn: '2026-09-10' })).body).toMatchObject({
      definition: { version: 1 },
      status: 'closed',
    });
    const told = JSON.stringify(await logOf('09.both')).replaceAll('09.both', '09.alone');
    expect(JSON.parse(told)).toEqual(aloneLog);
  });

  it('finishes what is of the second version as that, on the newer software only', async () => {
    for (const id of ['09.moved', '09.newer']) {
      await arrived(id, 'step-overdue');
      expect(await give(api.older, id, 'record-visit', { heldOn: '2026-09-10' })).toMatchObject({ status: 503 });
      expect((await give(api.newer, id, 'record-visit', { heldOn: '2026-09-10' })).body).toMatchObject({
        state: 'open.awaiting-report',
      });
      expect((await give(api.newer, id, 'send-report', {})).body).toMatchObject({
        state: 'reported',
        status: 'closed',
      });
    }
  });

  it('has lost nothing, put nothing aside, and its log gives what is stored', async () => {
    expect((await store.work.counts()).quarantined).toBe(0);
    const replay = ['dist/apps/cli/src/main.js', 'log', 'replay', '--json'];
    const { stdout } = await newer.run(replay, { DATABASE_URL: database.appUrl });
    expect(JSON.parse(stdout)).toEqual({ streams: 4, differences: [] });
  });
});
