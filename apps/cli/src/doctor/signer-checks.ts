import { judgeGrowth, type Refusal, SignerMemory, SignerMemoryError, type Store } from '@app/store';
import { logSigningFiles } from '../composition/log-signing';
import type { Settings } from '../config/settings';
import { type Check, ok, problem } from './check';

/**
 * Whether the signer refuses the log of a county: judged as the engine judges it, by what it signed last and the log as it is now. A file
 * that cannot be read is a finding of its own. `wasRestored`: of the whole database, at any time.
 */
export async function growthChecks(
  log: Pick<Store['log'], 'sizes' | 'checkpoint' | 'head' | 'nodes'>,
  settings: Pick<Settings, 'signerState' | 'home'>,
  wasRestored: boolean,
): Promise<Check[]> {
  const memory = new SignerMemory(logSigningFiles(settings, settings.home).stateFile);
  try {
    const begun = (await log.sizes()).map(({ county }) => county);
    const counties = [...new Set([...begun, ...Object.keys(memory.read())])].sort();
    const refused: Check[] = [];
    for (const county of counties) {
      // In this order, so that an engine that signs meanwhile is not taken for one that refuses.
      const last = await log.checkpoint(county);
      const before = memory.read()[county];
      const unsigned = { last, head: await log.head(county), nodes: log.nodes(county) };
      const why = await judgeGrowth(before, unsigned);
      if (why) refused.push(refusedCheck(county, why, wasRestored));
    }
    return refused.length > 0 ? refused : [ok('signer', 'each log goes on from what was signed')];
  } catch (error) {
    if (error instanceof SignerMemoryError) return [];
    throw error;
  }
}

const said: Record<Refusal, string> = {
  shorter: 'has fewer events than were signed',
  inconsistent: 'does not begin with what was signed',
  'memory-missing': 'was signed, and LOG_SIGNER_STATE knows nothing of it',
};

export function refusedCheck(county: string, why: Refusal, wasRestored: boolean): Check {
  const found = `the log of ${county} ${said[why]} (${why}): it is not signed`;
  return problem('signer', found, nextOf(why, `vuosikello log restored --county ${county} --reason "…"`, wasRestored));
}

function nextOf(why: Refusal, command: string, wasRestored: boolean): string {
  if (why === 'memory-missing')
    return `Set it as for the engine, or bring the file back; where it is gone for good: ${command} --state-lost`;
  if (why === 'inconsistent' && !wasRestored)
    return `No restore is known: keep all as it is and call the auditor (docs/log.md). Only after a restore: ${command}`;
  return `After a restore: ${command}   (docs/log.md)`;
}
