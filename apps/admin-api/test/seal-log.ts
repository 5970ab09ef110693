import { generateKeyPairSync } from 'node:crypto';
import { formatCheckpoint, formatNote, formatVerifierKey, signNote, verifierKeyOf } from '@app/ledger';
import { openStore } from '@app/store';
import type { RunningApi } from './running-api';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** Gives every event of the county its position and signs the log, as the engine would. @returns the key to verify with */
export async function sealLog(api: RunningApi, county: string): Promise<string> {
  const origin = `log.example.invalid/${county}`;
  const engine = await openStore({ databaseUrl: api.database.engineUrl, applicationName: 'seal-log', poolSize: 1 });
  try {
    while ((await engine.log.behind()).length > 0) await engine.log.sequence(county);
    await engine.log.seal(county, 0, ({ head }) => {
      const text = formatCheckpoint({ origin, ...head });
      return Promise.resolve({
        note: formatNote({ text, signatures: [signNote(text, origin, privateKey)] }),
        events: [],
      });
    });
  } finally {
    await engine.close();
  }
  return formatVerifierKey(verifierKeyOf(origin, publicKey));
}
