import { setTimeout as pause } from 'node:timers/promises';
import { addMs, instant } from '@app/domain';
import { type Notification, openStore, openVirtualClock, type Store } from '@app/store';
import { quietLog, settingsWith } from '../../apps/engine/test/settings';
import { startEngine } from '../../apps/engine/src/start-engine';
import { startFaultyServer } from './faulty-server';
import { oweMails } from './owed-county';

/** The logins of a migrated database that is empty. */
export type Logins = { ownerUrl: string; appUrl: string; engineUrl: string; queueUrl: string };

export type MailFaults = {
  seed: number;
  mails: number;
  faults: Record<string, number>;
  states: Record<string, number>;
  inInbox: number;
  duplicates: number;
  /** Mails to one reader that held several notifications. */
  digests: number;
  /** Mails, each once however many notifications it held, that were `unknown` once at least: only these may be there twice. */
  onceUnknown: number;
  /** What is not as it should be; each names a mail. */
  wrong: string[];
};

/**
 * A machine that does much else answers within this; with two seconds, load alone made mails unknown. Real time, which every mail that the
 * server hangs on costs.
 */
const smtpTimeoutMs = 10_000;
/** Monday 25 May 2026, nine in the morning in Helsinki; the requests are due in August, so nothing else falls due soon. */
const monday = instant('2026-05-25T06:00:00Z');
const counties = ['07', '08', '09'];
const lastDayMs = 20 * 86_400_000;
const roundLimitMs = 120_000;
const replicas = 2;

/**
 * Has so many mails owed, sends them with two engines through a server on which anything goes wrong now and then, and moves
 * business time on until none is left to be tried. With fewer municipalities than mails, several go to one reader, in one digest.
 */
export async function runMailFaults(
  logins: Logins,
  mails: number,
  seed: number,
  // As many addresses as mails, or nearly: each is greylisted for itself.
  municipalities = Math.min(Math.ceil(mails / counties.length), 250),
): Promise<MailFaults> {
  const { inbox, faults } = await startFaultyServer(seed);
  const clock = await openVirtualClock(logins.ownerUrl);
  await clock.set(monday);
  const store = await openStore({ databaseUrl: logins.appUrl, applicationName: 'faults' });
  const watcher = await openStore({ databaseUrl: logins.engineUrl, applicationName: 'faults', poolSize: 1 });
  await oweMails(store, counties, municipalities, mails);
  const base = settingsWith({ databaseUrl: logins.engineUrl, queue: { postgresUrl: logins.queueUrl }, concurrency: 8 });
  const settings = {
    ...base,
    mail: { ...base.mail, smtpUrl: inbox.url, smtpTimeoutMs },
    sending: { ...base.sending, perMinute: 3_000, perMinuteAndDomain: 600 },
  };
  const engines = await Promise.all(Array.from({ length: replicas }, () => startEngine(settings, quietLog)));
  try {
    await driveOn(watcher, clock);
    return judge(
      await readAll(store),
      inbox.messages().map(({ messageId }) => messageId),
      { seed, mails, faults },
    );
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
    await Promise.all([store.close(), watcher.close(), clock.close()]);
    await inbox.stop();
  }
}

/** Business time goes to what is due next, whenever nothing is due any more. */
async function driveOn({ work }: Store, clock: Awaited<ReturnType<typeof openVirtualClock>>): Promise<void> {
  for (;;) {
    const startedAt = performance.now();
    for (;;) {
      const { dueNow, leased } = await work.counts();
      if (dueNow === 0 && leased === 0) break;
      if (performance.now() - startedAt > roundLimitMs)
        throw new Error(`Stuck: ${JSON.stringify(await work.counts())}`);
      await pause(20);
    }
    const { at, now } = await work.nextDueAt();
    if (at === null || Date.parse(at) > Date.parse(monday) + lastDayMs) return;
    // In steps of half a minute at least: turns within the rate limit are milliseconds apart.
    const next = addMs(now, 30_000);
    await clock.set(at > next ? at : next);
  }
}

async function readAll(store: Store): Promise<Notification[]> {
  const found: Notification[] = [];
  for (const county of counties) {
    let after: string | null | undefined;
    while (after !== null) {
      const { items, next } = await store.notifications.list(county, {}, { limit: 1_000, ...(after && { after }) });
      found.push(...items);
      after = next;
    }
  }
  return found;
}

function judge(
  notifications: readonly Notification[],
  messageIds: readonly string[],
  run: Pick<MailFaults, 'seed' | 'mails' | 'faults'>,
): MailFaults {
  const copies = new Map<string, number>();
  for (const id of messageIds) copies.set(id, (copies.get(id) ?? 0) + 1);
  const states: Record<string, number> = {};
  const wrong: string[] = [];
  for (const notification of notifications) {
    states[notification.state] = (states[notification.state] ?? 0) + 1;
    const problem = problemOf(notification, copies.get(notification.messageId ?? '') ?? 0);
    if (problem !== undefined)
      wrong.push(`${notification.id}: ${problem} (${notification.state}: ${notification.reply})`);
  }
  const known = new Set(notifications.map(({ messageId }) => messageId));
  for (const id of copies.keys()) if (!known.has(id)) wrong.push(`${id}: a mail that nobody owed`);
  if (notifications.length !== run.mails) wrong.push(`${notifications.length} mails are recorded`);
  return {
    ...run,
    states,
    inInbox: messageIds.length,
    duplicates: messageIds.length - copies.size,
    digests: severalIn(notifications),
    onceUnknown: new Set(notifications.filter(wasUnknown).map(({ messageId }) => messageId)).size,
    wrong,
  };
}

function wasUnknown({ repeats, state }: Notification): boolean {
  return repeats > 0 || state === 'unknown';
}

function severalIn(notifications: readonly Notification[]): number {
  const members = new Map<string, number>();
  for (const { digest } of notifications) if (digest !== null) members.set(digest, (members.get(digest) ?? 0) + 1);
  return [...members.values()].filter((count) => count > 1).length;
}

function problemOf({ state, repeats }: Notification, copies: number): string | undefined {
  if (state === 'queued' || state === 'sending' || state === 'deferred') return 'it has come to no end';
  if (state === 'unknown' && repeats === 0) return 'it was not repeated';
  if (state === 'accepted' && copies === 0) return 'it was accepted and is lost';
  if (copies > 1 + repeats) return `it is there ${copies} times`;
  if (state === 'rejected' && repeats === 0 && copies > 0) return 'it was rejected and is there';
  return undefined;
}
