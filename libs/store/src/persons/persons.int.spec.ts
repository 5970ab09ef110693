import { civilDate, type Contact, instant, recipientFor, type Register } from '@app/domain';
import { contentHash, contentOf, type Salts } from '@app/ledger';
import type { Json } from '@app/workflows';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister, historyOf2023 } from '../../../../test/support/example-area';
import { begin, coordinator, handlingData, sql, startRequest, step } from '../../../../test/support/requests';
import type { Erased, ErasureAnswer } from '../index';
import { freeTexts } from '../migrations/erasure-functions.sql';
import { ErasedPersonError, openStore, setVirtualClock, type Store } from '../index';

const monday = instant('2026-05-25T09:00:00+03:00');
const email = 'lauri.esimerkki@asikkala.example.invalid';
const admin = { id: 'key:09-00000002', role: 'admin' } as const;
const forms = /lauri\s+esimerk|esimerkki,?\s+lauri|lauri\.esimerkki@/i;

let database: TestDatabase;
let store: Store;
let register: Register;
let lauri: Contact;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, monday);
  register = exampleRegister();
  await store.register.import(register);
  const found = register.contacts.find((one) => one.email === email);
  if (!found) throw new Error('Lauri is not in the example');
  lauri = found;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

type Stored = {
  stream: string;
  seq: number;
  command_id: string;
  body: string;
  note: string | null;
  salt: Buffer | null;
  salts_left: string | null;
};

/** What the log would commit to, or has committed to, of every event there is. */
async function contentHashes(): Promise<Map<string, string>> {
  const rows = await sql<Stored>(database.superuserUrl, 'select * from vuosikello.event order by stream, seq');
  return new Map(
    rows.map((row) => {
      const said = { commandId: row.command_id, body: row.body, note: row.note };
      return [`${row.stream}#${row.seq}`, contentHash(contentOf(said, saltsOf(row))).toString('hex')];
    }),
  );
}

function saltsOf({ salt, salts_left: left }: Stored): Salts {
  if (salt) return { seed: salt };
  const parsed = JSON.parse(left ?? '{}') as Record<string, { salt?: string; hash?: string }>;
  return {
    left: Object.fromEntries(
      Object.entries(parsed).map(([pointer, one]) => [
        pointer,
        one.hash === undefined ? { salt: Buffer.from(one.salt ?? '', 'hex') } : { hash: one.hash },
      ]),
    ),
  };
}

/** Every row of every table as text, the tables of the queue among them, that fits. */
async function rowsThatName(pattern: RegExp): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    database.superuserUrl,
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const { row } of await sql<{ row: string }>(database.superuserUrl, `select t::text as row from ${name} t`))
      if (pattern.test(row)) found.push(`${name}: ${row}`);
  return found;
}

async function erased(answer: Promise<ErasureAnswer>): Promise<Erased> {
  const given = await answer;
  if (given.outcome !== 'erased') throw new Error(JSON.stringify(given));
  return given.erased;
}

