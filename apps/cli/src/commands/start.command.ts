import { startPostgres } from '@app/embedded';
import type { Command } from 'commander';
import { migrateDatabase, urlsFromSettings, urlsOf } from '../composition/database';
import { DatabaseGuard } from '../composition/database-guard';
import { homeAt, type Home } from '../composition/home';
import { takeHome } from '../composition/home-lock';
import { preparedSigning } from '../composition/log-signing';
import { preparedWebhookKey } from '../composition/webhook-key';
import { startMachine, type Machine } from '../composition/machine';
import { mailModeOf, openMailRoute } from '../composition/mail-route';
import { requirePort } from '../composition/ports';
import { removeRunFile, writeRunFile, type DatabaseUrls } from '../composition/run-file';
import { askedToEnd } from '../composition/signals';
import { Stops } from '../composition/stops';
import { readSettings, type Settings } from '../config/settings';
import { environmentFailed } from '../output/cli-error';
import { note, print } from '../output/print';

/** `start`: database, engine and API on this machine, in real time, until Ctrl-C. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('run the database, the engine and the API on this machine until Ctrl-C')
    .action(async () => {
      const settings = readSettings();
      mailModeOf(settings);
      const home = homeAt(settings.home);
      const asked = askedToEnd();
      const stops = new Stops();
      try {
        stops.add('the home', await holdHome(home));
        await startAll(home, settings, stops);
        note(`Stopping (${await asked}) …`);
      } finally {
        await stops.run();
      }
    });
}

async function holdHome(home: Home): Promise<() => void> {
  const taken = await takeHome(home, 'start');
  if (typeof taken === 'function') return taken;
  throw environmentFailed(
    `Vuosikello already runs in ${home.folder} (process ${taken.pid}).`,
    'Use the one that runs, end it, or set VUOSIKELLO_HOME to another folder.',
  );
}

async function startAll(home: Home, settings: Settings, stops: Stops): Promise<void> {
  if (settings.port !== 0) await requirePort(settings.host, settings.port);
  const database = await openDatabase(home, settings, stops);
  const mail = await openMailRoute(home, settings);
  if (mail.inbox) stops.add('the inbox', () => mail.inbox?.stop());
  const machine = await startMachine({
    home,
    database,
    mail,
    signing: preparedSigning(settings, home.folder),
    webhookKeyFile: preparedWebhookKey(settings, home.folder),
    redisUrl: settings.redisUrl,
    host: settings.host,
    port: settings.port,
    publicUrl: settings.publicUrl,
    keepsSettings: true,
    logsToFiles: false,
    onTrouble: (what) => note(what),
  });
  stops.add('the engine and the API', () => machine.stop());
  const { apiUrl, api } = machine;
  writeRunFile(home, { pid: process.pid, database, apiUrl, apiPort: api.port, mailMode: mail.mode });
  stops.add('the run file', () => removeRunFile(home));
  print(...greeting(home, settings, machine, mail.mode));
}

async function openDatabase(home: Home, settings: Settings, stops: Stops): Promise<DatabaseUrls> {
  const external = urlsFromSettings(settings);
  if (external) {
    if (external.owner === undefined) note('DATABASE_OWNER_URL is not set: the schema is taken as it is.');
    else await migrateDatabase(external.owner, external);
    return external;
  }
  const postgres = await startPostgres({ dataDir: home.database, durable: true });
  const guard = new DatabaseGuard(postgres, (what) => note(what));
  stops.add('the database', () => guard.stop());
  if (postgres.adopted) note('Took over the database that an earlier start left running.');
  const urls = urlsOf(postgres);
  await migrateDatabase(urls.owner, urls);
  return urls;
}

function greeting(home: Home, { publicUrl }: Settings, { apiUrl }: Machine, mailMode: string): string[] {
  const mails: Record<string, string> = {
    inbox: `NO MAIL LEAVES THIS MACHINE (MAIL_MODE=inbox): every mail is kept in ${home.inbox}`,
    hold: 'NO MAIL IS SENT (MAIL_MODE=hold).',
    smtp: 'Mail goes out through SMTP_URL.',
  };
  return [
    `Vuosikello runs. API: ${apiUrl}/v1   documentation: ${apiUrl}/docs   desk: ${apiUrl}/desk`,
    ...(publicUrl === undefined ? [] : [`People reach it at ${publicUrl}`]),
    mails[mailMode] ?? `Every mail goes to one address (MAIL_MODE=${mailMode}).`,
    'Next, in another terminal:',
    '  npx vuosikello import organisations data/paijat-hame-organisations.yaml',
    '  npx vuosikello keys create --role coordinator --county 09',
    '  npx vuosikello plan activate data/paijat-hame-2026.yaml',
    'Ctrl-C stops everything; the data stays.',
  ];
}
