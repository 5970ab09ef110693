import { openStore, type Store } from '@app/store';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { give, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
let engine: Store;
beforeAll(async () => {
  api = await runApi({ at: '2026-06-01T09:00:00+03:00' });
  engine = await openStore({ databaseUrl: api.database.engineUrl, applicationName: 'engine-test' });
});
afterAll(async () => {
  await engine.close();
  await api.close();
});

type Sent = { id: string; resentOf: string | null; state: string; deadline: string | null };

const post = (path: string, json: object, key?: string) =>
  request(api, api.keys.coordinator, path, {
    method: 'POST',
    json,
    ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
  });

/** A request's first mail, which the relay has refused. */
async function rejectedMail(key: string): Promise<{ workflow: string; id: string }> {
  const workflow = await startRequest(api, key);
  const work = (await engine.work.claimDue(100, 60_000)).find(
    ({ kind, instance }) => kind === 'mail' && instance === workflow,
  );
  if (!work) throw new Error('no mail is due');
  const id = `${workflow}.n3`;
  await engine.notifications.settle(work, { notification: id, state: 'rejected', reply: '550 no such user' });
  return { workflow, id };
}

/** Until a transaction waits for another one. */
async function someoneWaits(client: Client): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    if ((await client.query('select from pg_locks where not granted')).rowCount !== 0) return;
    await pause(20);
  }
  throw new Error('nobody waits');
}

