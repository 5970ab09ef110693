import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { checkedManifest, type Manifest } from '../backups/manifest';
import { restoreBackup, shortenedLogs } from '../backups/restore-backup';
import { requireOwner, withDatabase } from '../composition/database';
import { logSigningFiles, mailJournalFolder } from '../composition/log-signing';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';

type Options = { yes?: true; replace?: true; json?: true };

/** `restore`: the database as it was when the backup was taken, with all mail stopped. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('put a backup into an empty database; no mail leaves until it is released')
    .argument('<folder>', 'what vuosikello backup has written')
    .option('--yes', 'do not ask')
    .option('--replace', 'throw away what the database holds now')
    .option('--json', 'print JSON only: { takenAt, applied, sentSince, shortened }')
    .action(async (folder: string, { yes, replace: isReplacing, json }: Options) => {
      const replace = isReplacing === true;
      const settings = readSettings();
      const manifest = await checkedManifest(folder);
      if (!yes) await ask(manifest, replace);
      const { stateFile } = logSigningFiles(settings, settings.home);
      // Asked before anything is touched: a file that cannot be read is mended first.
      const shortened = shortenedLogs(manifest, stateFile);
      const journal = mailJournalFolder(settings, settings.home);
      const { applied, sentSince } = await withDatabase(
        settings,
        (urls) => {
          const owned = requireOwner(urls, 'Tables can only be made by their owner.');
          return restoreBackup({ urls: owned, folder, manifest, journal, replace });
        },
        { founds: true },
      );
      const { realTime } = manifest.database;
      if (json) return printJson({ takenAt: realTime, applied, sentSince, shortened });
      print(`The database is as it was at ${realTime}.`);
      if (applied.length > 0) print(`${counted(applied.length, 'migration')} done since: ${applied.join(', ')}`);
      print('No mail leaves until: vuosikello mail release');
      print('Webhooks are off until each is switched on (docs/webhooks.md).');
      note(`${counted(sentSince, 'mail')} that left since then will count as sent (${journal}).`);
      for (const { county, signed, size } of shortened)
        note(
          `The log of ${county} has ${counted(size, 'event')}, and ${signed} were signed: the signer refuses until`,
          `  vuosikello log restored --county ${county} --reason "…"   (docs/log.md)`,
        );
    });
}

async function ask({ database, product }: Manifest, replace: boolean): Promise<void> {
  if (!process.stdin.isTTY)
    throw refused('Nobody is there to be asked.', 'Say --yes if the database is to be restored.');
  const size = database.logs.map(({ county, size: events }) => `${county}: ${events}`).join(', ');
  note(
    `The backup was taken at ${database.realTime} with version ${product}; events by county: ${size || 'none'}.`,
    replace ? 'WHAT THE DATABASE HOLDS NOW IS THROWN AWAY FOR GOOD.' : 'The database must be empty.',
  );
  const word = replace ? 'replace' : 'restore';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Type ${word} to go on: `).finally(() => terminal.close());
  if (answer.trim() !== word) throw refused('Nothing was changed.');
}
