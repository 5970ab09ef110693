import { Option, type Command } from 'commander';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { readRegisterFile } from '../files/read-register-file';
import { exitCodes, refused } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { note, print, printJson } from '../output/print';
import { importedLines, importRegister, notImported } from '../registers/import-register';
import { knownRegister } from '../registers/known-register';
import { countyArgument } from './county-argument';

type Options = { county?: string; dryRun?: boolean; json?: true };

/**
 * `import organisations FILE`: makes a county's register what the file says; idempotent. A table of contacts, organisations and so
 * on alone replaces that part only. Exit 1 when the file has errors: then nothing is imported.
 */
export function addImportOrganisations(imports: Command): void {
  imports
    .command('organisations')
    .description("make a county's register what the file says")
    .argument('<file>', 'organisations file: YAML, JSON, CSV or XLSX')
    .addOption(new Option('--county <code>', 'whose register a single table is a part of').argParser(countyArgument))
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--json', 'print JSON only: { dryRun, findings, imported }')
    .action(async (file: string, { county, dryRun = false, json }: Options) => {
      const settings = readSettings();
      const { register, findings } = await readRegisterFile(file, knownRegister(settings, county));
      if (register === undefined) {
        if (!json) throw notImported(file, findings);
        printJson({ dryRun, findings, imported: null });
        process.exitCode = exitCodes.refused;
        return;
      }
      if (county !== undefined && county !== register.county.code)
        throw refused(`${file} is the register of county ${register.county.code}, not of ${county}.`);
      const imported = await importRegister(settings, register, { dryRun });
      const { title: _title, names: _names, ...answer } = imported;
      if (json) return printJson({ dryRun, findings, imported: answer });
      note(...findingLines(findings, messageLanguage(), file));
      print(...importedLines(imported, dryRun));
    });
}
