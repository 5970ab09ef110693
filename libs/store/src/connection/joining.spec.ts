import { DatabaseAwayError } from './errors';
import { Joining } from './joining';

type Job = { group?: string; key?: string; name: string };

/** A joining whose batches wait until they are let go. */
function held(lanes: number, run: (batch: readonly Job[]) => string[] = (batch) => batch.map(({ name }) => name)) {
  const batches: string[][] = [];
  const waiting: (() => void)[] = [];
  const joining = new Joining<Job, string>({
    lanes,
    most: 3,
    group: ({ group = '09' }) => group,
    apart: ({ key, name }) => key ?? name,
    run: async (batch) => {
      batches.push(batch.map(({ name }) => name));
      await new Promise<void>((resolve) => waiting.push(resolve));
      return run(batch);
    },
  });
  const letGo = async () => {
    waiting.shift()?.();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { joining, batches, letGo };
}

const turn = async () => {
  for (let count = 0; count < 20; count += 1) await Promise.resolve();
};

it('runs what arrives during a batch together in the next', async () => {
  const { joining, batches, letGo } = held(1);
  const answers = [joining.do({ name: 'a' })];
  await turn();
  answers.push(
    joining.do({ name: 'b' }),
    joining.do({ name: 'c' }),
    joining.do({ name: 'd' }),
    joining.do({ name: 'e' }),
  );
  await letGo();
  await letGo();
  await letGo();
  expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('keeps groups apart, and jobs with the same key', async () => {
  const { joining, batches, letGo } = held(1);
  const answers = [
    joining.do({ name: 'a' }),
    joining.do({ name: 'b', group: '17' }),
    joining.do({ name: 'c', key: 'a' }),
    joining.do({ name: 'd' }),
  ];
  await turn();
  for (let batch = 0; batch < 3; batch += 1) await letGo();
  expect(batches).toEqual([['a', 'd'], ['b'], ['c']]);
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

it('has as many batches under way as it has lanes', async () => {
  const { joining, batches } = held(2);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    void joining.do({ name });
    await turn();
  }
  expect(batches).toEqual([['a'], ['b']]);
});

it('tries the jobs of a failed batch one by one, so that only the one at fault fails', async () => {
  const { joining, batches, letGo } = held(1, (batch) => {
    if (batch.some(({ name }) => name === 'bad')) throw new Error('poison');
    return batch.map(({ name }) => name);
  });
  const answers = Promise.allSettled(['a', 'bad', 'c'].map((name) => joining.do({ name })));
  await turn();
  for (let batch = 0; batch < 4; batch += 1) await letGo();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
});

it('does not try again when the database is away', async () => {
  const { joining, batches, letGo } = held(1, () => {
    throw new DatabaseAwayError(new Error('gone'));
  });
  const answers = Promise.allSettled(['a', 'b'].map((name) => joining.do({ name })));
  await turn();
  await letGo();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(batches).toHaveLength(1);
});
