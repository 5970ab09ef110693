import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyRoles } from '@app/store';
import { parse } from 'yaml';
import { findings } from '../src/year-clocks/finding.schema';
import { type Answer, keysFor, problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

type Item = Record<string, unknown> & { id: string };
type List = { items: Item[]; next: string | null };

const get = async (path: string) => {
  const answer = await request(api, api.keys.auditor, `/v1/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};
const list = async (path: string) => (await get(path)) as List;
const idsIn = async (path: string) => (await list(path)).items.map(({ id }) => id);
const send = (method: string, path: string, json?: unknown, key = api.keys.coordinator) =>
  request(api, key, `/v1/${path}`, { method, ...(json !== undefined && { json }) });
const post = (path: string, json: unknown) => send('POST', path, json);
const patch = (path: string, json: unknown) => send('PATCH', path, json);

async function done(answer: Promise<Answer>, status = 200) {
  const { status: got, text, body } = await answer;
  if (got !== status) throw new Error(`${got} ${text}`);
  return body as { item: Item; warnings: { code: string }[]; from: Item; to: Item };
}

async function refused(answer: Promise<Answer>, status: number) {
  const problem = problemIn(await answer);
  expect(problem.status).toBe(status);
  return problem.errors?.map(({ path, code }) => [path, code]);
}

const contact = {
  name: 'Aino Uusi',
  email: 'aino.uusi@asikkala.example.invalid',
  of: '016',
  language: 'fi',
  roles: [],
};
const contactId = (of: string, role: string) => {
  const found = api.register.contacts.find((one) => one.of === of && one.roles.some((held) => held.role === role));
  if (!found) throw new Error(`${of} has no ${role}`);
  return found.id;
};

async function planFindings() {
  const plan: unknown = parse(readFileSync(join(__dirname, '../../../data/paijat-hame-2026.yaml'), 'utf8'));
  return findings.parse((await done(post('year-clocks/check', plan))) as unknown).findings;
}

describe('reading the register', () => {
  it('goes page by page, and by kind, organisation, role and day', async () => {
    const { organisations, bodies } = api.register;
    const first = await list('organisations?limit=4');
    expect(first.items).toHaveLength(4);
    const rest = await list(`organisations?limit=200&cursor=${first.next ?? ''}`);
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect([ids, rest.next]).toEqual([organisations.map(({ id }) => id).sort(), null]);
    expect(await idsIn('organisations?kind=sector&limit=200')).toHaveLength(5);
    expect(await idsIn('bodies?organisation=016')).toEqual([
      '016-hallitus',
      '016-hyvinvointilautakunta',
      '016-valtuusto',
    ]);
    expect(await idsIn('contacts?organisation=016&role=manager')).toEqual([contactId('016', 'manager')]);
    expect(await idsIn('contacts?interface=osallisuus&organisation=111')).not.toEqual([]);
    expect(await get('bodies/hyte-lautakunta')).toEqual(bodies.find(({ id }) => id === 'hyte-lautakunta'));
    expect(await get('organisations/016')).toEqual(organisations.find(({ id }) => id === '016'));
    expect((await get(`contacts/${contactId('016', 'manager')}`)) as Item).toMatchObject({
      roles: ['kunnanjohtaja', 'manager'],
    });
    const meetings = await list('meetings?body=016-hallitus&from=2026-08-24&to=2026-10-26&limit=2');
    expect(meetings.items).toEqual([
      { body: '016-hallitus', on: '2026-08-24' },
      { body: '016-hallitus', on: '2026-09-21' },
    ]);
    const more = await list(
      `meetings?body=016-hallitus&to=2026-10-26&cursor=${encodeURIComponent(meetings.next ?? '')}`,
    );
    expect(more).toEqual({ items: [{ body: '016-hallitus', on: '2026-10-26' }], next: null });
  });

  it('finds nothing of another county, and nothing where there is no register', async () => {
    const { admin } = await keysFor(api.store, '07');
    const ask = (path: string) => request(api, admin, `/v1/${path}`);
    for (const path of ['organisations', 'bodies', 'contacts', 'meetings'])
      expect((await ask(path)).body).toEqual({ items: [], next: null });
    for (const path of ['organisations/016', 'bodies/016-hallitus', `contacts/${contactId('016', 'manager')}`])
      expect((await ask(path)).status).toBe(404);
    const written = await send('POST', 'contacts', contact, admin);
    expect([written.status, problemIn(written).detail]).toEqual([404, expect.stringContaining('no register yet')]);
    expect((await send('PATCH', 'organisations/016', { closes: '12:00' }, admin)).status).toBe(404);
    expect(await get('organisations/016')).toMatchObject({ closes: '16:00' });
  });

  it.each([
    ['organisations?kind=moon', 422],
    ['contacts?on=2026-02-30', 422],
    ['meetings?limit=0', 422],
    ['bodies?colour=blue', 400],
    ['organisations/999', 404],
    ['contacts/..%2f..', 404],
  ])('refuses %s with %i', async (path, status) => {
    expect((await request(api, api.keys.admin, `/v1/${path}`)).status).toBe(status);
  });
});

describe('writing the register', () => {
  it('is for admins and coordinators', async () => {
    for (const role of keyRoles.filter((one) => !['admin', 'coordinator'].includes(one))) {
      expect((await send('PATCH', 'organisations/016', { closes: '15:00' }, api.keys[role])).status).toBe(403);
      expect((await send('POST', 'contacts', contact, api.keys[role])).status).toBe(403);
      expect((await send('DELETE', 'meetings/016-hallitus/2026-08-24', undefined, api.keys[role])).status).toBe(403);
    }
    expect((await request(api, undefined, '/v1/organisations')).status).toBe(401);
  });

  it('adds, changes and takes fields away, and is there for everybody else at once', async () => {
    const ngo = { id: 'jarjesto-9', kind: 'ngo', name: { fi: 'Yhdistys', sv: 'Föreningen' }, languages: ['fi'] };
    expect(await done(post('organisations', ngo), 201)).toEqual({ item: ngo, warnings: [] });
    const changed = { ...ngo, registry: 'toimisto@yhdistys.example.invalid', languages: ['sv', 'fi'] };
    const { registry, languages } = changed;
    expect((await done(patch('organisations/jarjesto-9', { registry, languages }))).item).toEqual(changed);
    expect((await done(patch('organisations/jarjesto-9', { registry: null, languages: ['fi'] }))).item).toEqual(ngo);
    expect((await api.store.register.read('09'))?.organisations.at(-1)).toEqual(ngo);
    await done(patch('organisations/jarjesto-9', { validTo: '2026-06-30' }));
    expect(await idsIn('organisations?kind=ngo&on=2026-07-01')).not.toContain('jarjesto-9');
    expect(await idsIn('organisations?kind=ngo&on=2026-06-30')).toContain('jarjesto-9');

    const body = {
      id: '016-jaosto',
      of: '016',
      name: { fi: 'Jaosto', sv: 'Sektion' },
      materialsDaysBefore: 7,
      extractDaysAfter: 4,
    };
    expect(
      (await done(post('bodies', { ...body, meetings: ['2026-10-20', '2026-09-15'] }), 201)).item.meetings,
    ).toEqual(['2026-09-15', '2026-10-20']);
    expect((await done(patch('bodies/016-jaosto', { materialsDaysBefore: 10 }))).item).toMatchObject({
      materialsDaysBefore: 10,
    });
    const noted = await done(patch('bodies/016-jaosto', { presenter: 'sihteeri-jota-ei-ole' }));
    expect(noted.warnings).toMatchObject([{ code: 'empty-presenter' }]);
    expect((await done(patch('bodies/016-jaosto', { extractDaysAfter: 5 }))).warnings).toEqual([]);
    expect((await done(patch('bodies/016-jaosto', { presenter: null }))).item).not.toHaveProperty('presenter');

    const { item } = await done(
      post('contacts', { ...contact, roles: [{ role: 'kirjaaja', validFrom: '2026-09-01' }] }),
      201,
    );
    expect(item.id).toMatch(/^016-[0-9a-f]{16}$/);
    // The id stays when the address changes: it is in the log.
    const moved = await done(
      patch(`contacts/${item.id}`, { email: 'aino@asikkala.example.invalid', validFrom: '2026-01-01' }),
    );
    expect(moved.item).toMatchObject({ id: item.id, email: 'aino@asikkala.example.invalid' });
    expect(await idsIn('contacts?role=kirjaaja&on=2026-08-31')).toEqual([]);
    expect(await idsIn('contacts?role=kirjaaja&on=2026-09-01')).toEqual([item.id]);
    expect(await idsIn('contacts?role=kirjaaja')).toEqual([item.id]);
  });

  it('lets two changes at once both land', async () => {
    const ids = ['016', '081', '098', '111', '142', '316'];
    const answers = await Promise.all([
      ...ids.map((id) => patch(`organisations/${id}`, { closes: '14:30' })),
      patch('bodies/016-hallitus', { extractDaysAfter: 9 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(ids.length + 1).fill(200));
    for (const id of ids) expect(await get(`organisations/${id}`)).toMatchObject({ closes: '14:30' });
    expect(await get('bodies/016-hallitus')).toMatchObject({ extractDaysAfter: 9 });
  });

  it.each<[string, string, unknown, number, unknown]>([
    ['POST', 'contacts', { ...contact, phone: '1' }, 400, [['', 'unrecognized_keys']]],
    ['POST', 'contacts', { ...contact, email: 'a@x.test,b@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...contact, email: 'a@x.test\r\nBcc: evil@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...contact, of: '999' }, 422, [['of', 'unknown-organisation']]],
    ['POST', 'contacts', { ...contact, language: 'se' }, 422, [['language', 'invalid_value']]],
    ['POST', 'organisations', { kind: 'ngo' }, 422, expect.arrayContaining([['id', 'invalid_type']])],
    [
      'POST',
      'organisations',
      { id: '016', kind: 'municipality', name: { fi: 'A', sv: 'A' }, languages: ['fi'] },
      422,
      [['id', 'duplicate-id']],
    ],
    ['PATCH', 'organisations/016', { id: '017' }, 400, [['', 'unrecognized_keys']]],
    ['PATCH', 'organisations/016', { name: null }, 422, [['name', 'invalid_type']]],
    ['PATCH', 'organisations/016', { registry: 'a@x.test, b@x.test' }, 422, [['registry', 'invalid-address']]],
    ['PATCH', 'organisations/016', { answers: 'nobody' }, 422, [['answers', 'unknown-body']]],
    ['PATCH', 'organisations/016', { validTo: '2026-02-30' }, 422, [['validTo', 'invalid-date']]],
    ['PATCH', 'organisations/999', { closes: '15:00' }, 404, undefined],
    ['PATCH', 'bodies/016-hallitus', { meetings: [] }, 400, [['', 'unrecognized_keys']]],
    ['PATCH', 'contacts/nobody', { name: 'X' }, 404, undefined],
    ['POST', 'meetings', { body: 'nobody', on: '2026-10-20' }, 422, [['body', 'unknown-body']]],
    ['POST', 'meetings', { body: '016-hallitus', on: '2026-02-30' }, 422, [['on', 'custom']]],
    ['DELETE', 'meetings/016-hallitus/2026-02-30', undefined, 404, undefined],
    ['DELETE', 'meetings/nobody/2026-08-24', undefined, 404, undefined],
  ])('refuses %s %s %j with %i', async (method, path, json, status, errors) => {
    const before = await api.store.register.read('09');
    expect(await refused(send(method, path, json), status)).toEqual(errors);
    expect(await api.store.register.read('09')).toEqual(before);
  });

  it('does not let two hold a sole role, and says who the other is', async () => {
    const answer = await post('contacts', {
      ...contact,
      email: 'toinen@asikkala.example.invalid',
      roles: ['kunnanjohtaja'],
    });
    const problem = problemIn(answer);
    expect([problem.status, problem.errors?.map(({ path, code }) => [path, code])]).toEqual([
      422,
      [['roles.0', 'two-holders']],
    ]);
    expect(problem.detail).toContain('Niilo Esimerkki');
  });
});

describe('a handover', () => {
  it('dates the roles of both, and moves the interfaces', async () => {
    const from = contactId('098', 'hyvinvointikoordinaattori');
    const { item } = await done(
      post('contacts', { ...contact, of: '098', email: 'uusi@hollola.example.invalid' }),
      201,
    );
    const order = { to: item.id, on: '2026-09-01', roles: ['hyvinvointikoordinaattori'], interfaces: true };
    const handed = await done(post(`contacts/${from}/handover`, order));
    expect(handed).toMatchObject({
      from: { id: from, roles: [{ role: 'hyvinvointikoordinaattori', validTo: '2026-08-31' }] },
      to: { id: item.id, roles: [{ role: 'hyvinvointikoordinaattori', validFrom: '2026-09-01' }] },
      warnings: [],
    });
    expect(handed.to.interfaces).toContain('osallisuus');
    expect(handed.from).not.toHaveProperty('interfaces');
    expect(await idsIn('contacts?organisation=098&role=hyvinvointikoordinaattori&on=2026-08-31')).toEqual([from]);
    expect(await idsIn('contacts?organisation=098&role=hyvinvointikoordinaattori&on=2026-09-01')).toEqual([item.id]);
    const { to: holder, ...again } = order;
    expect(await refused(post(`contacts/${from}/handover`, { ...again, to: from }), 422)).toEqual([
      ['to', 'same-contact'],
    ]);
    expect(
      await done(post(`contacts/${from}/handover`, { to: holder, on: '2026-09-01', roles: order.roles })),
    ).toMatchObject({
      to: handed.to,
    });
    const none = { to: holder, on: '2026-10-01', roles: order.roles };
    expect(await refused(post(`contacts/${from}/handover`, none), 422)).toEqual([['roles', 'role-not-held']]);
  });

  it.each([
    ['nobody', {}, 422, [['to', 'unknown-contact']]],
    ['itself', { to: contactId }, 422, [['to', 'same-contact']]],
    ['a day that does not exist', { on: '2026-02-30' }, 422, [['on', 'custom']]],
    ['with a field too many', { because: 'x' }, 400, [['', 'unrecognized_keys']]],
  ])('is refused to %s', async (_, change: Record<string, unknown>, status, errors) => {
    const from = contactId('142', 'manager');
    const order = { to: 'nobody', on: '2026-09-01', ...change, ...(typeof change.to === 'function' && { to: from }) };
    expect(await refused(post(`contacts/${from}/handover`, order), status)).toEqual(errors);
  });

  it('of somebody unknown is not found', async () => {
    expect((await post('contacts/nobody/handover', { to: 'x', on: '2026-09-01' })).status).toBe(404);
  });
});

describe('what is written', () => {
  it('is what the check of a plan looks at: who holds a role, and when', async () => {
    const ngo = { id: 'jarjesto-8', kind: 'ngo', name: { fi: 'Seura', sv: 'Sällskapet' }, languages: ['fi'] };
    await done(post('organisations', ngo), 201);
    const empty = async () =>
      (await planFindings()).filter(({ code, message }) => code === 'empty-seat' && message.en.startsWith('Seura:'))
        .length;
    expect(await empty()).toBeGreaterThan(0);
    const { item } = await done(post('contacts', { ...contact, of: 'jarjesto-8', roles: ['contact'] }), 201);
    expect(await empty()).toBe(0);
    await done(patch(`contacts/${item.id}`, { validFrom: '2026-12-31' }));
    expect(await empty()).toBeGreaterThan(0);
  });

  it('is what the check of a plan looks at: when a body meets', async () => {
    const infeasible = async () =>
      (await planFindings()).filter(({ code }) => code === 'order-infeasible').map(({ entry, date }) => [entry, date]);
    const meeting = { body: 'hyte-lautakunta', on: '2026-10-15' };
    expect(await infeasible()).toEqual([]);
    expect((await send('DELETE', 'meetings/hyte-lautakunta/2026-10-15')).status).toBe(204);
    expect((await send('DELETE', 'meetings/hyte-lautakunta/2026-10-15')).status).toBe(404);
    expect(await infeasible()).toEqual([['hyte-negotiation-2026', '2026-10-15']]);
    expect(await done(post('meetings', meeting), 201)).toEqual({ item: meeting, warnings: [] });
    await done(post('meetings', meeting), 201);
    expect((await list('meetings?body=hyte-lautakunta&from=2026-10-15&to=2026-10-15')).items).toEqual([meeting]);
    expect(await infeasible()).toEqual([]);
  });
});
