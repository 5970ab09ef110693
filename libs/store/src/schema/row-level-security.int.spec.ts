import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, type Store } from '../index';

/** Tables that every county shares; each says in its migration why. */
const shared = [
  'auditor_county',
  'clock',
  'county',
  'log_epoch',
  'message_secret',
  'migration',
  'sending_turn',
  'user_secret',
];

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await startRequest(store, '09.own');
  await startRequest(store, '17.other', {}, '17');
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function tables(): Promise<{ name: string; forced: boolean }[]> {
  return sql(
    database.ownerUrl,
    `select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
     where relnamespace = 'vuosikello'::regnamespace and relkind = 'r' order by relname`,
  );
}

const refused = (url: string, statement: string) =>
  sql(url, statement).then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

it('is forced on every table that holds something of a county', async () => {
  const open = (await tables()).filter(({ forced }) => !forced).map(({ name }) => name);
  // Turns, and what mails and people are named with, are of all counties together, and only functions see them.
  // Which login is an auditor of which county its owner says; a login sees its own rows only.
  expect(open).toEqual([
    'auditor_county',
    'clock',
    'log_epoch',
    'message_secret',
    'migration',
    'sending_turn',
    'user_secret',
  ]);
  const asked = [database.appUrl, database.engineUrl].map((url) => refused(url, 'select vuosikello.message_secret()'));
  expect(await Promise.all(asked)).toEqual(['42501', 'done']);
  for (const secret of ['message_secret', 'user_secret'])
    expect(await refused(database.engineUrl, `select from vuosikello.${secret}`)).toBe('42501');
});

it('goes by the county wherever it is forced; what lets more through is for roles of one purpose each', async () => {
  const forced = (await tables()).filter((table) => table.forced).map(({ name }) => name);
  const policies = await sql<{
    table: string;
    name: string;
    kind: string;
    command: string;
    roles: string[];
    rule: string;
  }>(
    database.ownerUrl,
    `select tablename as table, policyname as name, permissive as kind, cmd as command, roles::text[] as roles,
       concat_ws(' ', qual, with_check) as rule
     from pg_policies where schemaname = 'vuosikello'`,
  );
  const byCounty = policies.filter(({ roles, rule }) => roles.join() === 'public' && rule.includes("'app.county'"));
  expect(forced.filter((name) => !byCounty.some(({ table }) => table === name))).toEqual([]);
  const wider = policies.filter(({ kind, rule }) => kind === 'PERMISSIVE' && !rule.includes("'app.county'"));
  // Counties and their names are known to everybody; an auditor's login sees its own line.
  const known = ['county/everybody_reads', 'auditor_county/own_login'];
  const toAnybody = wider.filter(
    ({ roles, table, name }) => roles.includes('public') && !known.includes(`${table}/${name}`),
  );
  expect(toAnybody).toEqual([]);
  expect(new Set(wider.flatMap(({ roles }) => roles))).toEqual(
    new Set(['public', 'vuosikello_claims', 'vuosikello_disposal', 'vuosikello_auditor', 'vuosikello_backup']),
  );
  const backups = policies.filter(({ roles }) => roles.includes('vuosikello_backup'));
  expect(new Set(backups.map(({ command }) => command))).toEqual(new Set(['SELECT']));
  // Auditors log in: what they read of every table is narrowed to their counties.
  const narrowed = policies.filter(({ kind }) => kind === 'RESTRICTIVE').map(({ table }) => table);
  const audited = wider.filter(({ roles, name }) => roles.includes('vuosikello_auditor') && name !== 'own_login');
  expect(audited.length).toBeGreaterThan(0);
  expect(audited.filter(({ table }) => !narrowed.includes(table))).toEqual([]);
});

it('has no way round: no view or foreign table, and no table elsewhere, that the application may read', async () => {
  const ways = await sql(
    database.ownerUrl,
    `select n.nspname as schema, c.relname as name, c.relkind as kind
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
       and (c.relkind in ('v', 'm', 'f', 'p') or c.relkind = 'r' and n.nspname <> 'vuosikello')
       and (has_table_privilege('vuosikello_app', c.oid, 'select') or n.nspname = 'vuosikello')`,
  );
  expect(ways).toEqual([]);
});

it.each(['appUrl', 'engineUrl', 'ownerUrl'] as const)(
  'shows no row and takes none without a county (%s)',
  async (login) => {
    const names = (await tables()).map(({ name }) => name).filter((name) => !shared.includes(name));
    const counted = names.map((name) => `(select count(*)::integer from vuosikello.${name}) as ${name}`);
    const [counts] = await sql<Record<string, number>>(database[login], `select ${counted.join(', ')}`);
    expect(Object.values(counts ?? {}).every((count) => count === 0)).toBe(true);
    expect(Object.keys(counts ?? {})).toContain('event');
    const insert = `insert into vuosikello.command values ('09', 'planted', '09.own', 'h', 1, now())`;
    expect(await refused(database[login], insert)).toBe('42501');
  },
);

it('keeps a county from the rows of another, whatever the caller asks for', async () => {
  expect(await store.workflows.read('09', '17.other')).toBeUndefined();
  expect(await store.workflows.read('17', '17.other')).toBeDefined();
  expect(await store.workflows.give(step('17.other', 'withdraw', { reason: 'x' }))).toEqual({ outcome: 'not-found' });
  expect(await store.workflows.giveAsEngine(step('17.other', 'withdraw', { reason: 'x' }))).toEqual({
    outcome: 'not-found',
  });
  expect(await store.workflows.events('09', '17.other', { after: 0, limit: 10 })).toEqual([]);
  expect((await store.workflows.list('09', {}, { limit: 100 })).items.map(({ id }) => id)).toEqual(['09.own']);
  expect(await store.notifications.read('09', '17.other.n3')).toBeUndefined();
});

