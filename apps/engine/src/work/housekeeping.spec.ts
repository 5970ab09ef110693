import type { Store } from '@app/store';
import type { JsonLogger } from '../log/json-logger';
import { Housekeeping } from './housekeeping';

/** What could not be removed, and why, where each step fails that is named. */
async function failing(
  names: string[],
  portions?: (most: number) => Promise<number>,
): Promise<{ done: string[]; said: unknown[] }> {
  const done: string[] = [];
  const said: unknown[] = [];
  const step = (name: string) => () => {
    if (names.includes(name)) return Promise.reject(new RangeError(`${name} are too many`));
    done.push(name);
    return Promise.resolve(0);
  };
  const store = {
    answers: { dropOld: step('drafts') },
    proposals: { lapse: step('proposals') },
    keptAnswers: { dropOld: step('answers') },
    access: { purge: step('notes') },
    webhooks: { dropOld: portions ?? step('deliveries') },
  } as unknown as Store;
  const log = { warn: (_: string, facts: unknown) => said.push(facts) } as unknown as JsonLogger;
  await new Housekeeping(store, { accessLogDays: 400 }, log).drop();
  return { done, said };
}

it('what fails keeps nothing else from being removed, and is called by its own name', async () => {
  expect(await failing([])).toEqual({ done: ['drafts', 'proposals', 'answers', 'notes', 'deliveries'], said: [] });
  expect(await failing(['drafts', 'notes'])).toEqual({
    done: ['proposals', 'answers', 'deliveries'],
    said: [
      expect.objectContaining({ what: 'drafts of answers', error: 'RangeError: drafts are too many' }),
      expect.objectContaining({ what: 'the access log', error: 'RangeError: notes are too many' }),
    ],
  });
});

it('goes on by portions until little is left', async () => {
  let left = 25_000;
  await failing([], (most) => {
    const gone = Math.min(left, most);
    left -= gone;
    return Promise.resolve(gone);
  });
  expect(left).toBe(0);
});
