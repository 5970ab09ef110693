import canonicalize from 'canonicalize';
import type { Database, Query, Statement } from '../connection/database';
import { afterDeadlock } from '../connection/deadlock';
import { Joining } from '../connection/joining';
import { claimsOf, together } from '../work/joined-claims';
import type { WorkClaim } from '../work/work-store';
import { noteRejected } from './note-rejected';
import { type Settled, settledAs } from './notification-store';

/** How the sending of a mail ended; `id` is that of a notification that went alone, or of a digest. */
type Settle = { work: WorkClaim; id: string; outcome: Settled };

/** Mails end one by one, as the server answers. */
const gatherMs = 20;

/** Records how mails ended, many together; by which statement, is for whoever makes it to say. */
export class Settlements {
  private readonly joined: Joining<Settle, boolean>;

  constructor(
    private readonly database: Database,
    private readonly statement: Statement,
  ) {
    this.joined = new Joining<Settle, boolean>({
      ...together,
      gatherMs,
      run: (batch) => this.settleTogether(this.database.query, batch),
    });
  }

  /** False: the claim is stale. */
  async settle({ id: workId, county, fence }: WorkClaim, id: string, outcome: Settled): Promise<boolean> {
    const settle = { work: { id: workId, county, fence }, id, outcome };
    return outcome.state === 'rejected' ? this.settleRejected(settle) : this.joined.do(settle);
  }

  /** A person is told with it, in one transaction. */
  private settleRejected(rejected: Settle): Promise<boolean> {
    const { work, id, outcome } = rejected;
    // The mail has been sent: recording that must not fail for somebody else's locks.
    return afterDeadlock(() =>
      this.database.inCounty(work.county, async (query) => {
        const [done = false] = await this.settleTogether(query, [rejected]);
        if (done) await noteRejected(query, work.county, id, outcome.reply);
        return done;
      }),
    );
  }

  private async settleTogether(query: Query, batch: readonly Settle[]): Promise<boolean[]> {
    const rows = await query<{ place: number }>(this.statement, valuesOf(batch));
    const done = new Set(rows.map(({ place }) => place));
    return batch.map((_, index) => done.has(index + 1));
  }
}

function valuesOf(batch: readonly Settle[]): unknown[] {
  const of = <T>(value: (outcome: Settled) => T) => batch.map(({ outcome }) => value(outcome));
  return [
    ...claimsOf(batch),
    batch.map(({ id }) => id),
    of(({ state }) => state),
    of(({ reply }) => reply),
    of(({ retryAt }) => retryAt ?? null),
    of(({ state }) => settledAs[state]),
    of(({ state, reply, retryAt }) =>
      canonicalize(state === 'suppressed' ? { reason: reply } : { retryAt: retryAt ?? null }),
    ),
  ];
}
