import type { Instant } from '@app/domain';
import { Client } from 'pg';
import { connectionSettings } from '../connection/connect';
import { asStoreError } from '../connection/errors';
import { channel } from '../work/bell';

/** Sets business time over a connection of its own, for whoever sets it often. */
export type VirtualClock = {
  /**
   * From now on business time stands still at `now` until it is set again; null gives it back to the server's clock. Wakes the
   * engines. @throws DatabaseAwayError
   */
  set(now: Instant | null): Promise<void>;
  close(): Promise<void>;
};

/** For demos and tests. Only the owner's login may set the clock. @throws DatabaseAwayError */
export async function openVirtualClock(ownerUrl: string): Promise<VirtualClock> {
  const owner = new Client(connectionSettings(ownerUrl, 'vuosikello-clock'));
  owner.on('error', () => undefined);
  const asStore = <T>(doing: Promise<T>): Promise<T> =>
    doing.catch((error: unknown) => {
      throw asStoreError(error);
    });
  await asStore(owner.connect());
  return { set: (now) => asStore(setClock(owner, now)), close: () => owner.end() };
}

/** Sets business time once. @throws DatabaseAwayError */
export async function setVirtualClock(ownerUrl: string, now: Instant | null): Promise<void> {
  const clock = await openVirtualClock(ownerUrl);
  await clock.set(now).finally(() => clock.close());
}

async function setClock(owner: Client, now: Instant | null): Promise<void> {
  await (now === null
    ? owner.query('delete from vuosikello.clock')
    : owner.query(
        `insert into vuosikello.clock (business_now) values ($1)
         on conflict (one) do update set business_now = excluded.business_now`,
        [now],
      ));
  await owner.query(`select pg_notify('${channel}', '')`);
}
