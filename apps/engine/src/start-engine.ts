import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseAwayError, openStore, type Store } from '@app/store';
import { openTracing } from '@app/telemetry';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import type { Settings } from './config/settings';
import { frameworkLogger } from './log/framework-logger';
import { errorFacts, type JsonLogger } from './log/json-logger';
import { EngineWatch } from './watching/engine-watch';

export type RunningEngine = { port: number; stop(): Promise<void> };

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** Handlers take one connection at a time; looking for work and health take one more each. */
const spareConnections = 2;

/**
 * Starts the engine and resolves when it works and its health pages answer on loopback. Waits for a database that is
 * away. @throws MigrationsPendingError @throws UnsafeRoleError
 */
export async function startEngine(settings: Settings, log: JsonLogger): Promise<RunningEngine> {
  const watch = new EngineWatch(await openTracing(settings.tracing, 'engine'));
  const store = await openWhenThere(settings, log, watch);
  const options = { logger: frameworkLogger(log), abortOnError: false };
  const app = await NestFactory.create(AppModule.on(store, settings, log, watch), options);
  try {
    await app.listen(settings.port, '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }
  return { port: portOf(app), stop: () => stop(app, watch) };
}

async function stop(app: INestApplication, { tracing }: EngineWatch): Promise<void> {
  await app.close();
  await tracing.stop();
}

async function openWhenThere(settings: Settings, log: JsonLogger, watch: EngineWatch): Promise<Store> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await openStore({
        databaseUrl: settings.databaseUrl,
        applicationName: 'vuosikello-engine',
        poolSize: settings.concurrency + spareConnections,
        watch: watch.ofStore,
      });
    } catch (error) {
      if (!(error instanceof DatabaseAwayError)) throw error;
      log.warn('waiting for the database', { pauseMs, ...errorFacts(error) });
      await pause(pauseMs);
    }
  }
}

function portOf(app: INestApplication): number {
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  return port;
}
