import type { Instant } from '@app/domain';
import { Client } from 'pg';
import { connectionSettings } from '../connection/connect';
import { asStoreError } from '../connection/errors';
import { channel } from '../work/bell';

/**
 * Sets business time, for demos and tests: from now on it stands still at `now` until it is set again; null gives it back
 * to the server's clock. Only the owner's login may do so. Wakes the engines. @throws DatabaseAwayError
 */
export async function setVirtualClock(ownerUrl: string, now: Instant | null): Promise<void> {
  const owner = new Client(connectionSettings(ownerUrl, 'vuosikello-clock'));
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await (now === null
      ? owner.query('delete from vuosikello.clock')
      : owner.query(
          `insert into vuosikello.clock (business_now) values ($1)
           on conflict (one) do update set business_now = excluded.business_now`,
          [now],
        ));
    await owner.query(`select pg_notify('${channel}', '')`);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    await owner.end();
  }
}
