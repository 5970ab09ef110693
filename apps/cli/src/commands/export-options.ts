import { Option, type Command } from 'commander';
import { exportFormats, type ExportTo } from '../files/export-data';
import { countyArgument } from './county-argument';

/** Where an export goes and in which form. */
export type ExportOptions = ExportTo & { county?: string };

export function addExportOptions(command: Command): Command {
  return command
    .addOption(new Option('--county <code>', 'whose; needed where there are several').argParser(countyArgument))
    .addOption(new Option('--format <format>', 'form of the export').choices(exportFormats).default('yaml'))
    .option('--table <name>', 'with --format csv: one table only')
    .option('--out <path>', 'file, or with --format csv the folder; stdout unless given');
}
