import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { guardedLookup, type Resolve } from './address-guard';
import { deliver } from './deliver';

const open: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
});

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  open.push({ server, sockets });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}

/** A receiver on this machine, and what it has heard. */
async function receiver(answer: RequestListener = (_, response) => response.end('ok')) {
  const heard: { headers: IncomingHttpHeaders; body: string; url: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), url: request.url });
      answer(request, response);
    });
  });
  return { port: await listening(server), heard };
}

const message = { headers: { 'webhook-id': '09-1_7' }, body: '{"ä":1}' };
const here = { allowPrivate: true };
const leadsTo =
  (...addresses: string[]): Resolve =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a message', () => {
  it('arrives as it was written, and only the status of the answer counts', async () => {
    const { port, heard } = await receiver((_, response) => response.writeHead(202, { 'retry-after': '7' }).end('x'));
    const url = `http://127.0.0.1:${port}/hooks?of=09`;
    expect(await deliver({ ...message, url }, here)).toEqual({ kind: 'answered', status: 202, retryAfter: '7' });
    expect(heard).toMatchObject([
      {
        url: '/hooks?of=09',
        body: '{"ä":1}',
        headers: {
          host: `127.0.0.1:${port}`,
          'webhook-id': '09-1_7',
          'content-type': 'application/cloudevents+json; charset=UTF-8',
          'content-length': '8',
        },
      },
    ]);
  });

  it('goes to the very address that was looked up and judged, under the name', async () => {
    const { port, heard } = await receiver();
    let lookups = 0;
    const resolve: Resolve = (name, options, callback) => {
      lookups += 1;
      leadsTo('127.0.0.1')(name, options, callback);
    };
    const url = `http://receiver.example.test:${port}/`;
    expect(await deliver({ ...message, url }, { ...here, resolve })).toMatchObject({ status: 200 });
    expect([lookups, heard[0]?.headers.host]).toEqual([1, `receiver.example.test:${port}`]);
  });

  it('does not follow a redirect', async () => {
    const target = await receiver();
    const { port } = await receiver((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${target.port}/` }).end(),
    );
    expect(await deliver({ ...message, url: `http://127.0.0.1:${port}/` }, here)).toMatchObject({ status: 307 });
    expect(target.heard).toEqual([]);
  });

  it('is not held up by a body that is endless, slow or never comes', async () => {
    const bodies: RequestListener[] = [
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
      (_, response) => response.writeHead(200, { 'content-length': '1000000' }).write('x'),
      (_, response) => response.writeHead(200).flushHeaders(),
    ];
    for (const body of bodies) {
      const { port } = await receiver(body);
      expect(await deliver({ ...message, url: `http://127.0.0.1:${port}/` }, here)).toMatchObject({ status: 200 });
    }
  });

  it('is given up where no answer comes in time, its headers are endless, or nobody is there', async () => {
    const hung = await receiver(() => undefined);
    const url = (port: number) => `http://127.0.0.1:${port}/`;
    expect(await deliver({ ...message, url: url(hung.port) }, { ...here, timeoutMs: 100 })).toEqual({
      kind: 'failed',
      reason: 'timeout',
    });
    const endless = await listening(
      createTcpServer((socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`)),
    );
    expect(await deliver({ ...message, url: url(endless) }, here)).toEqual({ kind: 'failed', reason: 'no-connection' });
    expect(await deliver({ ...message, url: url(1) }, here)).toEqual({ kind: 'failed', reason: 'no-connection' });
    const nameless: Resolve = (_, __, callback) => callback(Object.assign(new Error(), { code: 'ENOTFOUND' }), []);
    expect(
      await deliver({ ...message, url: 'https://nobody.example.test/' }, { allowPrivate: false, resolve: nameless }),
    ).toEqual({ kind: 'failed', reason: 'unknown-host' });
  });
});

describe('nothing is sent', () => {
  const strict = { allowPrivate: false };
  const refused = { kind: 'failed', reason: 'refused-address' };

  it.each([
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://127.0.0.1:22/',
    'http://receiver.example.test/',
    'https://user:secret@receiver.example.test/',
    'no url',
  ])('to %s', async (url) => {
    const resolve: Resolve = () => {
      throw new Error('nobody looks it up');
    };
    expect(await deliver({ ...message, url }, { ...strict, resolve })).toEqual(refused);
  });

  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    ['8.8.8.8', '10.0.0.1'],
    ['2606:4700::1', 'fe80::1'],
  ])('where a name leads to %s %s', async (...addresses) => {
    const url = 'https://receiver.example.test/';
    const resolve = leadsTo(...addresses);
    expect(await deliver({ ...message, url }, { ...strict, resolve })).toEqual(refused);
  });

  it('where a name was good a moment ago and leads inside now', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1']];
    let lookups = 0;
    const rebinding: Resolve = (name, options, callback) =>
      leadsTo(...(answers[lookups++] ?? []))(name, options, callback);
    const look = promisify(guardedLookup(false, rebinding)) as (host: string, options: object) => Promise<string>;
    expect(await look('receiver.example.test', {})).toBe('93.184.215.14');
    const url = 'https://receiver.example.test:8443/';
    expect(await deliver({ ...message, url }, { ...strict, resolve: rebinding })).toEqual(refused);
    expect(lookups).toBe(2);
  });
});
