import 'reflect-metadata';
import { DatabaseAwayError, MigrationsPendingError, openStore, UnsafeRoleError } from '@app/store';
import { openTracing } from '@app/telemetry';
import { createAdminApi } from './admin-api';
import { assertNodeVersion, NodeVersionError } from './config/node-version';
import { processEnvironment, readSettings, SettingsError } from './config/settings';
import { listen, ListenError } from './http/listen';
import { logToStderr as log } from './logging/log';
import { ApiWatch } from './watching/api-watch';

/** What is wrong with the environment, not with us: told in one line, without a stack. */
const environmentErrors = [
  NodeVersionError,
  SettingsError,
  ListenError,
  DatabaseAwayError,
  MigrationsPendingError,
  UnsafeRoleError,
];
const environmentExit = 3;

async function run(): Promise<void> {
  assertNodeVersion(process.versions.node);
  const {
    databaseUrl,
    host,
    port: wanted,
    https,
    publicUrl,
    witnesses,
    oidc,
    webhooks,
    protection,
    metricsToken,
    tracing,
  } = readSettings(processEnvironment());
  const watch = new ApiWatch(await openTracing(tracing, 'admin-api'));
  const store = await openStore({ databaseUrl, applicationName: 'vuosikello-admin-api', watch: watch.ofStore });
  const app = await createAdminApi({
    store,
    log,
    https,
    publicUrl,
    witnesses,
    oidc,
    webhooks,
    protection,
    watch,
    metricsToken,
  });
  const port = await listen(app, { host, port: wanted });

  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log('info', 'stopping', { why });
    app
      .close()
      .then(() => store.close())
      .then(() => watch.tracing.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  // A process started by another one does not outlive it.
  process.on('disconnect', () => stop('parent gone'));

  log('info', 'ready', { host, port });
  process.send?.({ ready: true, port });
}

function fail(error: unknown): void {
  const expected = environmentErrors.some((kind) => error instanceof kind);
  const said = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  log('error', 'failed', { error: said });
  process.exit(expected ? environmentExit : 1);
}

run().catch(fail);
