import { helsinkiDate, type Instant, instant } from '@app/domain';
import { type Inbox, type SmtpFault, startInbox } from '@app/embedded';
import { personKey, recipientOf } from '@app/mail';
import { type Notification, openStore, setVirtualClock, type Store, type StoreWatch } from '@app/store';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database';
import { exampleRegister } from '../../../test/support/example-area';
import { sql } from '../../../test/support/requests';
import * as paths from '../../../test/support/example-paths';
import type { Settings } from '../src/config/settings';
import { type RunningEngine, startEngine } from '../src/start-engine';
import { eventually } from './eventually';
import { quietLog, settingsWith } from './settings';

export const county = '09';
const coordinator = { id: 'key:test', role: 'coordinator' as const };

/** What is not the scene's own choice: how the mail server behaves, and which database it is. */
type Surroundings = { fault?: SmtpFault; database?: TestDatabase; watch?: StoreWatch };

/** A county with its register on a database of its own, engines that work for it, and the inbox they send to. */
export class EngineScene {
  private readonly engines: RunningEngine[] = [];

  private constructor(
    readonly database: TestDatabase,
    /** With the application's login. */
    readonly store: Store,
    /** With the engine's: only it looks at the work of all counties. */
    readonly watcher: Store,
    readonly inbox: Inbox,
  ) {}

  static async open(now: Instant, { fault, database: own, watch }: Surroundings = {}): Promise<EngineScene> {
    const database = own ?? (await createTestDatabase());
    const inbox = await startInbox(fault ? { fault } : {});
    await setVirtualClock(database.ownerUrl, now);
    const store = await openStore({ databaseUrl: database.appUrl, applicationName: 'engine-test', watch });
    await store.register.import(exampleRegister());
    const watcher = await openStore({ databaseUrl: database.engineUrl, applicationName: 'engine-test', poolSize: 1 });
    return new EngineScene(database, store, watcher, inbox);
  }

  get work(): Store['work'] {
    return this.watcher.work;
  }

  /** Claims the workflow's mail and begins to send it, as an engine would that dies before it knows how it ended. */
  async beginAndDie(workflow: string, leaseMs: number): Promise<void> {
    const [notification] = await this.notifications(workflow);
    const [work] = await this.work.claimDue(1, leaseMs);
    if (!notification || !work) throw new Error('There is no mail to send');
    const begun = await this.watcher.notifications.beginSending(work, {
      notification: notification.id,
      messageId: `<${notification.id}@vuosikello.example.invalid>`,
      sentTo: 'aino@example.invalid',
      contact: null,
      language: 'fi',
      subject: 'Ennakkotehtävä',
      text: 'Kesken.\n',
      html: '<p>Kesken.</p>\n',
    });
    if (!begun) throw new Error('The sending did not begin');
  }

  /** Gathers all mail that is due for one reader and begins to send it, as an engine would that dies before it knows how it ended. */
  async gatherAndDie(leaseMs: number): Promise<void> {
    const { digests } = this.watcher;
    const on = helsinkiDate(await this.watcher.now());
    const register = exampleRegister();
    const reader = recipientOf(register, { organisation: '016', audience: 'respondent' }, on);
    if (!reader) throw new Error('Nobody answers for Asikkala');
    const recipient = personKey(register, reader);
    const againAt = instant('2099-01-07T06:00:00Z');
    for (const work of await this.work.claimDue(100, 60_000)) {
      if (work.kind !== 'mail') throw new Error(`A ${work.kind} is due`);
      await digests.gather(work, { notification: work.payload.notification, recipient, on, againAt });
    }
    const [work] = await this.work.claimDue(1, leaseMs);
    if (work?.kind !== 'digest') throw new Error('There is no digest to send');
    const { digest } = work.payload;
    const notifications = (await digests.read(county, digest))?.notifications.map(({ id }) => id) ?? [];
    const messageId = `<${digest}@vuosikello.example.invalid>`;
    const letter = {
      messageId,
      sentTo: 'aino@example.invalid',
      contact: null,
      language: 'fi',
      subject: 'Kaksi asiaa',
      text: 'Kesken.\n',
      html: '<p>Kesken.</p>\n',
    };
    const begun = await digests.begin(work, { digest, notifications, ...letter });
    if (begun !== 'begun') throw new Error(`The sending did not begin: ${begun}`);
  }

