import { plannedStarts } from '@app/workflows';
import { everyRow } from '../../../test/support/every-row';
import { examplePlan } from '../../../test/support/example-area';
import { batchResults, type BatchResult } from '../src/workflows/batch.schema';
import { foreseen } from '../src/workflows/foreseen.schema';
import { requestData } from './request-data';
import { give, problemIn, refusalIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
let key: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `batched-${(made += 1)}`);
const answer = { command: 'record-answer', data: { answers: { efforts: 'Liikuntaa.' } } };
const register = { command: 'register-answer', data: { caseNumber: '539/00.04.01/2026' } };

const send = (items: unknown[], { dryRun = false, headers = {} } = {}) =>
  request(api, key, `/v1/workflows:batch${dryRun ? '?dryRun=true' : ''}`, { method: 'POST', json: { items }, headers });

async function results(...given: Parameters<typeof send>): Promise<BatchResult[]> {
  const { status, body, text } = await send(...given);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return batchResults.parse(body).results as BatchResult[];
}

describe('a batch', () => {
  it('gives every item its own result, in order: what a single request would have been answered', async () => {
    const [one, two, three] = [await newRequest(), await newRequest(), await newRequest()];
    const headers = { 'Accept-Language': 'fi' };
    const outcome = await results(
      [
        { workflow: one, ...answer, ifMatch: '"3"', note: 'Puhelimitse.' },
        { workflow: two, ...answer },
        { workflow: two, ...answer, ifMatch: '"2"' },
        { workflow: three, command: 'publish', data: {}, ifMatch: '"3"' },
        { workflow: three, ...answer, ifMatch: 'W/"3"' },
        { workflow: three, ...answer, ifMatch: '"3"', surprise: true },
        { workflow: '09.nobody', ...answer, ifMatch: '"3"' },
        { workflow: '02.batched-1', ...answer, ifMatch: '"3"' },
        'nothing that could be read',
        { definition: 'information-request', key: 'batched-start', data: requestData(), year: 2026 },
        { definition: 'information-request', key: 'batched-start', data: requestData(), year: 2026 },
        { definition: 'no-such', key: 'x', data: {} },
      ],
      { headers },
    );
    expect(outcome.map(({ status }) => status)).toEqual([200, 428, 412, 422, 400, 400, 404, 404, 422, 201, 409, 422]);
    expect(outcome[0]).toMatchObject({ workflow: one, version: 7, etag: '"7"', state: 'received.answered' });
    expect(outcome[2]).toMatchObject({ etag: '"3"', problem: { code: 'version-stale' } });
    expect(outcome[9]).toMatchObject({ workflow: '09.batched-start', version: 3 });

    const single = await give(api, key, three, { command: 'publish', data: {} }, { version: 3, headers });
    expect(outcome[3]?.problem).toEqual(refusalIn(single));
    const unread = await give(api, key, three, { ...answer, surprise: true }, { version: 3, headers });
    // Of an item more is known than of the body of a single request: what that has in its address and headers.
    const itsOwn = JSON.stringify(outcome[5]?.problem);
    const alike = itsOwn.replaceAll('workflow, command, data, note, ifMatch, idempotencyKey', 'command, data, note');
    expect([alike === itsOwn, JSON.parse(alike)]).toEqual([false, refusalIn(unread)]);
    expect(api.logged.filter(({ event }) => event === 'foreign-county')).toHaveLength(1);
    for (const id of [two, three]) expect((await api.store.workflows.read('09', id))?.version).toBe(3);
  });

  it('takes the items on one workflow in their order, and not on from what was refused', async () => {
    const [good, bad] = [await newRequest(), await newRequest()];
    const outcome = await results([
      { workflow: good, ...answer, ifMatch: '"3"' },
      { workflow: bad, command: 'publish', data: {}, ifMatch: '"3"' },
      { workflow: good, ...register, ifMatch: 'previous' },
      { workflow: bad, ...answer, ifMatch: 'previous' },
    ]);
    expect(outcome.map(({ status }) => status)).toEqual([200, 422, 200, 409]);
    expect(outcome[2]?.state).toBe('received.registered');
    expect(outcome[3]?.problem?.code).toBe('earlier-item-not-done');
  });

  it('is given once under its key, item by item, also by ten at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, newRequest));
    const items = ids.map((workflow) => ({ workflow, ...answer, ifMatch: '"3"' }));
    const headers = { 'Idempotency-Key': 'one-batch' };
    const all = await Promise.all(Array.from({ length: 10 }, () => results(items, { headers })));
    for (const one of all) expect(one.map(({ status, version }) => [status, version])).toEqual(ids.map(() => [200, 7]));
    expect(all.flat().filter(({ replayed }) => !replayed)).toHaveLength(ids.length);

    const first = items[0] as object;
    const changed = await results([{ ...first, note: 'Muu.' }, ...items.slice(1)], { headers });
    expect(changed[0]).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } });
    expect(changed.slice(1).every(({ replayed }) => replayed)).toBe(true);
  });

  it('holds 500 items in a larger body, and no more', async () => {
    const item = { workflow: '09.nobody', ...answer, ifMatch: '"3"', note: 'n'.repeat(1_000) };
    const many = await results(Array.from({ length: 500 }, () => item));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([404]));
    expect(problemIn(await send(Array.from({ length: 501 }, () => item))).code).toBe('invalid-data');
    expect(problemIn(await send([])).code).toBe('invalid-data');
    const large = await send(Array.from({ length: 500 }, () => ({ ...item, data: 'x'.repeat(5_000) })));
    expect(large.status).toBe(413);
    const elsewhere = await request(api, key, '/v1/workflows', { method: 'POST', json: { data: 'x'.repeat(300_000) } });
    expect(elsewhere.status).toBe(413);
  });
});

