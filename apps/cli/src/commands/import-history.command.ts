import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { importHistory } from '../history/import-history';
import { findingLines } from '../output/finding-lines';
import { note, print } from '../output/print';

type Options = { reason: string };

/** `import history FILE`: enters what fulfilled duties before the product was in use; idempotent. Exit 1 when the file has errors. */
export function addImportHistory(imports: Command): void {
  imports
    .command('history')
    .description('enter what fulfilled statutory duties before this installation was in use')
    .argument('<file>', 'history file, YAML or JSON')
    .option(
      '--reason <text>',
      'why an entry that has changed in the file is corrected',
      'Korjattu historiatiedostosta.',
    )
    .action(async (file: string, { reason }: Options) => {
      const { county, entered, corrected, unchanged, findings } = await withStore(
        readSettings(),
        (store) => importHistory(store, file, reason),
        { founds: true },
      );
      note(...findingLines(findings, messageLanguage(), file));
      print(`${county}: ${entered.length} entered, ${corrected.length} corrected, ${unchanged.length} unchanged.`);
    });
}
