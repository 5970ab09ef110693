import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFailed } from '../output/cli-error';

/** Where one machine keeps its data: `VUOSIKELLO_HOME`, or a demo's throw-away folder. */
export type Home = {
  readonly folder: string;
  /** The embedded database's cluster; its passwords and its log lie beside it. */
  readonly database: string;
  /** Mails caught by the local inbox. */
  readonly inbox: string;
  readonly logs: string;
  /** Where the running composition says how to reach it. */
  readonly runFile: string;
  /** Held by whoever has the embedded database in hand. */
  readonly lock: string;
};

/** The paths of a home, whose folder is created when missing. @throws CliError (environment) */
export function homeAt(folder: string): Home {
  try {
    // Passwords and mails with answer links lie in it.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (cause) {
    throw environmentFailed(
      `The folder ${folder} cannot be created: ${(cause as Error).message}`,
      'Set VUOSIKELLO_HOME to a folder that can be written.',
      cause,
    );
  }
  return pathsOf(folder);
}

/** The paths of a home, whether it is there or not. */
export function pathsOf(folder: string): Home {
  return {
    folder,
    database: join(folder, 'postgres'),
    inbox: join(folder, 'inbox'),
    logs: join(folder, 'logs'),
    runFile: join(folder, 'run.json'),
    lock: join(folder, 'lock'),
  };
}
