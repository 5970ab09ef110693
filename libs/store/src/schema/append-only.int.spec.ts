import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest } from '../../../../test/support/requests';
import { exampleRegister } from '../../../../test/support/example-area';
import { openStore, type Store } from '../index';

/** Tables whose rows change, and why they may. A new table stands here or under the triggers. */
const mutable: Readonly<Record<string, string>> = {
  answer_draft: 'not given yet, and dropped',
  answer_draft_file: 'not given yet, and dropped',
  api_key: 'is revoked, and says when it was last used',
  auditor_county: 'the owner admits and dismisses',
  body: 'the register is what its file says',
  calendar_token: 'is revoked',
  clock: 'the virtual clock of demos and tests moves',
  colleague: 'is dropped after its time',
  contact: 'the register is what its file says; people are erased',
  county: 'the register is what its file says',
  desk_session: 'says when it was last seen, and is dropped',
  digest: 'the state of a sending; its steps are in the log',
  digest_content: 'a mail is written again until it is sent; people are erased',
  document_name: 'people are erased; goes with the workflow at the end of its retention',
  document_file: 'only added by the application; disposed of at the end of its retention',
  follow: 'a projection of the log',
  mail_hold: 'is released; each step is in operation',
  kept_answer: 'is settled once, and dropped after its time; people are erased',
  message_secret: 'the owner may put another in its place',
  four_eyes: 'a setting; its changes are in the log',
  migration: 'kept by migrations, owned by the owner',
  notification: 'the state of a sending; its steps are in the log',
  notification_content: 'a mail is written again until it is sent; people are erased',
  organisation: 'the register is what its file says',
  proposal: 'is decided; its steps are in the log',
  publication: 'a projection of the log',
  record: 'a projection of the log',
  response_link: 'is revoked',
  sending_turn: 'turns of a minute, forgotten after two',
  silence: 'is ended; its steps are in the log',
  standing_link: 'is revoked',
  task: 'is closed; its steps are in the log',
  user_secret: 'the owner may put another in its place',
  webhook: 'is changed, and how far it has come moves on',
  webhook_delivery: 'the state of a sending; forgotten after its time',
  work_item: 'a state table of work to do',
  workflow: 'a projection of the log',
  year_plan: 'a draft; what is in force is plan_revision',
};

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await store.register.import(exampleRegister());
  await startRequest(store, '09.own');
  await startRequest(store, '17.other', {}, '17');
  for (const statement of [
    `insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash) values ('09', 0, '09.own', 1, '\\x00', '\\x00')`,
    `insert into vuosikello.log_node (county, level, index, hash) values ('09', 1, 0, '\\x00')`,
    `insert into vuosikello.log_head (county, size, frontier, epoch, xid, ord) values ('09', 5, '\\x00', 0, '10', 1)`,
    `insert into vuosikello.log_checkpoint (county, origin, size, note, at) values ('09', 'origin', 5, E'note\\n', now())`,
    `insert into vuosikello.log_cosignature values ('09', 'origin', 5, 'witness', 'line', now())`,
    `insert into vuosikello.disposal values ('09', '09.gone', 'information-request', 1, null, 2026, now(), now(), now(), 10, '{09.gone}', 1, now(), 'a')`,
    `insert into vuosikello.plan_revision values ('09', 2026, 1, '{}', now(), 'a')`,
    `insert into vuosikello.ladder_change values ('09', 1, 'reply', null, 'why', now(), 'a', 'c', 'h')`,
    `insert into vuosikello.erased_person values ('09', 'x')`,
    `insert into vuosikello.operation (scope, kind, at, by) values ('09', 'mail-held', now(), 'a')`,
    `insert into vuosikello.sent_before values ('09', 'n', 't', 'o', 'm', now())`,
  ])
    await sql(database.superuserUrl, statement);
  await store.access.note({ county: '09', actor: 'key:1', role: 'auditor', what: 'event', subject: null, how: 'x' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const outcome = (url: string, statement: string, county = '09') =>
  sql(url, `do $$ begin perform set_config('app.county', '${county}', true); ${statement}; end $$`).then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

/** A column that is there, for tables that are not by county. */
const unchanged: Readonly<Record<string, string>> = { log_epoch: 'cluster = cluster', operation: 'scope = scope' };

async function guarded(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    database.ownerUrl,
    `select c.relname as name from pg_class c join pg_trigger t on t.tgrelid = c.oid
     where c.relnamespace = 'vuosikello'::regnamespace and t.tgname in ('append_only', 'append_only_all') and t.tgenabled = 'A'
     group by c.relname having count(*) = 2 order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

it('every table is append-only by triggers that always fire, or may change for a reason', async () => {
  const tables = await sql<{ name: string }>(
    database.ownerUrl,
    `select relname as name from pg_class where relnamespace = 'vuosikello'::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  const under = await guarded();
  expect([...under, ...Object.keys(mutable)].sort()).toEqual(tables.map(({ name }) => name));
  expect(under).toEqual(
    expect.arrayContaining([
      ...['event', 'log_leaf', 'log_node', 'log_head', 'log_checkpoint', 'log_cosignature', 'log_epoch', 'disposal'],
    ]),
  );
});

it.each(['appUrl', 'engineUrl', 'auditorUrl', 'ownerUrl', 'superuserUrl'] as const)(
  'nobody changes, removes or empties what is append-only (%s)',
  async (login) => {
    for (const table of await guarded()) {
      const statements = [
        `update vuosikello.${table} set ${unchanged[table] ?? 'county = county'}`,
        `delete from vuosikello.${table}`,
        `truncate vuosikello.${table} cascade`,
      ];
      // The head of a log may be written as it stands: nothing of it is taken back.
      for (const statement of statements.slice(table === 'log_head' ? 1 : 0))
        expect([statement, await outcome(database[login], statement)]).toEqual([statement, '42501']);
    }
    const altering = [
      'alter table vuosikello.event disable trigger append_only',
      'drop trigger append_only on vuosikello.event',
      'drop table vuosikello.log_leaf',
      'create trigger more before insert on vuosikello.event for each row execute function vuosikello.append_only()',
      'set session_replication_role = replica',
      'set role vuosikello_disposal',
    ];
    // The owner can: what keeps it from that is that no process logs in as it, see docs/personal-data.md.
    if (login === 'appUrl' || login === 'engineUrl' || login === 'auditorUrl')
      for (const statement of altering)
        expect([statement, await outcome(database[login], `execute '${statement}'`)]).toEqual([statement, '42501']);
  },
);

it('also where triggers are set aside for a session', async () => {
  for (const table of ['event', 'access_log', 'log_leaf'])
    expect(
      await outcome(
        database.superuserUrl,
        `set local session_replication_role = replica; delete from vuosikello.${table}`,
      ),
    ).toBe('42501');
});

it('a log only grows: its head moves forward, and a checkpoint stays as it was signed', async () => {
  const owner = (statement: string) => outcome(database.superuserUrl, statement);
  expect(await owner(`update vuosikello.log_head set size = 4`)).toBe('42501');
  expect(await owner(`update vuosikello.log_head set frontier = '\\x01'`)).toBe('42501');
  expect(await owner(`update vuosikello.log_head set xid = '3', ord = 7`)).toBe('done');
  expect(await owner(`update vuosikello.log_head set size = 6, frontier = '\\x02'`)).toBe('done');
  expect(await owner(`update vuosikello.log_checkpoint set note = 'other'`)).toBe('42501');
  expect(await owner(`update vuosikello.log_checkpoint set size = 6`)).toBe('42501');
  expect(await owner(`update vuosikello.log_checkpoint set note = note || 'witness'`)).toBe('42501');
});

it('the application cannot rewrite an event through the function that erases texts', async () => {
  await sql(
    database.superuserUrl,
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, note)
     values ('09', '09.said', 1, 'fact', 'Said', now(), 'key:1', 'admin', 'c', '{"day":"2026-01-01","id":"abc","n":1,"text":"Aino Esimerkki sanoi"}', 'A note')`,
  );
  const replace = (body: string, note = `'A note'`) =>
    outcome(database.appUrl, `perform vuosikello.replace_texts('09', '09.said', 1, '${body}', ${note})`);
  for (const body of [
    '{"day":"2026-01-01","id":"abc","n":1,"text":"Something else"}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"[poistettu/raderad/erased] kiisti"}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"Aino Esimerkki sanoi[poistettu/raderad/erased]"}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"[poistettu/raderad/erased]____"}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"[poistettu/raderad/erased]%"}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"[poistettu/raderad/erased]\\\\i"}',
    '{"day":"2026-01-02","id":"abc","n":1,"text":"Aino Esimerkki sanoi"}',
    '{"day":"2026-01-01","id":"[poistettu/raderad/erased]","n":1,"text":"Aino Esimerkki sanoi"}',
    '{"day":"2026-01-01","id":"abc","n":2,"text":"Aino Esimerkki sanoi"}',
    '{"day":"2026-01-01","id":"abc","n":1}',
    '{"day":"2026-01-01","id":"abc","n":1,"text":"Aino Esimerkki sanoi","more":"[poistettu/raderad/erased]"}',
  ])
    expect([body, await replace(body)]).toEqual([body, '23514']);
  const right = '{"day":"2026-01-01","id":"abc","n":1,"text":"[poistettu/raderad/erased] sanoi"}';
  expect(await replace(right, 'null')).toBe('23514');
  expect(await outcome(database.auditorUrl, `perform vuosikello.replace_texts('09', '09.said', 1, '{}', null)`)).toBe(
    '42501',
  );
  expect(await replace(right)).toBe('done');
  // Cut once more, and what is left of it still stands.
  const more = (text: string) => replace(`{"day":"2026-01-01","id":"abc","n":1,"text":"${text}"}`);
  expect(await more('[poistettu/raderad/erased] myönsi')).toBe('23514');
  expect(await more('[poistettu/raderad/erased] [poistettu/raderad/erased]')).toBe('done');
});

describe('an auditor', () => {
  const read = (statement: string) => sql<{ county: string }>(database.auditorUrl, statement);
  const readAs = async (county: string) =>
    (
      await sql<{ county: string }>(
        database.auditorUrl,
        `with c as materialized (select set_config('app.county', '${county}', true))
         select distinct e.county from c, vuosikello.event e`,
      )
    ).map((row) => row.county);

  it('sees nothing until admitted, and then one county, whatever the session says', async () => {
    // Roles are of the whole server: another test may have admitted the login to its own database, which gives it no county here.
    expect(await readAs('09').catch(() => [])).toEqual([]);
    await sql(database.ownerUrl, `select vuosikello.admit_auditor('vuosikello_auditor_login', '09')`);
    for (const county of ['09', '17']) expect(await readAs(county)).toEqual(['09']);
    expect(await read('select distinct county from vuosikello.event')).toEqual([{ county: '09' }]);
    expect(await read('select distinct county from vuosikello.access_log')).toEqual([{ county: '09' }]);
    await sql(database.ownerUrl, `select vuosikello.dismiss_auditor('vuosikello_auditor_login', '09')`);
    expect(await read('select county from vuosikello.event')).toEqual([]);
  });

  it('reads the register without names and addresses of people, and no mail, draft or secret', async () => {
    await sql(database.ownerUrl, `select vuosikello.admit_auditor('vuosikello_auditor_login', '09')`);
    expect((await read('select id as county from vuosikello.contact')).length).toBeGreaterThan(10);
    for (const hidden of [
      ...['contact.name', 'contact.email', 'notification.data', 'document_file.data'],
      ...[
        'notification_content.text',
        'answer_draft.fields',
        'colleague.email',
        'api_key.key_hash',
        'work_item.payload',
      ],
    ]) {
      const [table = '', column = ''] = hidden.split('.');
      await expect(read(`select ${column} from vuosikello.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    for (const write of [
      'insert into vuosikello.auditor_county values (current_user, $a$17$a$)',
      `perform vuosikello.admit_auditor('x', '17')`,
    ])
      expect(await outcome(database.auditorUrl, write)).toBe('42501');
  });
});
