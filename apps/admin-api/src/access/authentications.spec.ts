import { Authentications } from './authentications';
import type { Caller } from './caller';

function remembering(caller: Caller | undefined) {
  let found = caller;
  let now = 0;
  const asked: string[] = [];
  const keys = {
    authenticate: async (key: string) => {
      asked.push(key);
      return found;
    },
  };
  return {
    authentications: new Authentications(keys, () => now),
    asked,
    pass: (ms: number) => (now += ms),
    revoke: () => (found = undefined),
  };
}

const caller: Caller = { id: '09-1', county: '09', role: 'admin' };

describe('authentications', () => {
  it('ask the store once for a burst of requests', async () => {
    const { authentications, asked } = remembering(caller);
    expect(await authentications.callerWith('vk_a')).toEqual(caller);
    expect(await authentications.callerWith('vk_a')).toEqual(caller);
    expect(asked).toEqual(['vk_a']);
  });

  it('believe a revoked key no longer than five seconds', async () => {
    const { authentications, pass, revoke } = remembering(caller);
    await authentications.callerWith('vk_a');
    revoke();
    pass(5_000);
    expect(await authentications.callerWith('vk_a')).toBeUndefined();
    pass(-5_000);
    expect(await authentications.callerWith('vk_a')).toBeUndefined();
  });

  it('do not remember what was not found', async () => {
    const { authentications, asked } = remembering(undefined);
    await authentications.callerWith('vk_a');
    await authentications.callerWith('vk_a');
    expect(asked).toHaveLength(2);
  });

  it('forget when there are too many, and go on', async () => {
    const { authentications, asked } = remembering(caller);
    for (let number = 0; number <= 2_000; number += 1) await authentications.callerWith(`vk_${number}`);
    expect(await authentications.callerWith('vk_0')).toEqual(caller);
    expect(asked.filter((key) => key === 'vk_0')).toHaveLength(2);
  });
});
