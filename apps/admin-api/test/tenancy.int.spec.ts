import { type KeyRole, keyRoles } from '@app/store';
import { committedDocument, documentedRoutes, type FuzzedRoute } from '../../../test/faults/fuzz/routes';
import { sql } from '../../../test/support/requests';
import { type Permission, rolesWith } from '../src/access/permissions';
import { deskControllers } from '../src/desk/desk-controllers';
import { type Route, routesOf } from '../src/openapi/routes';
import { DeskVisitor, formTo } from './desk-visitor';
import { type Answer, request, type RunningApi, runApi } from './running-api';
import { statementsOfTheStore } from './store-statements';
import { caseOf, changed, other, ofNobody, reason, saysNothing, type Whose } from './tenancy-cases';
import { canary, fillCounty, otherRegister, type Things } from './two-counties';

const routes = documentedRoutes(committedDocument());
const closed = routes.filter(({ closed: isClosed }) => isClosed);

let api: RunningApi;
let own: Things;
let foreign: Things;
/** All that the lists of Päijät-Häme said before the other county had done anything. */
let before: Record<string, unknown>;
/** And right after it had. */
let after: Record<string, unknown>;
beforeAll(async () => {
  api = await runApi();
  own = await fillCounty(api, '09', 'Omaa');
  before = await everyList();
  await api.store.register.import(otherRegister(other));
  foreign = await fillCounty(api, other, canary);
  after = await everyList();
});
afterAll(() => api.close());

function namesIn({ path }: Pick<FuzzedRoute, 'path'>): string[] {
  const all = path.split('/').filter(Boolean);
  return all.flatMap((one, at) => (one.startsWith('{') ? [`${all[at - 1] ?? ''}/${one}`] : []));
}

function written(route: Pick<FuzzedRoute, 'path'>, whose: Whose): string {
  const names = namesIn(route);
  return route.path.replaceAll(/\{\w+\}/g, () => caseOf.part(names.shift() ?? '')?.(whose, foreign) ?? '');
}

/** The route asked with what is whose it is, by somebody of Päijät-Häme. */
async function ask(route: FuzzedRoute, role: KeyRole, whose: Whose, query?: string): Promise<Asked> {
  const value = query === undefined ? undefined : caseOf.query(query)?.(whose, foreign);
  const said = value === undefined ? '' : `?${query}=${encodeURIComponent(value)}`;
  const body = caseOf.body(route.name, whose, foreign);
  const path = `${written(route, whose)}${said}`;
  const answer = await request(api, api.keys[role], path, {
    method: route.method,
    headers: route.method === 'GET' ? {} : { 'If-Match': '"3"' },
    ...(body !== undefined && { json: body }),
  });
  return { ...answer, seen: seen(answer, idsIn(`${path} ${JSON.stringify(body)}`, whose)) };
}

/** `seen`: the answer without the ids that were asked for. It is the same for whatever there is not. */
type Asked = Answer & { seen: unknown };

function idsIn(sent: string, whose: Whose): string[] {
  return caseOf
    .ids(whose, foreign)
    .filter((id) => sent.includes(id))
    .sort((a, b) => b.length - a.length);
}