/** Lauri wherever people can write or the product writes names. */
async function writeEverywhere(): Promise<void> {
  const said = 'Lauri Esimerkki kertoi; kysy Lauri Esimerkiltä.\nEsimerkki, Lauri on lomalla.';
  // Asked twice, so that the answer is published and told to the other.
  const asksFor = 'matter-1';
  await startRequest(store, '09.asked', { asksFor });
  await startRequest(store, '09.twin', { asksFor });
  const answer = step('09.asked', 'record-answer', { answers: { efforts: `Liikunta. ${said}` } });
  expect((await store.workflows.give({ ...answer, note: `Puhelu: ${email}` })).outcome).toBe('accepted');
  const ground = 'Lauri Esimerkin terveystiedot';
  const classify = { record: 'r1', publicity: 'secret', ground, retentionYears: 12, reason: 'Terveystietoja.' };
  expect((await store.workflows.give(step('09.asked', 'classify-record', classify))).outcome).toBe('accepted');
  const sha256 = createHash('sha256').update('liite').digest('hex');
  const attached = await store.documents.attach({
    ...step('09.asked', 'attach-document', { title: 'Liite', publicity: 'restricted' }),
    file: { sha256, bytes: 5, mediaType: 'text/plain', name: 'Lauri Esimerkki.txt' },
    content: Buffer.from('liite'),
  });
  expect(attached.outcome).toBe('accepted');
  await store.workflows.start(
    begin('09.case', 'board-handling', handlingData({ proposal: 'Esittelijä Lauri Esimerkki ehdottaa' })),
  );
  await startRequest(store, '09.open');
  const [work] = (await store.work.claimDue(100, 60_000)).filter(({ instance }) => instance === '09.open');
  if (!work) throw new Error('No mail is due');
  const notification = '09.open.n3';
  await store.notifications.beginSending(work, {
    notification,
    messageId: '<a@vuosikello.test>',
    sentTo: 'lauri.esimerkki@asikkala.example.invalid',
    contact: lauri.id,
    language: 'fi',
    subject: 'Ennakkotehtävä, Lauri',
    text: `Hei Lauri!\nYhteyshenkilö Lauri\nEsimerkki`,
    html: `<a href="mailto:lauri.esimerkki%40asikkala.example.invalid">Lauri&nbsp;X</a>`,
  });
  await store.notifications.settle(work, { notification, state: 'rejected', reply: `550 <${email}> unknown` });
  const fields = JSON.stringify({ efforts: said });
  for (const statement of [
    `insert into vuosikello.notification_content (county, id, sent_to)
     select '09', n.id, 'ennen@asikkala.example.invalid' from vuosikello.notification n where n.workflow = '09.asked' limit 1
     on conflict (county, id) do update set sent_to = excluded.sent_to`,
    `update vuosikello.notification set contact = '${lauri.id}' where workflow = '09.asked'`,
    `insert into vuosikello.answer_draft values ('09', '09.open', '016', 1, 'f', '${fields}', now())`,
    `insert into vuosikello.silence values ('09', 's', '016', '2026-06-01', 'Lauri Esimerkki pyysi', now(), 'a')`,
    `insert into vuosikello.standing_link values ('09', 'l', 'h', '016', 'Lauri Esimerkki', now(), now() + interval '1 day')`,
    `insert into vuosikello.plan_revision values ('09', 2026, 1, '{"title":"Kokous, Lauri Esimerkki"}', now(), 'a', 'Lauri Esimerkin pyyntö')`,
    `insert into vuosikello.year_plan values ('09', 2026, 1, '{"title":"Lauri Esimerkki"}')`,
    `insert into vuosikello.ladder_change values ('09', 1, 'reply', null, 'Lauri Esimerkki toivoi', now(), 'a', 'lc', 'h')`,
    `insert into vuosikello.colleague values ('09', '${lauri.id}', '09.open', '016', 'Lauri Esimerkki', '${email}', 'fi', now())`,
  ])
    await sql(database.superuserUrl, statement);
  await store.keys.create({ county: '09', role: 'service', label: 'Lauri Esimerkin kone' });
  const calendar = { county: '09', scope: 'person', subject: lauri.id, label: 'Lauri Esimerkki' } as const;
  await store.calendars.create({ ...calendar, language: 'fi', request: 'c' } as never);
  const [task] = (await store.tasks.list('09', { status: 'open' }, { limit: 10 })).items;
  if (!task) throw new Error('The rejected mail is no task');
  const closing = { county: '09', id: task.id, actor: coordinator, commandId: 'close', requestHash: 'h' };
  await store.tasks.close({ ...closing, note: 'Soitin Lauri Esimerkille.' });
}

