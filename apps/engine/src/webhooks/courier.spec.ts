import type { Store } from '@app/store';
import { quietLog, settingsWith } from '../../test/settings';
import { Courier } from './courier';

const key = Buffer.alloc(32, 1);
const { mail } = settingsWith({});

/** How often an engine with these settings asks for webhooks before it ends. */
async function asked(own: Parameters<typeof settingsWith>[0]): Promise<number> {
  let count = 0;
  const claim = () => {
    count += 1;
    return Promise.resolve([]);
  };
  const store = { webhooks: { claim }, events: {} } as unknown as Store;
  const courier = new Courier(store, settingsWith(own), quietLog);
  courier.onApplicationBootstrap();
  await courier.onModuleDestroy();
  return count;
}

it('sends events only with a key, and from no copy whose mail is held or redirected', async () => {
  const webhooks = { key, allowPrivate: false };
  expect(await asked({ webhooks })).toBe(1);
  expect(await asked({ webhooks: { ...webhooks, key: undefined } })).toBe(0);
  expect(await asked({ webhooks, mail: { ...mail, mode: { kind: 'hold' } } })).toBe(0);
  expect(await asked({ webhooks, mail: { ...mail, mode: { kind: 'redirect', to: 'koe@kunta.test' } } })).toBe(0);
});
