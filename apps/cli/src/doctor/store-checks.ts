import type { Store } from '@app/store';
import type { Settings } from '../config/settings';
import { isStopped } from './grades';
import { growthChecks } from './signer-checks';
import { type Check, ok, problem, warning } from './check';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const skew = { warningMs: 2_000, problemMs: 30_000 };
const lateMs = 5 * minuteMs;

/** What the database says of itself and of the work in it. `realNow` is the host's clock, in milliseconds. */
export async function storeChecks(store: Store, settings: Settings, realNow: number): Promise<Check[]> {
  const { operations, work, log, webhooks } = store;
  const vitals = await operations.vitals();
  return [
    ok('database', `PostgreSQL ${vitals.postgres}, tables up to date, logins as they should be`),
    clockCheck(Date.parse(vitals.clock) - realNow),
    vitals.engines > 0
      ? ok('engine', `${vitals.engines} connections`)
      : problem(
          'engine',
          'no engine is connected',
          'Start it; its log says why it ended. What is owed waits in the database.',
        ),
    await overdueCheck(work),
    ...(await mailChecks(operations, settings)),
    webhookCheck(await webhooks.states(), await webhooks.restored()),
    await sequencerCheck(log),
    ...(await growthChecks(log, settings, vitals.lastRestore !== null)),
    backupCheck(vitals.lastBackup?.at, Date.parse(await store.now())),
  ];
}

export function clockCheck(differenceMs: number): Check {
  const found = `${Math.round(differenceMs)} ms between the database and this machine`;
  const next = 'Let both follow a time server (chrony, systemd-timesyncd). Due times go by the database.';
  if (Math.abs(differenceMs) > skew.problemMs) return problem('clock', found, next);
  return Math.abs(differenceMs) > skew.warningMs ? warning('clock', found, next) : ok('clock', found);
}

async function overdueCheck(work: Store['work']): Promise<Check> {
  const { dueNow, quarantined } = await work.counts();
  const { at, now } = await work.nextDueAt();
  const behindMs = at === null ? 0 : Date.parse(now) - Date.parse(at);
  const found = `${dueNow} due now, ${quarantined} put aside`;
  if (dueNow > 0 && behindMs > lateMs)
    return problem(
      'work',
      `${found}, the oldest since ${Math.round(behindMs / minuteMs)} minutes`,
      'Look whether an engine runs and what its log says. It catches up by itself, the oldest first.',
    );
  return quarantined > 0
    ? warning('work', found, 'What failed five times waits for a person: the engine’s log names it ("quarantined").')
    : ok('work', found);
}

async function mailChecks(operations: Store['operations'], settings: Settings): Promise<Check[]> {
  const holds = await operations.allHolds();
  const { queued, deferred, unknown, rejected } = await operations.mailCounts();
  const found = `${queued} owed, ${deferred} put off, ${unknown} unknown, ${rejected} rejected`;
  return [
    holds.length === 0
      ? ok('mail hold', leavingWords(settings))
      : warning(
          'mail hold',
          holds.map(({ scope, at, by, reason }) => `${scope} since ${at} by ${by}: ${reason}`).join('; '),
          'When the reason is gone: vuosikello mail release [--county C]',
        ),
    isStopped({ queued, deferred })
      ? warning(
          'mails',
          found,
          'Most mail is put off: look at the mail server (mailServer in the engine’s /health/ready).',
        )
      : ok('mails', found),
  ];
}

/** Where mails go that nobody has stopped. */
export function leavingWords({ mailMode = 'smtp' }: Pick<Settings, 'mailMode'>): string {
  if (mailMode === 'inbox') return 'none is stopped; no mail leaves this machine (MAIL_MODE=inbox)';
  if (mailMode === 'hold') return 'none is stopped by hand; none is sent (MAIL_MODE=hold)';
  return mailMode === 'smtp' ? 'mail may leave' : `every mail goes to one address (MAIL_MODE=${mailMode})`;
}

export function webhookCheck(
  { on, off, dead }: { on: number; off: number; dead: number },
  restored: readonly { county: string; webhooks: number }[],
): Check {
  const found = `${on} on, ${off} off, ${dead} events given up`;
  if (restored.length === 0) return ok('webhooks', found);
  const stopped = restored.map(({ county, webhooks }) => `${webhooks} of ${county}`).join(', ');
  return warning(
    'webhooks',
    `${found}; switched off because the database was restored: ${stopped}`,
    'Tell the receivers, then switch each on: PATCH /v1/webhooks/{id} with {"state":"on"}; docs/webhooks.md.',
  );
}

async function sequencerCheck(log: Store['log']): Promise<Check> {
  const behind = await log.behind();
  if (behind.length === 0) return ok('log', 'every event has its position');
  const counties = behind.map(({ county }) => county).join(', ');
  return warning(
    'log',
    `events without a position in ${counties}`,
    'Right while there is work. If it stays: docs/log.md (a long transaction, or an event that cannot be read).',
  );
}

/** @param at of the last backup, business time; @param now business time in milliseconds */
export function backupCheck(at: string | undefined, now: number): Check {
  const next = 'Take one: vuosikello backup FOLDER. Daily by cron or a timer; docs/operating.md.';
  if (at === undefined) return warning('backup', 'none was taken', next);
  const days = (now - Date.parse(at)) / dayMs;
  const found = `the last at ${at}`;
  if (days > 7) return problem('backup', found, next);
  return days > 1.5 ? warning('backup', found, next) : ok('backup', found);
}
