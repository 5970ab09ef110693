import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addMs, instant } from '@app/domain';
import { webhookSecret } from '@app/store';
import { eventually } from '../../test/eventually';
import { county, EngineScene } from '../../test/running-engine';
import { signedHeaders } from './sign';

const key = Buffer.alloc(32, 5);
const start = instant('2026-06-01T06:00:00Z');
const actor = { id: 'key:09-1a2b3c4d', role: 'admin' } as const;
const hourMs = 3_600_000;

type Heard = { headers: IncomingHttpHeaders; body: string };

let scene: EngineScene;
let server: Server;
let url: string;
let heard: Heard[];
/** What the receiver answers, given the message it has heard and how many before it. */
let answer: (message: Heard, before: number) => number;

beforeAll(async () => {
  scene = await EngineScene.open(start);
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      const status = answer(message, heard.length);
      heard.push(message);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  await scene.startEngine({ webhooks: { key, allowPrivate: true } });
});
afterAll(async () => {
  await scene.close();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  heard = [];
  answer = () => 204;
});

type Sent = { id: string; type: string; source: string; data: { position: number } };
const sent = ({ body }: Heard) => JSON.parse(body) as Sent;

async function hook(types: string[] | null = null) {
  const made = await scene.store.webhooks.create({ county, url, types, actor });
  if (!made) throw new Error('There are too many');
  return made;
}

const state = async (id: string) => scene.store.webhooks.read(county, id);

it('what happens arrives in the order of the log, as a signed CloudEvent, each once', async () => {
  const webhook = await hook();
  await scene.askAsikkala(`${county}.first`);
  await scene.askAsikkala(`${county}.second`, '081');
  await scene.settle();
  await eventually('all is delivered', async () => {
    const size = await scene.store.events.size(county);
    return heard.length === size - 1 - webhook.reached && size > 4;
  });
  const positions = heard.map((message) => sent(message).data.position);
  expect(positions).toEqual(positions.map((_, index) => webhook.reached + 1 + index));
  for (const { headers, body } of heard) {
    const { id, data } = sent({ headers, body });
    expect([id, headers['webhook-id']]).toEqual([`${county}:${data.position}`, `${webhook.id}_${data.position}`]);
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=UTF-8');
    const timestampSeconds = Number(headers['webhook-timestamp']);
    const message = { id: String(headers['webhook-id']), timestampSeconds, body };
    expect(headers).toMatchObject(signedHeaders(message, [webhookSecret(key, webhook, 1)]));
    expect(body).not.toMatch(/Aino|example\.invalid\/r\/|key:/);
  }
  expect(heard.map(sent).find(({ type }) => type.includes('InformationRequested'))).toMatchObject({
    type: 'fi.vuosikello.InformationRequested.v1',
    source: `https://vuosikello.example.invalid/log/${county}`,
    data: { organisation: '016' },
  });
  await scene.store.webhooks.remove(county, webhook.id, actor);
});

it('an outage is waited out in order; the same message comes under the same id, signed with both secrets after a change', async () => {
  const webhook = await hook(['InformationRequested']);
  answer = () => 503;
  await scene.askAsikkala(`${county}.third`);
  await scene.askAsikkala(`${county}.fourth`, '081');
  await eventually('the receiver is left alone', async () => (await state(webhook.id))?.restsUntil);
  expect(heard).toHaveLength(1);
  await scene.store.webhooks.rotateSecret(county, webhook.id, actor);
  answer = () => 200;
  await scene.setClock(addMs(await scene.store.now(), hourMs));
  await eventually('both have arrived', () => heard.length === 3);
  expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([
    heard[0]?.headers['webhook-id'],
    heard[0]?.headers['webhook-id'],
    heard[2]?.headers['webhook-id'],
  ]);
  const { headers, body } = heard[1] as Heard;
  expect(body).toBe(heard[0]?.body);
  const timestampSeconds = Number(headers['webhook-timestamp']);
  const message = { id: String(headers['webhook-id']), timestampSeconds, body };
  const secrets = [2, 1].map((number) => webhookSecret(key, webhook, number));
  expect(headers).toMatchObject(signedHeaders(message, secrets));
  await eventually('nothing fails any more', async () => (await state(webhook.id))?.failingSince === null);
  await scene.store.webhooks.remove(county, webhook.id, actor);
});

it('a test arrives at once, and a receiver that says 410 gets nothing more', async () => {
  const webhook = await hook(['InformationRequested']);
  const test = await scene.store.webhooks.test(county, webhook.id);
  await eventually('the test has arrived', () => heard.length === 1);
  expect(sent(heard[0] as Heard)).toMatchObject({
    id: `${county}:${test}`,
    type: 'fi.vuosikello.WebhookTested.v1',
    data: {},
  });
  answer = () => 410;
  await scene.askAsikkala(`${county}.fifth`);
  await eventually('it is off', async () => (await state(webhook.id))?.state === 'off');
  expect(await scene.watcher.webhooks.states()).toMatchObject({ on: 0, off: 1, dead: 1 });
  const { items } = await scene.store.tasks.list(county, { status: 'open', kind: 'webhook-off' }, { limit: 9 });
  expect(items).toHaveLength(1);
});