function seen({ status, headers, text }: Answer, ids: readonly string[]): unknown {
  const bare = ids.reduce((left, id) => left.replaceAll(id, '…'), text);
  const said = [...headers].filter(([name]) => !['date', 'content-length', 'x-request-id'].includes(name));
  return { status, said, text: bare.replaceAll(/"(instance|requestId)":"[^"]*"/g, '') };
}

async function everyList(): Promise<Record<string, unknown>> {
  const lists = closed.filter(({ name, path }) => name.startsWith('get') && !path.includes('{'));
  // Who reads is listed itself; counties and the calendar are public; a stream has no end.
  const still = lists.filter(
    ({ path }) =>
      !['/v1/access-log', '/v1/counties', '/v1/deadlines', '/v1/events/stream', '/v1/notifications/preview'].includes(
        path,
      ),
  );
  const all: Record<string, unknown> = {};
  for (const { path } of still) {
    const { status, text } = await request(api, api.keys.admin, path);
    all[path] = [status, text.replaceAll(/"(lastUsedAt|lastUsedOn)":("[^"]*"|null)/g, '')];
  }
  all.deliveries = (await request(api, api.keys.admin, `/v1/webhooks/${own.webhooks}/deliveries`)).text;
  all.checkpoint = (await request(api, undefined, '/log/09/checkpoint')).text;
  all.calendar = (await request(api, undefined, own.calendar)).text;
  all.page = (await request(api, undefined, own.standingLink)).text;
  return all;
}

describe('every route', () => {
  it('has a case: what its address, its query and its body name of a county', () => {
    const withoutPart = closed.flatMap((route) => namesIn(route).filter((name) => !caseOf.part(name)));
    expect(withoutPart).toEqual([]);
    const queries = closed.flatMap(({ parameters }) =>
      parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    );
    expect(queries.filter((name) => !caseOf.query(name) && !ofNobody.has(name))).toEqual([]);
    const withBody = closed.filter(({ bodies: own }) => own.length > 0).map(({ name }) => name);
    expect(withBody.filter((name) => !caseOf.routesWithBody.includes(name) && !saysNothing.has(name))).toEqual([]);
    expect([...caseOf.routesWithBody, ...saysNothing].filter((name) => !withBody.includes(name))).toEqual([]);
    expect(Object.values(foreign).filter((id) => id === '' || id === 'undefined')).toEqual([]);
  });

  it.each(keyRoles)('answers %s the same for what another county has as for what nobody has', async (role) => {
    const counted = { tried: 0, missing: 0 };
    const theirs = await rowsOfOther();
    // Who has asked for what is what this test itself does: what it says of others is looked for below.
    for (const route of closed.filter(({ path }) => path !== '/v1/access-log')) {
      const queries = route.parameters
        .filter((one) => one.in === 'query' && caseOf.query(one.name))
        .map(({ name }) => name);
      // A stream that is let in has no end: what it gives is what the log gives.
      const streamed = route.path === '/v1/events/stream';
      const ways = streamed
        ? ['county']
        : namesIn(route).length > 0 || caseOf.routesWithBody.includes(route.name)
          ? [undefined, ...queries]
          : queries;
      for (const query of ways) {
        const [there, nowhere, nobodys] = [
          await ask(route, role, 'foreign', query),
          await ask(route, role, 'unknown', query),
          await ask(route, role, 'nobodys', query),
        ];
        const as = [route.name, query, role];
        expect([...as, there.seen]).toEqual([...as, nowhere.seen]);
        // What names its county in its id is not there either, as if it were of one's own; of a proposal nobody gets as far as to it.
        if (there.status === 404 && nobodys.status === 404 && !route.path.includes('{proposal}'))
          expect([...as, there.seen]).toEqual([...as, nobodys.seen]);
        expect([...as, there.text]).not.toEqual([...as, expect.stringContaining(canary)]);
        counted.tried += 1;
        counted.missing += Number(there.status === 404);
      }
    }
    expect(await rowsOfOther()).toEqual(theirs);
    expect(counted.tried).toBeGreaterThan(90);
    expect(counted.missing).toBeGreaterThan(role === 'admin' ? 40 : 5);
  });
});

describe('every page of the desk', () => {
  const pages = routesOf(deskControllers).filter(({ access }) => access !== 'public');

  it('has a case', () => {
    expect(pages.flatMap((page) => namesIn(page).filter((name) => !caseOf.part(name)))).toEqual([]);
    const posts = pages.filter(({ method }) => method === 'post').map(({ path }) => path);
    expect(posts.filter((path) => !caseOf.form(path))).toEqual([]);
  });

  it('is there for the county whose it is', async () => {
    const visitor = await DeskVisitor.signIn(api, (await api.store.keys.create({ county: other, role: 'admin' })).key);
    for (const page of pages.filter(({ method }) => method === 'get')) {
      const path = written(page, 'foreign');
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    }
  });

  it.each(keyRoles)('tells %s nothing of another county: what that has is not there', async (role) => {
    const theirs = await rowsOfOther();
    const visitor = await DeskVisitor.signIn(api, api.keys[role]);
    const { seal = '' } = formTo(await visitor.get('/desk'), /sign-out/).fields;
    const open = async (page: Route, whose: Whose, query = ''): Promise<Asked> => {
      const path = `${written(page, whose)}${query}`;
      const form = caseOf.form(page.path) ?? {};
      const answer = await (page.method === 'get' ? visitor.get(path) : visitor.post(path, { seal, ...form }));
      return { ...answer, seen: seen(answer, idsIn(path, whose)) };
    };
    for (const page of pages) {
      const as = [page.method, page.path, role];
      const isOpen = rolesWith(page.access as Permission).includes(role);
      const there = await open(page, 'foreign');
      expect([...as, there.text]).not.toEqual([...as, expect.stringContaining(canary)]);
      const isNamed = namesIn(page).length > 0;
      expect([...as, there.status]).toEqual([...as, !isOpen ? 403 : isNamed ? 404 : 200]);
      if (isNamed)
        // Of a proposal nobody gets as far as to it.
        for (const whose of page.path.includes('{proposal}')
          ? (['unknown'] as const)
          : (['unknown', 'nobodys'] as const))
          expect([...as, there.seen]).toEqual([...as, (await open(page, whose)).seen]);
      for (const name of isNamed || !isOpen ? [] : ['organisation', 'workflow']) {
        const narrowed = await open(page, 'foreign', `?${name}=${caseOf.query(name)?.('foreign', foreign) ?? ''}`);
        expect([...as, name, narrowed.text]).not.toEqual([...as, name, expect.stringContaining(canary)]);
      }
    }
    const mixed = await visitor.post(`/desk/workflows/${own.workflows}/proposals/${foreign.proposals}`, {
      seal,
      do: 'confirm',
    });
    expect(mixed.status).toBe(rolesWith('proposals:decide').includes(role) ? 404 : 403);
    expect(await rowsOfOther()).toEqual(theirs);
  });
});

/** Every row of the other county, but for who has asked for what. */
async function rowsOfOther(): Promise<unknown> {
  const tables = await sql<{ name: string }>(
    api.database.superuserUrl,
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county'
     where c.relnamespace = 'vuosikello'::regnamespace and c.relkind = 'r' and c.relname not in ('access_log', 'api_key') order by 1`,
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as rows from vuosikello."${name}" t where county = '${other}'`,
  );
  return sql(api.database.superuserUrl, each.join(' union all '));
}

describe('what one county does', () => {
  it('changes nothing that another one reads: no list, no count, no position, no checkpoint, no feed, no page', async () => {
    const fresh = await everyRead();
    for (const [path, text] of Object.entries(fresh))
      expect([path, text]).not.toEqual([path, expect.stringContaining(canary)]);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    expect(after).toEqual(before);
  });

  async function everyRead(): Promise<Record<string, string>> {
    const read: Record<string, string> = {};
    for (const role of keyRoles)
      for (const { path } of closed.filter(({ name, path: one }) => name.startsWith('get') && !one.includes('{')))
        if (path !== '/v1/events/stream')
          for (const Accept of ['application/json', 'text/csv', 'application/x-ndjson', 'text/html'])
            read[`${role} ${path} ${Accept}`] = (
              await request(api, api.keys[role], path, { headers: { Accept } })
            ).text;
    return read;
  }
});

describe('an attempt', () => {
  it.each(['workflows', 'notifications', 'tasks', 'webhooks', 'silences', 'calendars', 'keys'] as const)(
    'to reach another county’s %s is in the log, with who tried',
    async (kind) => {
      const [method, path] = {
        workflows: ['GET', '/v1/workflows/'],
        notifications: ['GET', '/v1/notifications/'],
        tasks: ['GET', '/v1/tasks/'],
        webhooks: ['GET', '/v1/webhooks/'],
        silences: ['DELETE', '/v1/silences/'],
        calendars: ['DELETE', '/v1/calendars/'],
        keys: ['DELETE', '/v1/keys/'],
      }[kind] as [string, string];
      api.logged.splice(0);
      expect((await request(api, api.keys.admin, `${path}${foreign[kind]}`, { method })).status).toBe(404);
      expect(api.logged).toContainEqual(
        expect.objectContaining({
          event: 'foreign-county',
          level: 'warn',
          by: expect.stringMatching(/^key:09-/) as string,
          county: '09',
          asked: other,
        }),
      );
    },
  );

  it('to put another county’s workflow into a batch, or under a standing link, or to dispose of it, comes to nothing', async () => {
    const batch = await request(api, api.keys.admin, '/v1/workflows:batch', {
      method: 'POST',
      json: { items: [{ workflow: foreign.workflows, command: 'withdraw', data: { reason }, ifMatch: '"4"' }] },
    });
    expect(batch.body).toMatchObject({ results: [{ status: 404, problem: { code: 'unknown-id' } }] });
    for (const workflow of [foreign.workflows, changed(foreign.workflows)]) {
      const page = await request(api, undefined, `${own.standingLink}/requests/${workflow}`);
      expect([page.status, page.text.includes(canary)]).toEqual([404, false]);
    }
  });
});

describe('the time that a refusal takes', () => {
  it('tells nothing: the same statements run for what another county has as for what nobody has', async () => {
    const spied = statementsOfTheStore();
    let ranAll = 0;
    const ways: [string, keyof Things][] = [
      ['/v1/workflows/', 'workflows'],
      ['/v1/notifications/', 'notifications'],
      ['/v1/organisations/', 'organisations'],
      ['/v1/contacts/', 'contacts'],
      ['/v1/bodies/', 'bodies'],
      ['/v1/tasks/', 'tasks'],
      ['/v1/webhooks/', 'webhooks'],
    ];
    try {
      await request(api, api.keys.admin, '/v1/definitions');
      for (const [path, kind] of ways) {
        const ran: string[][] = [];
        for (const id of [foreign[kind], changed(foreign[kind]), foreign[kind]]) {
          spied.statements.splice(0);
          expect((await request(api, api.keys.admin, `${path}${id}`)).status).toBe(404);
          ran.push(spied.statements.filter((one) => !/last_used|key-of/.test(one)));
        }
        ranAll += ran.flat().length;
        expect([path, ran[0]]).toEqual([path, ran[1]]);
        expect([path, ran[0]]).toEqual([path, ran[2]]);
      }
      expect(ranAll).toBeGreaterThan(ways.length);
    } finally {
      spied.stop();
    }
  });
});