it('erases a person wherever it stands, and the log proves and gives what it did', async () => {
  await writeEverywhere();
  expect((await rowsThatName(forms)).length).toBeGreaterThan(15);
  const hashes = await contentHashes();

  const dry = await store.persons.erase({ county: '09', person: lauri.id, actor: admin, dryRun: true });
  expect(dry.outcome).toBe('would-erase');
  expect((await rowsThatName(forms)).length).toBeGreaterThan(15);

  const reason = 'Lauri Esimerkki on pyytänyt';
  const done = await erased(store.persons.erase({ county: '09', person: lauri.id, reason, actor: admin }));
  expect(await rowsThatName(forms)).toEqual([]);
  expect(done.removed).toMatchObject({ contact: true, colleague: true, calendars: 1, events: 3, workflows: 2 });
  expect(await rowsThatName(/ennen@asikkala/)).toEqual([]);
  expect('erased' in dry && dry.erased.removed).toEqual(done.removed);
  // As a contact and as a colleague it is one id.
  expect(done.kept).toEqual([{ why: 'id', telling: false }]);

  const after = await contentHashes();
  expect([...hashes].filter(([event, hash]) => after.get(event) !== hash)).toEqual([]);
  expect(await store.replay.run('09')).toMatchObject({ differences: [] });
  const told = await store.workflows.events('09', '09.log', { after: 0, limit: 5 });
  expect(told.map(({ type, data, actor }) => [type, (data as { person: string }).person, actor])).toEqual([
    ['PersonErased', lauri.id, admin],
  ]);
  const asked = await store.workflows.read('09', '09.asked');
  expect(JSON.stringify(asked)).toContain(
    'Liikunta. [poistettu/raderad/erased] kertoi; kysy [poistettu/raderad/erased].',
  );
  const kinds = (await store.workflows.events('09', '09.asked', { after: 0, limit: 50 })).map(({ type }) => type);
  expect(kinds.at(-1)).toBe('TextsErased');
  const later = step('09.asked', 'register-answer', { caseNumber: '1/2026' }, { ifVersion: asked?.version as number });
  expect((await store.workflows.give(later)).outcome).toBe('accepted');
  expect(await store.replay.run('09')).toMatchObject({ differences: [] });
});

it('keeps whoever was erased from coming back, and from being mailed', async () => {
  expect(await store.persons.erase({ county: '09', person: lauri.id, actor: admin })).toMatchObject({
    outcome: 'erased-before',
  });
  await expect(store.register.import(register)).rejects.toThrow(ErasedPersonError);
  const standing = await store.register.read('09');
  expect(standing && recipientFor(standing, '016', 'respondent', civilDate('2026-05-25'))?.contactId).not.toBe(
    lauri.id,
  );
  await startRequest(store, '09.later');
  const [work] = (await store.work.claimDue(100, 60_000)).filter(({ instance }) => instance === '09.later');
  if (!work) throw new Error('No mail is due');
  const sending = {
    notification: '09.later.n3',
    messageId: '<b@vuosikello.test>',
    sentTo: 'lauri.esimerkki@asikkala.example.invalid',
    contact: lauri.id,
    language: 'fi',
  } as const;
  expect(await store.notifications.beginSending(work, { ...sending, subject: 's', text: 't', html: 'h' })).toBe(false);
});

