import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signedHeaders } from './sign';

const run = promisify(execFile);

// The example that the libraries of Standard Webhooks are tested with.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampSeconds: 1_614_265_330, body: '{"test": 2432232314}' };
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

it('signs as Standard Webhooks does', () => {
  expect(signedHeaders(message, [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': signature,
  });
});

it('signs with the new secret and the old one, side by side', () => {
  const both = signedHeaders(message, ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', secret])[
    'webhook-signature'
  ];
  expect(both).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
  expect(both.split(' ')[1]).toBe(signature);
});

it('is checked by the example in the documentation', async () => {
  const page = readFileSync(join(__dirname, '../../../../docs/webhooks.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(16);
  const at = message.timestampSeconds;
  const headers = signedHeaders(message, ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', secret]);
  const cases = [
    [headers, message.body, secret, at],
    [headers, message.body, secret, at - 299],
    [headers, `${message.body} `, secret, at],
    [{ ...headers, 'webhook-id': 'msg_other' }, message.body, secret, at],
    [headers, message.body, 'whsec_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=', at],
    [headers, message.body, secret, at + 301],
    [{ ...headers, 'webhook-timestamp': 'now' }, message.body, secret, at],
    [{ ...headers, 'webhook-signature': 'v1,' }, message.body, secret, at],
  ];
  const program = `${example}\nconsole.log(JSON.stringify(${JSON.stringify(cases)}.map((one) => isGenuine(...one))));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(JSON.parse(stdout)).toEqual([true, true, false, false, false, false, false, false]);
});
