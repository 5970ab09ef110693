import { civilDate, instant } from '@app/domain';
import {
  type ClaimedWork,
  type DigestBegun,
  type Gathered,
  type NotificationState,
  openStore,
  type Settled,
  setVirtualClock,
  type Store,
} from '@app/store';
import { createTestDatabase, type TestDatabase } from './database';
import { sql, startRequest } from './requests';

export const on = civilDate('2026-05-25');
export const monday = instant('2026-05-25T09:00:00+03:00');
export const soon = instant('2026-05-25T09:15:00+03:00');
export const nextMorning = instant('2026-05-26T08:00:00+03:00');

const leaseMs = 60_000;

type Mail = { id: string; workflow: string; work: ClaimedWork };
type DigestWork = Extract<ClaimedWork, { kind: 'digest' }>;

export const idsOf = (mails: readonly { id: string }[]): string[] => mails.map(({ id }) => id);

/** A database of its own on a Monday morning, on which mails are gathered and digests sent as the engine does it. */
export class DigestScene {
  private constructor(
    readonly database: TestDatabase,
    readonly store: Store,
  ) {}

  static async open(): Promise<DigestScene> {
    const database = await createTestDatabase();
    await setVirtualClock(database.ownerUrl, monday);
    return new DigestScene(database, await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' }));
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.database.drop();
  }

  /** First mails of as many new requests, claimed. */
  async claimMails(count: number, prefix = 'r'): Promise<Mail[]> {
    const workflows = Array.from({ length: count }, (_, index) => `09.${prefix}${index}`);
    for (const workflow of workflows) await startRequest(this.store, workflow);
    const works = await this.store.work.claimDue(100, leaseMs);
    return workflows.map((workflow) => {
      const work = works.find(({ kind, instance }) => kind === 'mail' && instance === workflow);
      if (!work) throw new Error(`No mail of ${workflow} is due`);
      return { id: `${workflow}.n3`, workflow, work };
    });
  }

  gather({ id, work }: Mail, day = on, recipient = '016-aino'): Promise<Gathered> {
    return this.store.digests.gather(work, { notification: id, recipient, on: day, againAt: nextMorning });
  }

  async claimDigest(): Promise<DigestWork> {
    const work = (await this.store.work.claimDue(100, leaseMs)).find((claimed) => claimed.kind === 'digest');
    if (work?.kind !== 'digest') throw new Error('No digest is due');
    return work;
  }

  /** Gathers the mails of new requests, and claims the digest. */
  async gathered(count: number): Promise<{ mails: Mail[]; work: DigestWork; digest: string }> {
    const mails = await this.claimMails(count);
    for (const mail of mails) {
      const outcome = await this.gather(mail);
      if (outcome !== 'joined') throw new Error(`${mail.id} has not joined: ${outcome}`);
    }
    const work = await this.claimDigest();
    return { mails, work, digest: work.payload.digest };
  }

  begin(
    work: ClaimedWork,
    digest: string,
    notifications: string[],
    by = this.store,
    contact = '016-aino',
  ): Promise<DigestBegun> {
    return by.digests.begin(work, {
      digest,
      notifications,
      messageId: `<${digest}@vuosikello.test>`,
      sentTo: 'aino@example.invalid',
      contact,
      language: 'fi',
      subject: 'Kolme asiaa',
      text: 'Vastaa: [linkki]',
      html: '<p>Vastaa: [linkki]</p>',
    });
  }

  settle(work: ClaimedWork, digest: string, state: Settled['state'], retryAt = soon): Promise<boolean> {
    const isTriedAgain = state === 'deferred' || state === 'unknown';
    return this.store.digests.settle(work, {
      digest,
      state,
      reply: `250 ${state}`,
      ...(isTriedAgain && { retryAt }),
    });
  }

  statesOf(mails: readonly Mail[]): Promise<(NotificationState | undefined)[]> {
    return Promise.all(mails.map(async ({ id }) => (await this.store.notifications.read('09', id))?.state));
  }

  /** The ids of what is to go with it now. */
  async carriedBy(digest: string): Promise<string[]> {
    return idsOf((await this.store.digests.read('09', digest))?.notifications ?? []);
  }

  /** The notification's own work. */
  async workOf({ id }: Mail): Promise<{ state: string; due: string } | undefined> {
    const [work] = await sql<{ state: string; due: string }>(
      this.database.superuserUrl,
      `select state, vuosikello.instant(due_at) as due from vuosikello.work_item where dedupe_key = 'mail:' || $1`,
      [id],
    );
    return work;
  }

  /** Lets every lease run out, as real time would. */
  async runOutLeases(): Promise<void> {
    await sql(
      this.database.superuserUrl,
      `update vuosikello.work_item set lease_until = clock_timestamp() - interval '1 second' where state = 'leased'`,
    );
  }
}
