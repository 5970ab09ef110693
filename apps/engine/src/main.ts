import 'reflect-metadata';
import { MigrationsPendingError, UnsafeRoleError } from '@app/store';
import { readSettings } from './config/environment';
import { nodeVersionProblem } from './config/node-version';
import { type Settings, SettingsError } from './config/settings';
import { errorFacts, JsonLogger } from './log/json-logger';
import { type RunningEngine, startEngine } from './start-engine';

const environmentProblem = 3;
const failure = 1;
/** Work in hand is finished within 20 s; whatever hangs beyond that is cut off. */
const shutdownLimitMs = 30_000;

async function main(): Promise<void> {
  try {
    const settings = checkedSettings();
    const log = new JsonLogger(settings.logLevel);
    const ending = new Ending(log);
    const engine = await startEngine(settings, log);
    ending.of(engine);
    const { mode } = settings.mail;
    const mail = mode.kind === 'send' && mode.inbox ? 'inbox' : mode.kind;
    log.log('the engine is ready', { port: engine.port, mail });
    process.send?.({ ready: true, port: engine.port });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(isOfEnvironment(error) ? environmentProblem : failure);
  }
}

function checkedSettings(): Settings {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem !== undefined) throw new SettingsError([problem]);
  return readSettings();
}

function isOfEnvironment(error: unknown): boolean {
  return [SettingsError, MigrationsPendingError, UnsafeRoleError].some((type) => error instanceof type);
}

/** Ends the process in good order when it is asked to, or when the process that started it is gone. */
class Ending {
  private engine: RunningEngine | undefined;
  private begun = false;

  constructor(private readonly log: JsonLogger) {
    process.on('SIGTERM', (signal) => void this.end(signal));
    process.on('SIGINT', (signal) => void this.end(signal));
    process.on('disconnect', () => void this.end('disconnect'));
  }

  of(engine: RunningEngine): void {
    this.engine = engine;
  }

  private async end(why: string): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    this.log.log('the engine is ending', { why });
    setTimeout(() => process.exit(failure), shutdownLimitMs).unref();
    try {
      // Before it is ready it has nothing in hand that a lease does not bring back.
      await this.engine?.stop();
      process.exit(0);
    } catch (error) {
      this.log.error('the engine did not end well', errorFacts(error));
      process.exit(failure);
    }
  }
}

void main();
