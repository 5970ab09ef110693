import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findings } from '../src/year-clocks/finding.schema';
import { done, newContact, refused, RegisterClient } from './register-client';
import { request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
let client: RegisterClient;
beforeAll(async () => {
  api = await runApi();
  client = new RegisterClient(api);
});
afterAll(() => api.close());

async function planFindings() {
  const plan: unknown = parse(readFileSync(join(__dirname, '../../../data/paijat-hame-2026.yaml'), 'utf8'));
  const answer = await request(api, api.keys.auditor, '/v1/year-clocks/check', { method: 'POST', json: plan });
  return findings.parse(answer.body).findings;
}

describe('a handover', () => {
  it('dates the roles of both, and moves the interfaces', async () => {
    const from = client.contactId('098', 'hyvinvointikoordinaattori');
    const { item } = await done(
      client.post('contacts', { ...newContact, of: '098', email: 'uusi@hollola.example.invalid' }),
      201,
    );
    const order = { to: item.id, on: '2026-09-01', roles: ['hyvinvointikoordinaattori'], interfaces: true };
    const handed = await done(client.post(`contacts/${from}/handover`, order));
    expect(handed).toMatchObject({
      from: { id: from, roles: [{ role: 'hyvinvointikoordinaattori', validTo: '2026-08-31' }] },
      to: { id: item.id, roles: [{ role: 'hyvinvointikoordinaattori', validFrom: '2026-09-01' }] },
      warnings: [],
    });
    expect(handed.to.interfaces).toContain('osallisuus');
    expect(handed.from).not.toHaveProperty('interfaces');
    expect(await client.idsIn('contacts?organisation=098&role=hyvinvointikoordinaattori&on=2026-08-31')).toEqual([
      from,
    ]);
    expect(await client.idsIn('contacts?organisation=098&role=hyvinvointikoordinaattori&on=2026-09-01')).toEqual([
      item.id,
    ]);
    const { to: holder, ...again } = order;
    expect(await refused(client.post(`contacts/${from}/handover`, { ...again, to: from }), 422)).toEqual([
      ['to', 'same-contact'],
    ]);
    expect(
      await done(client.post(`contacts/${from}/handover`, { to: holder, on: '2026-09-01', roles: order.roles })),
    ).toMatchObject({
      to: handed.to,
    });
    const none = { to: holder, on: '2026-10-01', roles: order.roles };
    expect(await refused(client.post(`contacts/${from}/handover`, none), 422)).toEqual([['roles', 'role-not-held']]);
  });

  it.each([
    ['nobody', {}, 422, [['to', 'unknown-contact']]],
    ['itself', { to: 'itself' }, 422, [['to', 'same-contact']]],
    ['a day that does not exist', { on: '2026-02-30' }, 422, [['on', 'custom']]],
    ['with a field too many', { because: 'x' }, 400, [['', 'unrecognized_keys']]],
  ])('is refused to %s', async (_, change: Record<string, unknown>, status, errors) => {
    const from = client.contactId('142', 'manager');
    const order = { to: 'nobody', on: '2026-09-01', ...change, ...(change.to === 'itself' && { to: from }) };
    expect(await refused(client.post(`contacts/${from}/handover`, order), status)).toEqual(errors);
  });

  it('of somebody unknown is not found', async () => {
    expect((await client.post('contacts/nobody/handover', { to: 'x', on: '2026-09-01' })).status).toBe(404);
  });
});

describe('what is written', () => {
  it('is what the check of a plan looks at: who holds a role, and when', async () => {
    const ngo = { id: 'jarjesto-8', kind: 'ngo', name: { fi: 'Seura', sv: 'Sällskapet' }, languages: ['fi'] };
    await done(client.post('organisations', ngo), 201);
    const empty = async () =>
      (await planFindings()).filter(({ code, message }) => code === 'empty-seat' && message.en.startsWith('Seura:'))
        .length;
    expect(await empty()).toBeGreaterThan(0);
    const { item } = await done(client.post('contacts', { ...newContact, of: 'jarjesto-8', roles: ['contact'] }), 201);
    expect(await empty()).toBe(0);
    await done(client.patch(`contacts/${item.id}`, { validFrom: '2026-12-31' }));
    expect(await empty()).toBeGreaterThan(0);
  });

  it('is what the check of a plan looks at: when a body meets', async () => {
    const infeasible = async () =>
      (await planFindings()).filter(({ code }) => code === 'order-infeasible').map(({ entry, date }) => [entry, date]);
    const meeting = { body: 'hyte-lautakunta', on: '2026-10-15' };
    expect(await infeasible()).toEqual([]);
    expect((await client.send('DELETE', 'meetings/hyte-lautakunta/2026-10-15')).status).toBe(204);
    expect((await client.send('DELETE', 'meetings/hyte-lautakunta/2026-10-15')).status).toBe(404);
    expect(await infeasible()).toEqual([['hyte-negotiation-2026', '2026-10-15']]);
    expect(await done(client.post('meetings', meeting), 201)).toEqual({ item: meeting, warnings: [] });
    await done(client.post('meetings', meeting), 201);
    expect((await client.list('meetings?body=hyte-lautakunta&from=2026-10-15&to=2026-10-15')).items).toEqual([meeting]);
    expect(await infeasible()).toEqual([]);
  });
});