it('does not stay set when a function has entered a county', async () => {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  const entered = await client.query(`select snapshot from vuosikello.load_workflows('09', '{09.own}', '{x}')`);
  const after = await client.query('select id from vuosikello.workflow');
  await client.end();
  expect([entered.rows[0]?.snapshot !== null, after.rows]).toEqual([true, []]);
});

describe('the event log', () => {
  const inCounty = (statement: string) =>
    `do $$ begin perform set_config('app.county', '09', true); ${statement}; end $$`;

  it.each(['appUrl', 'engineUrl', 'ownerUrl', 'superuserUrl'] as const)(
    'is not changed, cleared or emptied (%s)',
    async (login) => {
      for (const statement of [
        `update vuosikello.event set body = '{}'`,
        `delete from vuosikello.event`,
        `truncate vuosikello.event`,
      ]) {
        expect([statement, await refused(database[login], inCounty(statement))]).toEqual([statement, '42501']);
      }
      expect(await store.workflows.events('09', '09.own', { after: 0, limit: 10 })).toHaveLength(3);
    },
  );

  it('is protected also where triggers are set aside', async () => {
    const replica = inCounty(`set local session_replication_role = replica; delete from vuosikello.event`);
    expect(await refused(database.superuserUrl, replica)).toBe('42501');
  });

  it('takes its order from the database, not from the application', async () => {
    const insert = `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, xid)
      values ('09', 'x', 1, 'fact', 'X', now(), 'a', 'admin', 'c', '{}', '1')`;
    expect(await refused(database.appUrl, inCounty(insert))).toBe('42501');
  });
});

describe('the clock', () => {
  it.each(['appUrl', 'engineUrl'] as const)('is read and never written (%s)', async (login) => {
    expect(await sql(database[login], 'select * from vuosikello.clock')).toEqual([]);
    for (const statement of [
      `insert into vuosikello.clock values (true, now())`,
      'delete from vuosikello.clock',
      'truncate vuosikello.clock',
    ]) {
      expect([statement, await refused(database[login], statement)]).toEqual([statement, '42501']);
    }
  });
});

describe('the functions that look across counties', () => {
  it('belong to roles that cannot log in; the one that looks across counties sees neither payloads nor contacts', async () => {
    const owners = await sql<{ name: string; owner: string; definer: boolean }>(
      database.ownerUrl,
      `select proname as name, pg_get_userbyid(proowner) as owner, prosecdef as definer from pg_proc
       where pronamespace = 'vuosikello'::regnamespace and prosecdef order by proname`,
    );
    const ownedBy = (role: string) => owners.filter(({ owner }) => owner === role).map(({ name }) => name);
    expect(ownedBy('vuosikello_disposal')).toEqual([
      'blot_out',
      'dispose_workflow',
      'project_records',
      'purge_access_log',
      'purge_some_accesses',
      'replace_texts',
    ]);
    expect(ownedBy('vuosikello_claims')).toEqual([
      'calendar_of',
      'claim_webhooks',
      'counties_with_workflows',
      'desk_session_of',
      'drop_old_answers',
      'drop_old_deliveries',
      'drop_old_drafts',
      'drop_some_answers',
      'drop_some_colleagues',
      'drop_some_deliveries',
      'drop_some_drafts',
      'ended_link_of',
      'key_of',
      'lease_work',
      'link_of',
      'log_behind',
      'log_sizes',
      'mail_counts',
      'mail_holds',
      'message_secret',
      'next_due',
      'restored_webhooks',
      'ring_due',
      'standing_link_of',
      'take_turns',
      'user_id',
      'webhook_states',
      'work_counts',
      'work_depths',
    ]);
    expect(new Set(owners.map(({ owner }) => owner))).toEqual(new Set(['vuosikello_claims', 'vuosikello_disposal']));
    const rights = await sql<{ login: boolean; payload: boolean; contact: boolean; body: boolean }>(
      database.ownerUrl,
      `select rolcanlogin as login, has_column_privilege(oid, 'vuosikello.work_item', 'payload', 'select') as payload,
         has_table_privilege(oid, 'vuosikello.contact', 'select') as contact,
         has_column_privilege(oid, 'vuosikello.event', 'body', 'select') as body
       from pg_roles where rolname = 'vuosikello_claims'`,
    );
    expect(rights).toEqual([{ login: false, payload: false, contact: false, body: false }]);
  });

  it('are not those that take away what the log says: these stay within a county, and only their owner may', async () => {
    const rights = await sql(
      database.ownerUrl,
      `select r.rolcanlogin as login, has_table_privilege(r.oid, 'vuosikello.contact', 'select') as contact,
         has_column_privilege(r.oid, 'vuosikello.event', 'type', 'update') as type,
         has_table_privilege('vuosikello_engine', 'vuosikello.event', 'update') as engine
       from pg_roles r where r.rolname = 'vuosikello_disposal'`,
    );
    expect(rights).toEqual([{ login: false, contact: false, type: false, engine: false }]);
  });

  it("are the engine's, and nobody may call a function that was not given to him", async () => {
    expect(await refused(database.appUrl, 'select * from vuosikello.lease_work(null, 1, 1000)')).toBe('42501');
    expect(await refused(database.appUrl, 'select * from vuosikello.work_counts()')).toBe('42501');
    expect(await refused(database.queueUrl, 'select vuosikello.business_now()')).toBe('42501');
    const open = await sql(
      database.ownerUrl,
      `select proname from pg_proc where pronamespace = 'vuosikello'::regnamespace and has_function_privilege('public', oid, 'execute')`,
    );
    expect(open).toEqual([]);
  });
});