it('erases texts that are named, with their copies; keeps what a public decision says; leaves the rest alone', async () => {
  const aino = register.contacts.find(({ name }) => name !== lauri.name);
  if (!aino) throw new Error('There is nobody else');
  await startRequest(store, '09.named');
  const secret = 'Vastaaja on ollut pitkään sairaana, siksi vastaus viipyi.';
  const telephone = '0401234567';
  await store.workflows.give({
    ...step('09.named', 'record-answer', { answers: { efforts: secret } }),
    note: telephone,
  });
  const [handling = {}] = historyOf2023().handlings as object[];
  const history = historyOf2023({
    source: `Kertoi ${aino.name}`,
    handlings: [{ ...handling, decisionText: `Esittelijä ${aino.name}` }],
  }) as Json;
  const started = await store.workflows.start(begin('09.history', 'history-entry', history));
  expect(started).toMatchObject({ outcome: 'accepted' });
  const [place] = (await store.workflows.events('09', '09.named', { after: 0, limit: 50 })).filter(
    ({ type }) => type === 'AnswerReceived',
  );
  const named = { stream: '09.named', seq: place?.seq ?? 0, pointer: '/data/answers/efforts' };

  // It looks like an id.
  const call = { ...named, pointer: '/note' };
  const wrong = { ...named, pointer: '/data/late' };
  const asked = { county: '09', person: aino.id, actor: admin };
  expect(await store.persons.erase({ ...asked, texts: [named, wrong] })).toEqual({
    outcome: 'no-such-texts',
    texts: [wrong],
  });
  expect(await store.persons.erase({ ...asked, county: '17' })).toEqual({ outcome: 'unknown-person' });
  const hashes = await contentHashes();
  const done = await erased(store.persons.erase({ ...asked, texts: [named, call] }));
  expect(await rowsThatName(/pitkään sairaana|0401234567/)).toEqual([]);
  expect(done.kept).toContainEqual({
    why: 'public-decision',
    stream: '09.history',
    seq: 1,
    pointer: '/data/handlings/0/decisionText',
  });
  const entry = JSON.stringify(await store.workflows.read('09', '09.history'));
  expect([entry.includes(`Esittelijä ${aino.name}`), entry.includes(`Kertoi ${aino.name}`)]).toEqual([true, false]);
  const after = await contentHashes();
  expect([...hashes].filter(([event, hash]) => after.get(event) !== hash)).toEqual([]);
  expect(await store.replay.run('09')).toMatchObject({ differences: [] });
});

/** Of whom no test has erased anything. */
function other(): Contact {
  const last = register.contacts.at(-1);
  if (!last) throw new Error('There is nobody');
  return last;
}

it('does nothing where the log does not give what is stored', async () => {
  await startRequest(store, '09.tampered');
  await store.workflows.give(step('09.tampered', 'record-answer', { answers: { efforts: other().name } }));
  await sql(
    database.superuserUrl,
    `do $$ begin alter table vuosikello.event disable trigger all;
       update vuosikello.event set body = replace(body, '"016"', '"081"') where stream = '09.tampered' and type = 'NotificationOwed' and seq = 3;
       alter table vuosikello.event enable always trigger append_only; end $$`,
  );
  expect(await store.persons.erase({ county: '09', person: other().id, actor: admin })).toMatchObject({
    outcome: 'replay-differs',
    workflow: '09.tampered',
  });
  expect((await store.register.read('09'))?.contacts.some(({ id }) => id === other().id)).toBe(true);
});

it('leaves ids and keys alone when somebody is called as they are', async () => {
  const matti = { id: '09-m1', email: 'matti@x.example.invalid' };
  await sql(
    database.superuserUrl,
    `insert into vuosikello.colleague values ('09', $1, '09.named', '016', 'Matti', $2, 'fi', now())`,
    [matti.id, matti.email],
  );
  const json = (said: string) => JSON.stringify({ matti: 'matti', of: ['matti'], 2: `Kysy: ${said}`, note: said });
  await sql(database.superuserUrl, `insert into vuosikello.year_plan values ('09', 2031, 1, $1)`, [json('Matti')]);
  await sql(
    database.superuserUrl,
    `insert into vuosikello.ladder_change values ('09', 2, 'reply', null, 'Matti toivoi', now(), 'a', 'lc2', 'guessable')`,
  );
  await erased(store.persons.erase({ county: '09', person: matti.id, actor: admin }));
  const [draft] = await sql<{ draft: string }>(
    database.superuserUrl,
    'select draft::text as draft from vuosikello.year_plan where year = 2031',
  );
  expect(draft?.draft).toBe(json('[poistettu/raderad/erased]'));
  expect(
    await sql(
      database.superuserUrl,
      `select reason, request_hash from vuosikello.ladder_change where command_id = 'lc2'`,
    ),
  ).toEqual([{ reason: '[poistettu/raderad/erased] toivoi', request_hash: 'erased' }]);
});

