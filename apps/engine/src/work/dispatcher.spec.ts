import { type Instant, instant } from '@app/domain';
import type { Store } from '@app/store';
import { eventually } from '../../test/eventually';
import { quietLog } from '../../test/settings';
import { QueueAwayError } from './bell';
import { Dispatcher } from './dispatcher';
import type { Ring } from './hung-bell';

const now = instant('2026-08-17T06:00:00Z');

/** A database, a queue and workers that do what the test says, and count. */
class Surroundings {
  due: Ring[][] = [];
  direct: number[] = [];
  rung: Ring[] = [];
  asked = 0;
  askedTogether = 0;
  mostTogether = 0;
  away = false;
  databaseAway = 0;
  monthly: boolean[] = [];
  told: Instant[] = [];
  hold: Promise<void> = Promise.resolve();

  readonly dispatcher = new Dispatcher(
    { work: this.work() as Store['work'] },
    this.bell(),
    { takeDue: async () => this.direct.shift() ?? 0 },
    { at: async (moment) => (this.told.push(moment), this.monthly.shift() ?? false) },
    quietLog,
  );

  private work(): Pick<Store['work'], 'due' | 'nextDueAt'> {
    return {
      due: async () => {
        this.asked += 1;
        this.askedTogether += 1;
        this.mostTogether = Math.max(this.mostTogether, this.askedTogether);
        await this.hold;
        this.askedTogether -= 1;
        if (this.databaseAway > 0) {
          this.databaseAway -= 1;
          throw new Error('the database is away');
        }
        return this.due.shift() ?? [];
      },
      nextDueAt: async () => ({ at: null, now }),
    };
  }

  private bell() {
    const isAway = () => this.away;
    return {
      get away() {
        return isAway();
      },
      ring: async (items: readonly Ring[]) => {
        if (this.away) throw new QueueAwayError();
        this.rung.push(...items);
      },
    };
  }
}

describe('the dispatcher', () => {
  let around: Surroundings;
  beforeEach(() => (around = new Surroundings()));
  afterEach(() => around.dispatcher.stop());

  it('rings for what is due', async () => {
    around.due = [[{ id: '1', dispatchNo: 1 }]];
    around.dispatcher.wake();
    await eventually('rung', () => around.rung.length === 1);
    expect(around.rung).toEqual([{ id: '1', dispatchNo: 1 }]);
  });

  it('runs one round at a time, and one more for all who woke it meanwhile', async () => {
    let release = () => {};
    around.hold = new Promise((resolve) => (release = resolve));
    for (let time = 0; time < 50; time += 1) around.dispatcher.wake();
    await eventually('asked', () => around.asked === 1);
    for (let time = 0; time < 50; time += 1) around.dispatcher.wake();
    release();
    await eventually('asked again', () => around.asked === 2);
    await around.dispatcher.stop();
    expect(around.asked).toBe(2);
    expect(around.mostTogether).toBe(1);
  });

  it('tells business time to the monthly mails, and looks anew where one has become due', async () => {
    around.monthly = [true];
    around.dispatcher.wake();
    await eventually('asked again', () => around.told.length === 2);
    await around.dispatcher.stop();
    expect([around.told, around.asked]).toEqual([[now, now], 2]);
  });

  it('takes a backlog from the database in portions rather than ringing for each', async () => {
    around.due = [Array.from({ length: 50 }, (_, index) => ({ id: String(index), dispatchNo: 1 }))];
    around.direct = [32, 7];
    around.dispatcher.wake();
    await eventually('all taken', () => around.direct.length === 0);
    await around.dispatcher.stop();
    expect([around.asked, around.rung.length]).toEqual([1, 50]);
  });

  it('does the work itself while the queue is away', async () => {
    around.away = true;
    around.direct = [4, 1];
    around.dispatcher.wake();
    await eventually('all taken', () => around.direct.length === 0);
    expect(around.asked).toBe(0);
  });

  it('does the work itself when the queue goes away as it rings', async () => {
    around.due = [[{ id: '1', dispatchNo: 1 }]];
    around.direct = [1];
    const dispatcher = new Dispatcher(
      { work: { due: async () => around.due.shift() ?? [], nextDueAt: async () => ({ at: null, now }) } as never },
      {
        get away() {
          return around.away;
        },
        ring: async () => {
          around.away = true;
          throw new QueueAwayError();
        },
      },
      { takeDue: async () => around.direct.shift() ?? 0 },
      { at: async () => false },
      quietLog,
    );
    dispatcher.wake();
    await eventually('taken', () => around.direct.length === 0);
    await dispatcher.stop();
  });

  it('tries again by itself when the database was away', async () => {
    around.databaseAway = 1;
    around.due = [[{ id: '1', dispatchNo: 1 }]];
    around.dispatcher.wake();
    await eventually('rung', () => around.rung.length === 1);
    expect(around.asked).toBe(2);
  });

  it('does nothing more once it was stopped', async () => {
    await around.dispatcher.stop();
    around.dispatcher.wake();
    await around.dispatcher.stop();
    expect(around.asked).toBe(0);
  });
});
