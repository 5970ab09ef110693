import type { EngineAnswer, Store } from '@app/store';
import { quietLog } from '../../test/settings';
import { giveCommand } from './give-command';

const work = { id: '7', county: '09', fence: 3 };
const command = {
  county: '09',
  workflow: '09.test',
  name: 'remind',
  data: { deadline: 'answer', rung: 'T-7' },
  actor: { id: 'clock', role: 'clock' as const },
  commandId: 'timer:7',
};

type Given = { requestHash: string; work: unknown };

async function give(answer: unknown, given: Given[] = [], own: Partial<typeof command> = {}) {
  const store = {
    workflows: {
      giveAsEngine: async ({ requestHash }: Given, shown: unknown) => {
        given.push({ requestHash, work: shown });
        return answer as EngineAnswer;
      },
    },
  } as unknown as Store;
  return giveCommand(store, work, { ...command, ...own }, quietLog);
}

function refused(code: string) {
  return { outcome: 'refused', refused: { code }, instance: { state: 'accepted' } };
}

describe('a command that the engine owes', () => {
  it('ends its work in the transaction in which it is accepted', async () => {
    const given: Given[] = [];
    expect(await give({ outcome: 'accepted' }, given)).toEqual({ kind: 'recorded' });
    expect(given).toEqual([{ requestHash: expect.stringMatching(/^[0-9a-f]{64}$/), work }]);
  });

  it('is well when the matter has moved on', async () => {
    expect(await give(refused('illegal-step'))).toEqual({ kind: 'finished' });
  });

  it.each(['hyte-negotiation/too-early', 'invalid-data', 'not-permitted', 'unknown-command'])(
    'is for a person to look at when it is refused as %s',
    async (code) => {
      expect(await give(refused(code))).toEqual({ kind: 'failed', reason: `refused: ${code}` });
    },
  );

  it.each(['not-found', 'key-reused'])('is for a person to look at when the answer is %s', async (outcome) => {
    expect(await give({ outcome })).toEqual({ kind: 'failed', reason: outcome });
  });

  it('leaves the work to whoever has it now when its own claim is lost', async () => {
    expect(await give({ outcome: 'claim-lost' })).toEqual({ kind: 'recorded' });
  });

  it('is known again by what it says, in whatever order its data stands', async () => {
    const given: Given[] = [];
    await give({ outcome: 'accepted' }, given);
    await give({ outcome: 'accepted' }, given, { data: { rung: 'T-7', deadline: 'answer' } });
    await give({ outcome: 'accepted' }, given, { name: 'pass-deadline' });
    const [first, second, other] = given.map(({ requestHash }) => requestHash);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});
