import { nameIn, type ParsedRegister, parseRegister, type Register } from '@app/domain';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { readDataFile } from '../files/read-data-file';
import { refused } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { print } from '../output/print';

/** `import organisations FILE`: makes a county's register what the file says; idempotent. Exit 1 when the file has errors. */
export function addImportOrganisations(imports: Command): void {
  imports
    .command('organisations')
    .description("make a county's register what the file says")
    .argument('<file>', 'organisations file, YAML or JSON')
    .action(async (file: string) => {
      const register = readRegister(file);
      const { county, organisations, bodies, contacts, changed } = await withStore(
        readSettings(),
        (store) => store.register.import(register),
        { founds: true },
      );
      print(
        `${nameIn(register.county.name, 'fi')} (${county}): ${organisations} organisations, ${bodies} bodies, ${contacts} contacts; ` +
          (changed === 0 ? 'nothing had changed.' : `${changed} changed.`),
      );
    });
}

/** @throws CliError (refused) with the findings when the file is not a register. */
export function readRegister(file: string): Register {
  const read = readDataFile(file, 'invalid-register');
  const { register, findings }: ParsedRegister = 'findings' in read ? read : parseRegister(read.data);
  if (register) return register;
  throw refused(`${file} was not imported:`, findingLines(findings, messageLanguage()).join('\n'));
}
