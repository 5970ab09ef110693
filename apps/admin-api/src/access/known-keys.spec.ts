import type { KeyStore } from '@app/store';
import { KnownKeys } from './known-keys';

type Stored = Awaited<ReturnType<KeyStore['authenticate']>>;

function remembering(stored: Stored) {
  let found = stored;
  let now = 0;
  const asked: string[] = [];
  const noted: string[] = [];
  let isAway = false;
  const keys = {
    authenticate: async (key: string) => {
      asked.push(key);
      return found;
    },
    noteUse: async (county: string, id: string) => {
      noted.push(`${county} ${id}`);
      if (isAway) throw new Error('away');
    },
  };
  return {
    known: new KnownKeys(keys, () => now),
    asked,
    noted,
    pass: (ms: number) => (now += ms),
    revoke: () => (found = undefined),
    away: (is: boolean) => (isAway = is),
  };
}

const stored = { id: '09-1', county: '09', role: 'admin' as const, permissions: null };

describe('known keys', () => {
  it('ask the store once for a burst of requests', async () => {
    const { known, asked } = remembering(stored);
    const expected = { kind: 'key', id: '09-1', grants: new Map([['09', new Set(['admin'])]]), permissions: undefined };
    expect(await known.keyOf('vk_a')).toEqual(expected);
    expect(await known.keyOf('vk_a')).toEqual(expected);
    expect(asked).toEqual(['vk_a']);
  });

  it('believe a revoked key no longer than five seconds', async () => {
    const { known, pass, revoke } = remembering(stored);
    await known.keyOf('vk_a');
    revoke();
    pass(5_000);
    expect(await known.keyOf('vk_a')).toBeUndefined();
    pass(-5_000);
    expect(await known.keyOf('vk_a')).toBeUndefined();
  });

  it('do not remember what was not found', async () => {
    const { known, asked, noted } = remembering(undefined);
    await known.keyOf('vk_a');
    await known.keyOf('vk_a');
    expect(asked).toHaveLength(2);
    expect(noted).toEqual([]);
  });

  it('forget when there are too many, and go on', async () => {
    const { known, asked } = remembering(stored);
    for (let number = 0; number <= 2_000; number += 1) await known.keyOf(`vk_${number}`);
    expect(await known.keyOf('vk_0')).toBeDefined();
    expect(asked.filter((key) => key === 'vk_0')).toHaveLength(2);
  });

  it('note at most once a minute that one is in use, and again where it could not be noted', async () => {
    const { known, noted, pass, away } = remembering({ ...stored, permissions: ['events:read'] });
    expect((await known.keyOf('vk_a'))?.permissions).toEqual(new Set(['events:read']));
    pass(59_000);
    await known.keyOf('vk_a');
    expect(noted).toEqual(['09 09-1']);
    pass(1_000);
    await known.keyOf('vk_a');
    expect(noted).toHaveLength(1);
    pass(3_000);
    away(true);
    await known.keyOf('vk_a');
    expect(noted).toHaveLength(2);
    pass(3_000);
    await known.keyOf('vk_a');
    expect(noted).toHaveLength(3);
  });
});
