import { fillLog } from '../../../test/support/filled-log';
import { proposal, proposalList } from '../src/four-eyes/four-eyes.schema';
import { give, keysFor, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

const withdraw = { command: 'withdraw', data: { reason: 'Kahteen kertaan pyydetty.' }, note: 'Sovittu puhelimessa.' };

let api: RunningApi;
/** Two people beside those who hold the keys of the roles; each has two keys. */
const keys = { maija: '', maijas: '', kalle: '' };
beforeAll(async () => {
  api = await runApi();
  const key = async (label: string) => (await api.store.keys.create({ county: '09', role: 'coordinator', label })).key;
  Object.assign(keys, { maija: await key('Maija E.'), maijas: await key('maija e.'), kalle: await key('Kalle E.') });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.setClock('2026-06-01T09:00:00+03:00');
  expect((await set(['information-request/withdraw'])).status).toBe(200);
});

const set = (commands: string[], key = api.keys.admin) =>
  request(api, key, '/v1/four-eyes', { method: 'PUT', json: { commands } });
const decide = (id: string, which: string, what: 'confirm' | 'reject', key: string) =>
  request(api, key, `/v1/workflows/${id}/proposals/${which}/${what}`, { method: 'POST' });
const proposals = async (id: string) =>
  proposalList.parse((await request(api, api.keys.auditor, `/v1/workflows/${id}/proposals`)).body).items;
const read = async (id: string) => workflowIn(await request(api, api.keys.auditor, `/v1/workflows/${id}`));

async function propose(id: string, key = keys.maija, idempotency?: string) {
  const answer = await give(api, key, id, withdraw, { version: 3, ...(idempotency !== undefined && { idempotency }) });
  expect(answer.status).toBe(202);
  return { answer, proposal: proposal.parse(answer.body) };
}
async function logged(which: string) {
  await fillLog(api.database, '09');
  const { events } = await api.store.events.page('09', {}, { after: -1, limit: 1_000 });
  return events.filter(({ stream }) => stream === which);
}

it('is set by admins, for commands there are', async () => {
  await set([]);
  const before = (await logged('09.log')).filter(({ type }) => type === 'FourEyesChanged').length;
  const wanted = ['information-request/withdraw', 'board-handling/record-decision'];
  for (let time = 0; time < 2; time += 1)
    expect((await set(wanted)).body).toMatchObject({ commands: wanted.toSorted() });
  expect((await request(api, api.keys.operator, '/v1/four-eyes')).body).toMatchObject({
    commands: wanted.toSorted(),
    changedBy: expect.stringMatching(/^key:09-/),
  });
  expect((await set(wanted, api.keys.coordinator)).status).toBe(403);
  const wrong = await set(['information-request/withdraw', 'information-request/attach-document', 'withdraw']);
  expect([wrong.status, problemIn(wrong).errors?.map(({ path }) => path)]).toEqual([422, ['commands.1', 'commands.2']]);
  const changes = (await logged('09.log')).filter(({ type }) => type === 'FourEyesChanged');
  expect(changes).toHaveLength(before + 1);
});

it('keeps a command until somebody else confirms it, and gives it once', async () => {
  const id = await startRequest(api, 'four-eyes');
  const { answer, proposal: made } = await propose(id, keys.maija, 'p-1');
  expect(made).toMatchObject({
    workflow: id,
    version: 3,
    command: 'withdraw',
    data: withdraw.data,
    note: withdraw.note,
    state: 'open',
    proposedAt: '2026-06-01T06:00:00.000Z',
    expiresAt: '2026-06-15T06:00:00.000Z',
  });
  expect(await read(id)).toMatchObject({ version: 3, status: 'open', proposals: [made] });

  const again = await propose(id, keys.maija, 'p-1');
  expect(again.answer.headers.get('idempotency-replayed')).toBe('true');
  expect(again.proposal).toEqual(made);
  const other = await give(api, keys.maija, id, { ...withdraw, note: 'Muu.' }, { version: 3, idempotency: 'p-1' });
  expect(problemIn(other).code).toBe('idempotency-key-reused');
  expect(answer.headers.get('idempotency-replayed')).toBeNull();
  // What would be refused is not proposed.
  expect((await give(api, keys.maija, id, withdraw, { version: 2 })).status).toBe(412);
  expect((await give(api, keys.maija, id, { command: 'withdraw', data: {} }, { version: 3 })).status).toBe(422);
  expect((await give(api, api.keys.auditor, id, withdraw, { version: 3 })).status).toBe(403);
  // Nobody else is asked for where the county does not say so.
  const attached = { command: 'record-received-answer', data: { answers: {}, receivedOn: 'x', way: 'email' } };
  expect((await give(api, keys.maija, id, attached, { version: 3 })).status).toBe(422);

  const foreign = await keysFor(api.store, '07');
  const refused: [string, string, number, string][] = [
    [keys.maija, made.id, 403, 'other-person-required'],
    [keys.maijas, made.id, 403, 'other-person-required'],
    [api.keys.auditor, made.id, 403, 'not-permitted'],
    [api.keys.service, made.id, 403, 'not-permitted'],
    [foreign.admin, made.id, 404, 'unknown-id'],
    [keys.kalle, '09-00000000', 404, 'unknown-proposal'],
  ];
  for (const [key, which, status, code] of refused) {
    const denied = await decide(id, which, 'confirm', key);
    expect([denied.status, problemIn(denied).code]).toEqual([status, code]);
  }
  expect((await read(id)).version).toBe(3);

  const confirmed = await Promise.all(Array.from({ length: 10 }, () => decide(id, made.id, 'confirm', keys.kalle)));
  for (const { status } of confirmed) expect(status).toBe(200);
  const { version } = await read(id);
  for (const one of confirmed) expect(workflowIn(one)).toMatchObject({ version, status: 'cancelled', proposals: [] });
  expect(confirmed.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(problemIn(await decide(id, made.id, 'confirm', api.keys.admin)).code).toBe('proposal-decided');
  expect(problemIn(await decide(id, made.id, 'reject', api.keys.admin)).code).toBe('proposal-decided');
  expect((await propose(id, keys.maija, 'p-1')).proposal).toMatchObject({ state: 'confirmed', data: null, note: null });

  const [withdrawn] = await api.store.workflows.events('09', id, { after: 3, limit: 1 });
  expect(withdrawn).toMatchObject({
    commandId: `proposal:${made.id}`,
    actor: { id: made.proposedBy, role: 'coordinator' },
  });
  const told = await logged(`09.proposal-${made.id}`);
  const [{ decidedBy } = { decidedBy: null }] = await proposals(id);
  expect(told.map(({ type, actor }) => [type, actor.id])).toEqual([
    ['CommandProposed', made.proposedBy],
    ['CommandConfirmed', decidedBy],
  ]);
  expect(decidedBy).not.toBe(made.proposedBy);
  expect(JSON.stringify(told)).not.toContain('Kahteen');
  expect(await api.store.replay.run()).toMatchObject({ differences: [] });
});

it('is void where the workflow has gone on', async () => {
  const id = await startRequest(api, 'four-eyes-void');
  const { proposal: made } = await propose(id);
  await give(api, keys.maija, id, { command: 'pause', data: { reason: 'Odotetaan.' } }, { version: 3 });
  const answer = await decide(id, made.id, 'confirm', keys.kalle);
  expect([answer.status, problemIn(answer).code]).toEqual([412, 'proposal-void']);
  expect(await proposals(id)).toMatchObject([{ state: 'void', data: null }]);
  expect((await logged(`09.proposal-${made.id}`)).map(({ type }) => type)).toEqual([
    'CommandProposed',
    'ProposalVoided',
  ]);
  expect((await read(id)).status).toBe('open');
});

it('is rejected by somebody else, taken back by whoever proposed it, or lapses after fourteen days', async () => {
  const id = await startRequest(api, 'four-eyes-ended');
  for (const key of [keys.kalle, keys.maija]) {
    const { proposal: made } = await propose(id);
    expect((await decide(id, made.id, 'reject', key)).body).toMatchObject({ state: 'rejected', data: null });
    expect((await decide(id, made.id, 'confirm', keys.kalle)).status).toBe(409);
  }
  const { proposal: made } = await propose(id);
  await api.setClock('2026-06-15T09:00:00+03:00');
  expect((await decide(id, made.id, 'confirm', keys.kalle)).status).toBe(409);
  expect((await read(id)).proposals).toEqual([]);
  expect(await api.store.proposals.lapse()).toBe(1);
  expect(await api.store.proposals.lapse()).toBe(0);
  expect((await proposals(id)).map(({ state }) => state).sort()).toEqual(['lapsed', 'rejected', 'rejected']);
  expect((await logged(`09.proposal-${made.id}`)).map(({ type }) => type)).toEqual([
    'CommandProposed',
    'ProposalLapsed',
  ]);
});
