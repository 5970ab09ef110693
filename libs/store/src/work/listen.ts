import { Client } from 'pg';
import { pause } from '../clock/real-time';
import { connectionSettings } from '../connection/connect';
import { channel } from './bell';

const retryMs = { first: 200, most: 5_000 } as const;

/**
 * Hears the bell on a connection of its own. When the connection is lost it connects again, and rings once itself,
 * because bells may have been missed. Rejects when the first connection fails.
 */
export async function listen(
  { databaseUrl, applicationName }: { databaseUrl: string; applicationName: string },
  onBell: () => void,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let client = await connect(onBell);
  const lasting = (async () => {
    while (!stopping.signal.aborted) {
      await lost(client, stopping.signal);
      await client.end().catch(() => undefined);
      const again = await connectAgain(() => connect(onBell), stopping.signal);
      if (!again) return;
      client = again;
      onBell();
    }
  })();
  return async () => {
    stopping.abort();
    await lasting;
  };

  async function connect(heard: () => void): Promise<Client> {
    // A listener waits for hours: no limit on statements applies to it.
    const fresh = new Client({ ...connectionSettings(databaseUrl, `${applicationName}-bell`), query_timeout: 0 });
    fresh.on('error', () => undefined);
    fresh.on('notification', heard);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      return fresh;
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
  }
}

/** Resolves when the connection has ended, or when it is time to stop. */
function lost(client: Client, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    client.once('end', () => resolve());
    client.once('error', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function connectAgain(connect: () => Promise<Client>, signal: AbortSignal): Promise<Client | undefined> {
  for (let wait: number = retryMs.first; !signal.aborted; wait = Math.min(wait * 2, retryMs.most)) {
    try {
      return await connect();
    } catch {
      await pause(wait, signal);
    }
  }
  return undefined;
}
