import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresOf } from '@app/embedded';
import { homeAt, pathsOf, type Home } from '../composition/home';
import { isForsaken } from '../composition/home-lock';
import { note } from '../output/print';

const PREFIX = 'vuosikello-demo-';

/** A new throw-away home in the system's folder for temporary files. */
export function throwAwayHome(): Home {
  return homeAt(mkdtempSync(join(tmpdir(), PREFIX)));
}

/** Stops the databases of demos that were killed, and removes what they left. */
export async function sweepForsakenHomes(): Promise<void> {
  const homes = readdirSync(tmpdir())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => pathsOf(join(tmpdir(), name)));
  for (const home of homes.filter(isForsaken)) {
    try {
      await (await postgresOf(home.database))?.stop();
      rmSync(home.folder, { recursive: true, force: true });
    } catch (error) {
      note(`A killed demo left ${home.folder} behind: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
