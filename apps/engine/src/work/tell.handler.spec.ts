import type { EngineAnswer, StartAnswer, Store } from '@app/store';
import { type Instance, OlderSoftwareError } from '@app/workflows';
import { quietLog } from '../../test/settings';
import type { WorkOf } from './handler';
import { TellHandler } from './tell.handler';

const start = {
  workflow: 'council-term-negotiation',
  entry: 'council-term-negotiation-2029-2033',
  year: 2029,
  data: {},
};
const work = {
  id: '7',
  county: '09',
  fence: 3,
  payload: { workflow: '09.next', command: 'take-over', data: { matters: [] }, from: '09.before', start },
} as unknown as WorkOf<'command'>;

/** What the handler asked of the store, and how it ended. */
async function told(given: WorkOf<'command'>, started: unknown, answer: unknown = { outcome: 'accepted' }) {
  const asked: unknown[] = [];
  const store = {
    workflows: {
      start: async ({ id, commandId }: { id: string; commandId: string }) => {
        asked.push(['start', id, commandId]);
        return started as StartAnswer;
      },
      giveAsEngine: async ({ workflow, name }: { workflow: string; name: string }) => {
        asked.push(['give', workflow, name]);
        return answer as EngineAnswer;
      },
    },
  } as unknown as Store;
  return { outcome: await new TellHandler(store, quietLog).handle(given), asked };
}

describe('what a workflow tells the one that follows it', () => {
  it('starts it, under a command id of the work, so that doing it twice starts it once', async () => {
    expect(await told(work, { outcome: 'accepted', replayed: true })).toEqual({
      outcome: { kind: 'finished' },
      asked: [['start', '09.next', 'start:7']],
    });
  });

  it('is given to it as a command where a plan has started it', async () => {
    expect(await told(work, { outcome: 'exists' })).toEqual({
      outcome: { kind: 'recorded' },
      asked: [
        ['start', '09.next', 'start:7'],
        ['give', '09.next', 'take-over'],
      ],
    });
  });

  it('is for a person to look at where it may not be started', async () => {
    const refused = { outcome: 'refused', refused: { code: 'invalid-data' }, instance: null };
    expect((await told(work, refused)).outcome).toEqual({ kind: 'failed', reason: 'refused: invalid-data' });
  });

  it('is left to newer software where nobody here knows what is to be started', async () => {
    await expect(told(work, { outcome: 'unknown-definition' })).rejects.toThrow(OlderSoftwareError);
  });

  it('is for a person to look at where the one that follows has ended, and would be lost', async () => {
    const ended = { outcome: 'refused', refused: { code: 'illegal-step' }, instance: { state: 'cancelled' } };
    expect((await told(work, { outcome: 'exists' }, ended)).outcome).toEqual({
      kind: 'failed',
      reason: 'refused: illegal-step',
    });
    const { start: _start, ...payload } = work.payload;
    const plain = { ...work, payload } as WorkOf<'command'>;
    expect((await told(plain, undefined, ended)).outcome).toEqual({ kind: 'finished' });
  });

  it.each([
    ['pause', { on: '2026-06-01' }, 1],
    ['pause', null, 0],
    ['resume', null, 1],
    ['resume', { on: '2026-06-01' }, 0],
  ])('of %s while its own pause is %p is given %p times', async (command, paused, times) => {
    const payload = { workflow: '09.before.child', command, data: { reason: 'Kokeilu.' }, from: '09.before' };
    const asked: string[] = [];
    const store = {
      workflows: {
        read: async () => ({ life: { paused } }) as unknown as Instance,
        giveAsEngine: async ({ name }: { name: string }) => {
          asked.push(name);
          return { outcome: 'accepted' } as EngineAnswer;
        },
      },
    } as unknown as Store;
    await new TellHandler(store, quietLog).handle({ ...work, payload });
    expect(asked).toEqual(Array.from({ length: times }, () => command));
  });

  it('starts nothing where one workflow only tells another', async () => {
    const { start: _start, ...payload } = work.payload;
    const plain = { ...work, payload } as WorkOf<'command'>;
    expect((await told(plain, { outcome: 'accepted' })).asked).toEqual([['give', '09.next', 'take-over']]);
  });
});
