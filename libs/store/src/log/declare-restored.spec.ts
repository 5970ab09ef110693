import { declareRestored } from './declare-restored';
import type { CountyEvent, LogStore, SignedCheckpoint } from './log-store';
import type { SignedBefore } from './signer-memory';

const root = Buffer.alloc(32, 7);
const last = { origin: 'log.test/09', size: 5, root } as SignedCheckpoint;
const asked = { county: '09', reason: 'Levy rikkoutui.', actor: { id: 'operator:cli', role: 'operator' } as const };

/** A log of three entries of which five were signed, and a signer that is at it for a while. */
function restoredLog(known?: SignedBefore) {
  const written: CountyEvent[] = [];
  const memory = new Map(known && [['09', known]]);
  const waits: ('busy' | 'early')[] = ['busy', 'early'];
  const log: Pick<LogStore, 'seal' | 'record'> = {
    seal: async (_county, _everyMs, sign) => {
      const wait = waits.shift();
      if (wait) return wait;
      await sign({ head: { size: 3, root }, last, nodes: () => Promise.reject(new RangeError()) });
      waits.push('early');
      return 'unsigned';
    },
    record: (_county, event) => Promise.resolve(void written.push(event)),
  };
  const file = {
    read: () => Object.fromEntries(memory),
    write: (county: string, before: SignedBefore) => void memory.set(county, before),
  };
  return { log, file, written, memory };
}

it('waits until it can look and write, also where the clock of the server was put back', async () => {
  const { log, file, written, memory } = restoredLog({ ...last, root: root.toString('hex'), earlier: [] });
  expect(await declareRestored(log, file, asked)).toMatchObject({ outcome: 'restored', why: 'shorter' });
  expect(written).toHaveLength(1);
  expect(memory.get('09')).toMatchObject({ origin: 'log.test/09~2', size: 0 });
});

it('does nothing where the file of the signer may be a wrong one, unless it is said to be lost', async () => {
  const { log, file, written, memory } = restoredLog();
  expect(await declareRestored(log, file, asked)).toEqual({ outcome: 'state-missing' });
  expect([written, memory.size]).toEqual([[], 0]);
  expect(await declareRestored(log, file, { ...asked, isStateLost: true })).toMatchObject({ why: 'memory-missing' });
  expect([written.length, memory.size]).toEqual([1, 1]);
});