it('looks through the log of a large county in time', async () => {
  const said = 'Kunta kertoo, että kaikki on niin kuin ennen; terveisin Esimerkin väki. '.repeat(6);
  await sql(
    database.superuserUrl,
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, note)
     select '09', '09.large-' || n / 10, 1 + n % 10, 'fact', 'Said', now(), 'key:1', 'admin', 'large-' || n,
       json_build_object('day', '2026-01-01', 'text', case n % 100 when 0 then $1 else replace($1, 'Esimerkin', 'koko') end)::text,
       case n % 3 when 0 then 'Puhelu' end
     from generate_series(0, 99999) n`,
    [said],
  );
  await sql(database.superuserUrl, `update vuosikello.contact set name = 'Aino Esimerkki' where id = $1`, [other().id]);
  const dry = await store.persons.erase({ county: '09', person: other().id, actor: admin, dryRun: true });
  expect(dry).toMatchObject({ outcome: 'would-erase', erased: { removed: { contact: true } } });
  expect('erased' in dry && dry.erased.doubtful.length).toBe(200);
});

/** Columns of text outside what is searched, and why nobody is named there. */
const namesNobody: Readonly<Record<string, RegExp>> = {
  'ids, names of states and fixed words':
    /\.(id|county|code|login|workflow|stream|type|kind|actor|role|command_id|notification|organisation|organisations|contact|subject|recipient|digest|resent_of|resend_command|request|request_hash|definition|state|status|outcome|entry|parent|parent_key|template|audience|deadline|rung|ladder|key|topic|commands?|permissions|scope|language|languages|part_of|presenter|answers|interfaces|roles|instance|dedupe_key|form|media_type|origin|what|how|filter|message_id|bounce_status|undeliverable_status|streams|document|fact|publicity|(activated|saved|changed|closed|began|ended|disposed|made|revoked|proposed|decided)_by)$/,
  'hashes and signatures': /^(log_checkpoint\.note|log_cosignature\.(line|witness)|log_epoch\.cluster)$/,
  'the register of organisations':
    /^(county|organisation|body)\.(name|cases|registry|closes|case_number_pattern|interfaces|changes)$/,
  'rungs of reminders': /^ladder_change\.rungs$/,
  migrations: /^migration\.name$/,
  'removed with the row': /^(contact|colleague)\.(name|email)$/,
  'emptied whole in the county': /^kept_answer\.body$/,
  'ETag and address of what was made': /^kept_answer\.headers$/,
  'follows from the log':
    /^(workflow\.snapshot|publication\.data|event\.(body|note|salts_left)|record\.(case_number|ground))$/,
  'blotted out before it is written': /^erased_person\.reason$/,
  'the operators: their ids, and reasons that decision 0044 keeps for good, without names':
    /^(mail_hold|operation)\.(by|reason)$/,
  'addresses of systems, and words of ours': /^webhook(_delivery)?\.(url|types|state|off_because|webhook|type|reason)$/,
};

it('searches every column in which somebody can be named', async () => {
  const columns = await sql<{ name: string }>(
    database.superuserUrl,
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'vuosikello'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and a.atttypid = any (array['text', 'json', 'jsonb', 'text[]', 'varchar']::regtype[]) order by 1`,
  );
  const searched = Object.entries(freeTexts).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
  const known = (name: string) => searched.includes(name) || Object.values(namesNobody).some((one) => one.test(name));
  expect(columns.map(({ name }) => name).filter((name) => !known(name))).toEqual([]);
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(searched));
});
