import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { exitCodes } from '../output/cli-error';
import { counted, note, printJson } from '../output/print';

/** `log replay`: folds every stream again and compares it with what is stored. Prints JSON; exit 1 when they differ. */
export function addLogReplay(log: Command): void {
  log
    .command('replay')
    .description('fold every stream again and compare it with the stored state')
    .option('--county <code>', 'one county only')
    .option('--json', 'print JSON only (it is JSON in any case)')
    .action(async ({ county, json }: { county?: string; json?: true }) => {
      const { streams, disposed, differences } = await withStore(readSettings(), (store) => store.replay.run(county));
      printJson({ streams, ...(disposed !== undefined && { disposed }), differences });
      const gone = disposed === undefined ? '' : `, ${counted(disposed, 'workflow')} disposed of`;
      if (!json) note(`${counted(streams, 'stream')} folded${gone}, ${counted(differences.length, 'difference')}.`);
      process.exitCode = differences.length > 0 ? exitCodes.refused : exitCodes.well;
    });
}