describe('sending a mail again', () => {
  it('owes it once more under its own id, with the reason, once for one key', async () => {
    const { id } = await rejectedMail('resent');
    const reason = { reason: 'Osoite on korjattu rekisteriin' };
    const [one, two] = await Promise.all([
      post(`/v1/notifications/${id}/resend`, reason, 'k1'),
      post(`/v1/notifications/${id}/resend`, reason, 'k1'),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).toMatchObject({
      id: `${id}.r1`,
      resentOf: id,
      resendReason: reason.reason,
      state: 'queued',
      attempts: 0,
    });
    expect((two.body as Sent).id).toBe(`${id}.r1`);
    expect([one, two].filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(1);
    const other = await post(`/v1/notifications/${id}/resend`, { reason: 'Muu syy' }, 'k1');
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);
    const due = await engine.work.claimDue(100, 60_000);
    expect(due.filter(({ payload }) => JSON.stringify(payload).includes(`${id}.r1`))).toHaveLength(1);
    // What it is about is in the log; the reason, which may name people, is not.
    const events = await engine.workflows.events('09', `${id}.r1`, { after: 0, limit: 10 });
    expect(events).toMatchObject([{ type: 'NotificationResent', data: { resentOf: id } }]);
    expect(JSON.stringify(events)).not.toContain('Osoite');
  });

  it('is numbered on, also where what is sent again had been sent again', async () => {
    const { id } = await rejectedMail('numbered');
    const again = async (of: string) =>
      (await post(`/v1/notifications/${of}/resend`, { reason: 'Ei perillä' })).body as Sent;
    expect((await again(id)).id).toBe(`${id}.r1`);
    expect((await again(id)).id).toBe(`${id}.r2`);
    const [work] = (await engine.work.claimDue(100, 60_000)).filter(({ payload }) =>
      JSON.stringify(payload).includes(`${id}.r2`),
    );
    if (!work) throw new Error('not due');
    await engine.notifications.settle(work, { notification: `${id}.r2`, state: 'rejected', reply: '550' });
    expect(await again(`${id}.r2`)).toMatchObject({ id: `${id}.r3`, resentOf: id });
  });

  it('is refused while the mail is on its way, and once what it asks for has been given', async () => {
    const workflow = await startRequest(api, 'on-its-way');
    const early = await post(`/v1/notifications/${workflow}.n3/resend`, { reason: 'Kiire' });
    expect([early.status, problemIn(early).code]).toEqual([409, 'notification-not-ended']);

    const { workflow: answered, id } = await rejectedMail('given');
    const seen = await request(api, api.keys.coordinator, `/v1/workflows/${answered}`);
    const withdrawn = await request(api, api.keys.coordinator, `/v1/workflows/${answered}/commands`, {
      method: 'POST',
      headers: { 'If-Match': seen.headers.get('etag') ?? '' },
      json: { command: 'withdraw', data: { reason: 'Ei tarvita' } },
    });
    expect(withdrawn.status).toBe(200);
    const late = await post(`/v1/notifications/${id}/resend`, { reason: 'Uudelleen' });
    expect([late.status, problemIn(late).code]).toEqual([409, 'deadline-ended']);
  });

  const resend = (id: string) => post(`/v1/notifications/${id}/resend`, { reason: 'Ei perillä' });
  const refusalOf = async (id: string) => {
    const answer = await resend(id);
    return [answer.status, answer.status === 201 ? null : problemIn(answer).code];
  };
  async function command(workflow: string, name: string, data: object): Promise<void> {
    const seen = await request(api, api.keys.coordinator, `/v1/workflows/${workflow}`);
    const { version } = seen.body as { version: number };
    const given = await give(api, api.keys.coordinator, workflow, { command: name, data }, { version });
    expect(given.status).toBe(200);
  }
  const successor = { organisation: '111', organisationKind: 'municipality', body: null, reason: 'Kuntaliitos.' };
  const takeOver = async (workflow: string) => {
    const taken = await api.store.workflows.give({
      county: '09',
      workflow,
      name: 'succeed',
      data: successor,
      actor: { id: 'merger', role: 'workflow' },
      commandId: `${workflow}-succeed`,
      requestHash: 'succeed',
    });
    expect(taken.outcome).toBe('accepted');
  };
  const handOver = (workflow: string) => command(workflow, 'hand-over', { contact: '016-1' });

  it.each<[string, (workflow: string) => Promise<void>]>([
    ['moved', (workflow) => command(workflow, 'reschedule', { dueOn: '2026-08-19', reason: 'Kokous siirtyi.' })],
    ['handed-over', handOver],
    [
      'taken-back',
      async (workflow) => {
        await handOver(workflow);
        await command(workflow, 'take-back-hand-over', {});
      },
    ],
    ['taken-over', takeOver],
  ])('is refused once what it says is no longer so: %s', async (key, change) => {
    const { workflow, id } = await rejectedMail(key);
    await change(workflow);
    expect(await refusalOf(id)).toEqual([409, 'deadline-ended']);
  });

  it('is done for the mail that the change itself has owed, although the date was set anew with it', async () => {
    const { workflow } = await rejectedMail('asked-anew');
    await handOver(workflow);
    const { body } = await request(api, api.keys.operator, `/v1/notifications?workflow=${workflow}`);
    const mail = (body as { items: (Sent & { template: string })[] }).items.find(
      ({ template }) => template === 'handed-over',
    );
    if (!mail) throw new Error('nothing was owed');
    const work = (await engine.work.claimDue(100, 60_000)).find(({ payload }) =>
      JSON.stringify(payload).includes(mail.id),
    );
    if (!work) throw new Error('not due');
    await engine.notifications.settle(work, { notification: mail.id, state: 'rejected', reply: '550' });
    expect(await refusalOf(mail.id)).toEqual([201, null]);
  });

  it('waits while the workflow is paused, and is done when it goes on', async () => {
    const { workflow, id } = await rejectedMail('paused');
    await command(workflow, 'pause', { reason: 'Selvitetään.' });
    expect(await refusalOf(id)).toEqual([409, 'paused']);
    await command(workflow, 'resume', { reason: 'Selvitetty.' });
    expect(await refusalOf(id)).toEqual([201, null]);
  });

  it('is decided by the workflow as it stands when the mail is stored', async () => {
    const { workflow, id } = await rejectedMail('meanwhile');
    const client = new Client({ connectionString: api.database.superuserUrl });
    await client.connect();
    try {
      // Somebody answers at the same moment and is a little slower.
      await client.query('begin');
      const set = (from: string, to: string) =>
        client.query('update vuosikello.workflow set snapshot = replace(snapshot, $2, $3) where id = $1', [
          workflow,
          `"status":"${from}","setNo"`,
          `"status":"${to}","setNo"`,
        ]);
      await set('open', 'met');
      const answer = refusalOf(id);
      await someoneWaits(client);
      await client.query('commit');
      expect(await answer).toEqual([409, 'deadline-ended']);
      await set('met', 'open');
    } finally {
      await client.end();
    }
  });

  it('closes the task of the mail that did not arrive once it is accepted; the end of the workflow closes it too', async () => {
    const open = async (workflow: string) =>
      (await api.store.tasks.list('09', { workflow, status: 'open' }, { limit: 10 })).items.map((task) => task.key);
    const { workflow, id } = await rejectedMail('task');
    const { workflow: other, id: ofOther } = await rejectedMail('task-of-other');
    expect(await open(workflow)).toEqual([`mail-undelivered/${id}`]);
    expect((await resend(id)).status).toBe(201);
    const work = (await engine.work.claimDue(100, 60_000)).find(({ payload }) =>
      JSON.stringify(payload).includes(`${id}.r1`),
    );
    if (!work) throw new Error('not due');
    expect(await open(workflow)).toEqual([`mail-undelivered/${id}`]);
    const mail = { subject: 'Uudelleen', text: 'Teksti', html: '<p>Teksti</p>' };
    const sending = {
      ...mail,
      notification: `${id}.r1`,
      messageId: '<r1@example.invalid>',
      sentTo: 'aino@example.invalid',
      contact: null,
      language: 'fi' as const,
    };
    expect(await engine.notifications.beginSending(work, sending)).toBe(true);
    await engine.notifications.settle(work, { notification: `${id}.r1`, state: 'accepted', reply: '250' });
    expect(await open(workflow)).toEqual([]);

    expect(await open(other)).toEqual([`mail-undelivered/${ofOther}`]);
    await command(other, 'withdraw', { reason: 'Ei tarvita' });
    expect(await open(other)).toEqual([]);
    const { items } = await api.store.tasks.list('09', { workflow: other }, { limit: 10 });
    expect(items).toMatchObject([{ closedBy: 'clock', note: null }]);
    expect((await api.store.replay.run('09')).differences).toEqual([]);
  });

  it('is for staff who give a reason, and for mails of the county', async () => {
    const { id } = await rejectedMail('staff');
    const asAuditor = await request(api, api.keys.auditor, `/v1/notifications/${id}/resend`, {
      method: 'POST',
      json: { reason: 'Katson' },
    });
    expect(asAuditor.status).toBe(403);
    const silent = await post(`/v1/notifications/${id}/resend`, { reason: ' ' });
    expect([silent.status, problemIn(silent).errors?.[0]?.path]).toEqual([422, 'reason']);
    expect((await post('/v1/notifications/09.nothing.n1/resend', { reason: 'Uudelleen' })).status).toBe(404);
    expect((await post('/v1/notifications/17.nothing.n1/resend', { reason: 'Uudelleen' })).status).toBe(404);
  });

  it('can be found by organisation, mail, state and day', async () => {
    const { id } = await rejectedMail('found');
    const found = async (query: string) =>
      (
        (await request(api, api.keys.operator, `/v1/notifications?limit=200&${query}`)).body as { items: Sent[] }
      ).items.map((item) => item.id);
    expect(
      await found('organisation=016&template=advance-assignment&state=rejected&from=2026-06-01&to=2026-06-01'),
    ).toContain(id);
    expect(await found('organisation=081')).toEqual([]);
    expect(await found('template=overdue')).not.toContain(id);
    expect(await found('to=2026-05-31')).toEqual([]);
    expect(await found('from=2026-06-02')).toEqual([]);
  });
});

describe('a silence', () => {
  const silence = { organisation: '016', untilOn: '2026-06-12', reason: 'Kunnassa on käyttökatko' };

  it('begins once for one key, is listed while in force, and ends', async () => {
    const begun = await post('/v1/silences', silence, 's1');
    expect([begun.status, begun.body]).toMatchObject([201, { ...silence, endedAt: null }]);
    const again = await post('/v1/silences', silence, 's1');
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([begun.body, 'true']);
    const other = await post('/v1/silences', { ...silence, organisation: '081' }, 's1');
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);

    expect((await api.store.silences.lastDays('09')).get('016')).toBe('2026-06-12');
    const { id } = begun.body as { id: string };
    const list = async (query = '') =>
      ((await request(api, api.keys.auditor, `/v1/silences${query}`)).body as { items: { id: string }[] }).items.map(
        (item) => item.id,
      );
    expect(await list()).toEqual([id]);
    const end = () => request(api, api.keys.coordinator, `/v1/silences/${id}`, { method: 'DELETE' });
    expect((await end()).status).toBe(204);
    expect([await list(), await list('?status=all')]).toEqual([[], [id]]);
    expect((await end()).status).toBe(404);
    expect((await api.store.silences.lastDays('09')).get('016')).toBeUndefined();
  });

  it('is over after its day by itself', async () => {
    await post('/v1/silences', { ...silence, organisation: '081' });
    await api.setClock('2026-06-12T23:59:59+03:00');
    expect((await api.store.silences.lastDays('09')).get('081')).toBe('2026-06-12');
    await api.setClock('2026-06-13T00:00:00+03:00');
    expect((await api.store.silences.lastDays('09')).get('081')).toBeUndefined();
    await api.setClock('2026-06-01T09:00:00+03:00');
  });

  it.each([
    [{ organisation: '999' }, 'organisation'],
    [{ untilOn: '2026-05-31' }, 'untilOn'],
    [{ untilOn: '2028-01-01' }, 'untilOn'],
    [{ untilOn: '2026-02-30' }, 'untilOn'],
    [{ reason: '' }, 'reason'],
  ])('with %j is refused, naming the field', async (wrong, path) => {
    const answer = await post('/v1/silences', { ...silence, ...wrong });
    expect([answer.status, problemIn(answer).errors?.[0]?.path]).toEqual([422, path]);
  });
});
