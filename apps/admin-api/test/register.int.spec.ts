import { keyRoles } from '@app/store';
import { done, newContact, refused, RegisterClient } from './register-client';
import { keysFor, problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
let client: RegisterClient;
beforeAll(async () => {
  api = await runApi();
  client = new RegisterClient(api);
});
afterAll(() => api.close());

describe('reading the register', () => {
  it('goes page by page, and by kind, organisation, role and day', async () => {
    const { organisations, bodies } = api.register;
    const first = await client.list('organisations?limit=4');
    expect(first.items).toHaveLength(4);
    const rest = await client.list(`organisations?limit=200&cursor=${first.next ?? ''}`);
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect([ids, rest.next]).toEqual([organisations.map(({ id }) => id).sort(), null]);
    expect(await client.idsIn('organisations?kind=sector&limit=200')).toHaveLength(5);
    expect(await client.idsIn('bodies?organisation=016')).toEqual([
      '016-hallitus',
      '016-hyvinvointilautakunta',
      '016-valtuusto',
    ]);
    expect(await client.idsIn('contacts?organisation=016&role=manager')).toEqual([client.contactId('016', 'manager')]);
    expect(await client.idsIn('contacts?interface=osallisuus&organisation=111')).not.toEqual([]);
    expect(await client.get('bodies/hyte-lautakunta')).toEqual(bodies.find(({ id }) => id === 'hyte-lautakunta'));
    expect(await client.get('organisations/016')).toEqual(organisations.find(({ id }) => id === '016'));
    expect(await client.get(`contacts/${client.contactId('016', 'manager')}`)).toMatchObject({
      roles: ['kunnanjohtaja', 'manager'],
    });
    const meetings = await client.list('meetings?body=016-hallitus&from=2026-08-24&to=2026-10-26&limit=2');
    expect(meetings.items).toEqual([
      { body: '016-hallitus', on: '2026-08-24' },
      { body: '016-hallitus', on: '2026-09-21' },
    ]);
    const more = await client.list(
      `meetings?body=016-hallitus&to=2026-10-26&cursor=${encodeURIComponent(meetings.next ?? '')}`,
    );
    expect(more).toEqual({ items: [{ body: '016-hallitus', on: '2026-10-26' }], next: null });
  });

  it('finds nothing of another county, and nothing where there is no register', async () => {
    const { admin } = await keysFor(api.store, '07');
    const ask = (path: string) => request(api, admin, `/v1/${path}`);
    for (const path of ['organisations', 'bodies', 'contacts', 'meetings'])
      expect((await ask(path)).body).toEqual({ items: [], next: null });
    for (const path of ['organisations/016', 'bodies/016-hallitus', `contacts/${client.contactId('016', 'manager')}`])
      expect((await ask(path)).status).toBe(404);
    const written = await client.send('POST', 'contacts', newContact, admin);
    expect([written.status, problemIn(written).detail]).toEqual([404, expect.stringContaining('no register yet')]);
    expect((await client.send('PATCH', 'organisations/016', { closes: '12:00' }, admin)).status).toBe(404);
    expect(await client.get('organisations/016')).toMatchObject({ closes: '16:00' });
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
  it('is done once when a request is repeated; an id that stands otherwise is refused', async () => {
    const ngo = { id: 'jarjesto-77', kind: 'ngo', name: { fi: 'Kerran ry', sv: 'En gång rf' }, languages: ['fi'] };
    const body = { id: '016-kerran', of: '016', name: ngo.name, materialsDaysBefore: 7, extractDaysAfter: 4 };
    const contact = { ...newContact, email: 'kerran@asikkala.example.invalid', roles: ['kirjaamo'] };
    for (const [list, item] of [
      ['organisations', ngo],
      ['bodies', { ...body, meetings: ['2026-10-20'] }],
      ['contacts', contact],
    ] as const) {
      const first = await done(client.post(list, item), 201);
      const before = await client.idsIn(`${list}?limit=200`);
      expect(await done(client.post(list, item), 201)).toEqual({ ...first, warnings: [] });
      expect(await client.idsIn(`${list}?limit=200`)).toEqual(before);
    }
    expect(await refused(client.post('organisations', { ...ngo, languages: ['sv'] }), 422)).toEqual([
      ['id', 'duplicate-id'],
    ]);
    expect((await client.post('contacts', { ...contact, name: 'Toinen' })).status).toBe(422);
  });

  it('is for admins and coordinators', async () => {
    for (const role of keyRoles.filter((one) => !['admin', 'coordinator'].includes(one))) {
      expect((await client.send('PATCH', 'organisations/016', { closes: '15:00' }, api.keys[role])).status).toBe(403);
      expect((await client.send('POST', 'contacts', newContact, api.keys[role])).status).toBe(403);
      expect((await client.send('DELETE', 'meetings/016-hallitus/2026-08-24', undefined, api.keys[role])).status).toBe(
        403,
      );
    }
    expect((await request(api, undefined, '/v1/organisations')).status).toBe(401);
  });

  it('adds, changes and takes fields away, and is there for everybody else at once', async () => {
    const ngo = { id: 'jarjesto-9', kind: 'ngo', name: { fi: 'Yhdistys', sv: 'Föreningen' }, languages: ['fi'] };
    expect(await done(client.post('organisations', ngo), 201)).toEqual({ item: ngo, warnings: [] });
    const changed = { ...ngo, registry: 'toimisto@yhdistys.example.invalid', languages: ['sv', 'fi'] };
    const { registry, languages } = changed;
    expect((await done(client.patch('organisations/jarjesto-9', { registry, languages }))).item).toEqual(changed);
    expect((await done(client.patch('organisations/jarjesto-9', { registry: null, languages: ['fi'] }))).item).toEqual(
      ngo,
    );
    expect((await api.store.register.read('09'))?.organisations.at(-1)).toEqual(ngo);
    await done(client.patch('organisations/jarjesto-9', { validTo: '2026-06-30' }));
    expect(await client.idsIn('organisations?kind=ngo&on=2026-07-01')).not.toContain('jarjesto-9');
    expect(await client.idsIn('organisations?kind=ngo&on=2026-06-30')).toContain('jarjesto-9');

    const body = {
      id: '016-jaosto',
      of: '016',
      name: { fi: 'Jaosto', sv: 'Sektion' },
      materialsDaysBefore: 7,
      extractDaysAfter: 4,
    };
    expect(
      (await done(client.post('bodies', { ...body, meetings: ['2026-10-20', '2026-09-15'] }), 201)).item.meetings,
    ).toEqual(['2026-09-15', '2026-10-20']);
    expect((await done(client.patch('bodies/016-jaosto', { materialsDaysBefore: 10 }))).item).toMatchObject({
      materialsDaysBefore: 10,
    });
    const noted = await done(client.patch('bodies/016-jaosto', { presenter: 'sihteeri-jota-ei-ole' }));
    expect(noted.warnings).toMatchObject([{ code: 'empty-presenter' }]);
    expect((await done(client.patch('bodies/016-jaosto', { extractDaysAfter: 5 }))).warnings).toEqual([]);
    expect((await done(client.patch('bodies/016-jaosto', { presenter: null }))).item).not.toHaveProperty('presenter');

    const { item } = await done(
      client.post('contacts', { ...newContact, roles: [{ role: 'kirjaaja', validFrom: '2026-09-01' }] }),
      201,
    );
    expect(item.id).toMatch(/^016-[0-9a-f]{16}$/);
    // The id stays when the address changes: it is in the log.
    const moved = await done(
      client.patch(`contacts/${item.id}`, { email: 'aino@asikkala.example.invalid', validFrom: '2026-01-01' }),
    );
    expect(moved.item).toMatchObject({ id: item.id, email: 'aino@asikkala.example.invalid' });
    expect(await client.idsIn('contacts?role=kirjaaja&on=2026-08-31')).toEqual([]);
    expect(await client.idsIn('contacts?role=kirjaaja&on=2026-09-01')).toEqual([item.id]);
    expect(await client.idsIn('contacts?role=kirjaaja')).toEqual([item.id]);
  });

  it('lets two changes at once both land', async () => {
    const ids = ['016', '081', '098', '111', '142', '316'];
    const answers = await Promise.all([
      ...ids.map((id) => client.patch(`organisations/${id}`, { closes: '14:30' })),
      client.patch('bodies/016-hallitus', { extractDaysAfter: 9 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(ids.length + 1).fill(200));
    for (const id of ids) expect(await client.get(`organisations/${id}`)).toMatchObject({ closes: '14:30' });
    expect(await client.get('bodies/016-hallitus')).toMatchObject({ extractDaysAfter: 9 });
  });

  it.each<[string, string, unknown, number, unknown]>([
    ['POST', 'contacts', { ...newContact, phone: '1' }, 400, [['', 'unrecognized_keys']]],
    ['POST', 'contacts', { ...newContact, email: 'a@x.test,b@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: 'Ryhmä: a@x.test;' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: '"a b"@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: 'a(comment)@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: 'päivi@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: `${'a'.repeat(65)}@x.test` }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, email: 'a@x.test\r\nBcc: evil@x.test' }, 422, [['email', 'invalid-address']]],
    ['POST', 'contacts', { ...newContact, of: '999' }, 422, [['of', 'unknown-organisation']]],
    ['POST', 'contacts', { ...newContact, language: 'se' }, 422, [['language', 'invalid_value']]],
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
    expect(await refused(client.send(method, path, json), status)).toEqual(errors);
    expect(await api.store.register.read('09')).toEqual(before);
  });

  it('does not let two hold a sole role, and says who the other is', async () => {
    const answer = await client.post('contacts', {
      ...newContact,
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