  /** Takes the reply date out of what the workflow's mails say, so that they cannot be written. */
  async breakData(workflow: string): Promise<void> {
    await sql(
      this.database.superuserUrl,
      `update vuosikello.notification set data = (data::jsonb - 'dueAt')::text where workflow = $1`,
      [workflow],
    );
  }

  async startEngine(own: Partial<Settings> = {}): Promise<RunningEngine> {
    const base = settingsWith({ databaseUrl: this.database.engineUrl, queue: { postgresUrl: this.database.queueUrl } });
    const mail = { ...base.mail, smtpUrl: this.inbox.url };
    const engine = await startEngine({ ...base, mail, ...own }, quietLog);
    this.engines.push(engine);
    return engine;
  }

  /** Moves business time on. */
  async setClock(now: Instant): Promise<void> {
    await setVirtualClock(this.database.ownerUrl, now);
  }

  /** Lets all that is due be done; the clock goes on only by the seconds after which a digest looks again whether more has come. */
  async settle(): Promise<void> {
    for (;;) {
      await eventually('nothing due', async () => {
        const { dueNow, leased } = await this.work.counts();
        return dueNow + leased === 0;
      });
      if (!(await this.letDigestsLook())) return;
    }
  }

  /** Moves the clock to when a digest that waits for others looks again; false where none does. */
  private async letDigestsLook(): Promise<boolean> {
    const [look] = await sql<{ at: Instant }>(
      this.database.superuserUrl,
      `select vuosikello.instant(min(due_at)) as at from vuosikello.work_item
       where kind = 'digest' and state = 'pending' and due_at > vuosikello.business_now()
         and due_at < vuosikello.business_now() + interval '31 seconds' having count(*) > 0`,
    );
    if (look) await this.setClock(look.at);
    return look !== undefined;
  }

  /** Asks Asikkala, or another in its place, for the advance assignment. @returns the request's id. */
  async askAsikkala(id = `${county}.test`, organisation = '016', more: object = {}): Promise<string> {
    const child = paths.childrenOf(paths.negotiation()).find(({ key }) => key === 'answer-016');
    if (!child) throw new Error('Asikkala is asked for nothing');
    const started = await this.store.workflows.start({
      county,
      id,
      definition: child.workflow,
      data: { ...(child.data as object), organisation, ...more },
      actor: coordinator,
      commandId: `start:${id}`,
      requestHash: id,
    });
    if (started.outcome !== 'accepted') throw new Error(JSON.stringify(started));
    return id;
  }

  /** Why work failed or was put off, the latest word of each. */
  async lastErrors(): Promise<string[]> {
    const statement = `select last_error as said from vuosikello.work_item where last_error is not null`;
    return (await sql<{ said: string }>(this.database.superuserUrl, statement)).map(({ said }) => said);
  }

  async notifications(workflow: string): Promise<Notification[]> {
    const { items } = await this.store.notifications.list(county, { workflow }, { limit: 100 });
    return items.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The workflow's only mail of that template, once it has come to the state; a digest that waits for others may look again meanwhile. */
  async mail(
    workflow: string,
    template: string,
    state: Notification['state'],
    limitMs?: number,
  ): Promise<Notification> {
    return eventually(
      `${template} ${state}`,
      async () => {
        const found = (await this.notifications(workflow)).find(
          (mail) => mail.template === template && mail.state === state,
        );
        const { dueNow, leased } = await this.work.counts();
        if (!found && dueNow + leased === 0) await this.letDigestsLook();
        return found;
      },
      limitMs,
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.stop()));
    await Promise.all([this.store.close(), this.watcher.close()]);
    await this.inbox.stop();
    await this.database.drop();
  }
}
