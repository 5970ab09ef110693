import { type Database, enterCounty, type Query, type Statement } from '../connection/database';
import { recordLogEvent } from '../log/log-events';
import { countedStates, type NotificationState } from '../notifications/notification-store';
import type { RegisterStore } from '../register/register-store';
import type { Bell } from '../work/bell';
import type { MailHold, MailSwitch, Operation, OperationStore, Vitals } from './operation-store';

/** The scope of the whole installation. */
export const everywhere = '*';

const columns = `scope, reason, vuosikello.instant(at) as at, by`;
const hold: Statement = { text: 'select vuosikello.hold_mail($1, $2, $3) as changed' };
const release: Statement = { text: 'select vuosikello.release_mail($1, $2, $3) as changed' };
const wake: Statement = { text: 'select vuosikello.wake_held($1)' };
const holdsOf: Statement = {
  name: 'mail-holds',
  text: `select ${columns} from vuosikello.mail_hold where scope in ('*', $1) order by scope`,
};
const allHolds: Statement = { text: `select ${columns} from vuosikello.mail_holds()` };
const lastOrd: Statement = { text: `select max(ord)::text as ord from vuosikello.operation where scope = $1` };
const sending: Statement = {
  text: `select count(*)::integer as count from vuosikello.notification where county = $1 and state = 'sending'`,
};
const counts: Statement = { text: 'select state, count from vuosikello.mail_counts()' };
const server: Statement = {
  // Sessions of other logins show their name, not what they do.
  text: `select current_setting('server_version') as postgres, vuosikello.instant(clock_timestamp()) as clock,
           (select count(*) from pg_stat_activity where datname = current_database() and application_name = 'vuosikello-engine')::integer
             as engines`,
};
const last: Statement = {
  text: `select scope, kind, vuosikello.instant(at) as at, by, reason from vuosikello.operation
         where kind = $1 and scope = '*' order by ord desc limit 1`,
};

/** What operators do. Each switch is told in the log of every county that it concerns. */
export class Operations implements OperationStore {
  constructor(
    private readonly database: Database,
    private readonly register: Pick<RegisterStore, 'counties'>,
    private readonly bell: Bell,
  ) {}

  async hold(order: MailSwitch): Promise<{ changed: boolean; underWay: number }> {
    const changed = await this.turn(hold, 'MailHeld', order);
    return { changed, underWay: await this.underWay(order.scope) };
  }

  async release(order: MailSwitch): Promise<boolean> {
    const changed = await this.turn(release, 'MailReleased', order, (query, county) => query(wake, [county]));
    if (changed) this.bell.ring();
    return changed;
  }

  async holds(county: string): Promise<MailHold[]> {
    return this.database.inCounty(county, (query) => query<MailHold>(holdsOf, [county]));
  }

  async underWay(scope: string): Promise<number> {
    let total = 0;
    for (const county of await this.countiesOf(scope)) {
      const [row] = await this.database.inCounty(county, (query) => query<{ count: number }>(sending, [county]));
      total += row?.count ?? 0;
    }
    return total;
  }

  async allHolds(): Promise<MailHold[]> {
    return this.database.query<MailHold>(allHolds, []);
  }

  async mailCounts(): Promise<Record<NotificationState, number>> {
    return countedStates(await this.database.query<{ state: NotificationState; count: number }>(counts, []));
  }

  async vitals(): Promise<Vitals> {
    const [row] = await this.database.query<Pick<Vitals, 'postgres' | 'clock' | 'engines'>>(server, []);
    if (!row) throw new Error('The server says nothing of itself');
    return { ...row, lastBackup: await this.last('backed-up'), lastRestore: await this.last('restored') };
  }

  private async last(kind: Operation['kind']): Promise<Operation | null> {
    const [operation] = await this.database.query<Operation>(last, [kind]);
    return operation ?? null;
  }

  private async turn(
    statement: Statement,
    type: 'MailHeld' | 'MailReleased',
    { scope, reason, actor }: MailSwitch,
    also?: (query: Query, county: string) => Promise<unknown>,
  ): Promise<boolean> {
    const counties = await this.countiesOf(scope);
    return this.database.transaction(async (query) => {
      if (scope !== everywhere) await query(enterCounty, [scope]);
      const [row] = await query<{ changed: boolean }>(statement, [scope, reason, actor.id]);
      if (!row?.changed) return false;
      const [{ ord } = { ord: '' }] = await query<{ ord: string }>(lastOrd, [scope]);
      for (const county of counties) {
        await query(enterCounty, [county]);
        const body = { scope: scope === everywhere ? 'installation' : 'county' };
        await recordLogEvent(query, county, { type, body, actor, commandId: `operation:${ord}`, note: reason });
        await also?.(query, county);
      }
      return true;
    });
  }

  /** In one order, so that two switches never wait for each other. */
  private async countiesOf(scope: string): Promise<string[]> {
    if (scope !== everywhere) return [scope];
    return (await this.register.counties()).map(({ code }) => code).sort();
  }
}