describe('a dry run', () => {
  it('says what inviting to a negotiation does, and that is what happens then', async () => {
    const planned = plannedStarts(examplePlan(), api.register).starts.find(
      ({ definition }) => definition === 'hyte-negotiation',
    );
    if (!planned) throw new Error('The plan starts no negotiation');
    const start = { definition: planned.definition, key: planned.entry, data: planned.data, year: 2026 };
    const before = await everyRow(api.database.superuserUrl);
    const asked = await request(api, key, '/v1/workflows?dryRun=true', { method: 'POST', json: start });
    expect(asked.status).toBe(200);
    const begun = foreseen.parse(asked.body);
    expect(await everyRow(api.database.superuserUrl)).toEqual(before);

    const started = await request(api, key, '/v1/workflows', { method: 'POST', json: start });
    expect(begun.workflow).toEqual(expect.objectContaining({ state: workflowIn(started).state }));
    const { id } = workflowIn(started);
    const items = [
      {
        workflow: id,
        command: 'record-planning',
        data: { heldOn: '2026-05-20' },
        ifMatch: started.headers.get('etag'),
      },
      { workflow: id, command: 'fix-date', data: fixed, ifMatch: 'previous' },
      { workflow: id, command: 'invite', data: {}, ifMatch: 'previous' },
    ];
    const stood = await everyRow(api.database.superuserUrl);
    const looked = await results(items, {
      dryRun: true,
      headers: { 'Idempotency-Key': 'dry', 'Accept-Language': 'fi' },
    });
    expect(await everyRow(api.database.superuserUrl)).toEqual(stood);
    expect(looked.map(({ status }) => status)).toEqual([200, 200, 200]);

    const done = await results(items, { headers: { 'Idempotency-Key': 'dry' } });
    expect(done.map(({ status, replayed }) => [status, replayed])).toEqual(looked.map(() => [200, undefined]));
    const would = looked[2]?.would;
    expect(would?.workflow).toMatchObject({ version: done[2]?.version, state: done[2]?.state });
    const events = await api.store.workflows.events('09', id, { after: done[1]?.version ?? 0, limit: 1_000 });
    expect(would?.events.filter(({ stream }) => stream === id).map(({ seq, type }) => [seq, type])).toEqual(
      events.map(({ seq, type }) => [seq, type]),
    );
    const children = await api.store.workflows.children('09', id);
    expect(would?.started.map((one) => one.id).sort()).toEqual(children.map((child) => child.id).sort());
    const { items: owed } = await api.store.notifications.list('09', {}, { limit: 200 });
    expect(would?.mails.length).toBe(owed.filter(({ workflow }) => workflow.startsWith(id)).length);
    expect(would?.mails.every(({ subject, to }) => subject !== null && to.via !== null)).toBe(true);
    expect(would?.deadlines).toContainEqual(expect.objectContaining({ workflow: children[0]?.id, from: null }));
    expect(would?.refused).toEqual([]);
    expect({ events: would?.events.slice(0, 3), mails: would?.mails.slice(0, 2) }).toMatchSnapshot();
  });

  it('follows what the workflow would tell its parent, and refuses as the step would', async () => {
    const [child] = await api.store.workflows
      .list('09', { definition: 'information-request', status: 'open' }, { limit: 200 })
      .then(({ items }) => items.filter(({ parent }) => parent !== null));
    if (!child) throw new Error('The negotiation has asked nobody');
    const path = `/v1/workflows/${child.id}/commands?dryRun=true`;
    const withdraw = { command: 'withdraw', data: { reason: 'Sama pyyntö on jo lähetetty.' } };
    const stood = await everyRow(api.database.superuserUrl);
    const ask = (command: unknown, ifMatch?: string) =>
      request(api, key, path, { method: 'POST', json: command, headers: ifMatch ? { 'If-Match': ifMatch } : {} });
    const looked = foreseen.parse((await ask(withdraw, `"${child.version}"`)).body);
    expect(looked).toMatchObject({ dryRun: true, replayed: false });
    expect(new Set(looked.events.map(({ stream }) => stream))).toContain(child.parent?.id);
    expect(looked.deadlines.some(({ workflow, to }) => workflow === child.id && to === null)).toBe(true);
    expect((await ask(withdraw)).status).toBe(428);
    expect((await ask(withdraw, '"99"')).status).toBe(412);
    expect((await ask({ command: 'register-answer', data: register.data }, `"${child.version}"`)).status).toBe(409);
    expect((await ask({ command: 'withdraw', data: { x: 1 } }, `"${child.version}"`)).status).toBe(422);
    expect(await everyRow(api.database.superuserUrl)).toEqual(stood);
  });

  it('of what was done under the key before has nothing to say', async () => {
    const id = await newRequest();
    await give(api, key, id, answer, { version: 3, idempotency: 'was-done' });
    const looked = await request(api, key, `/v1/workflows/${id}/commands?dryRun=true`, {
      method: 'POST',
      json: answer,
      headers: { 'Idempotency-Key': 'was-done' },
    });
    expect(foreseen.parse(looked.body)).toMatchObject({ replayed: true, events: [], mails: [] });
  });
});

const fixed = { negotiation: { on: '2026-08-25', basis: 'agreed' } };
