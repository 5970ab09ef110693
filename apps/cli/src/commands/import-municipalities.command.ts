import {
  helsinkiDate,
  municipalitiesFrom,
  nameIn,
  withMunicipalities,
  type CivilDate,
  type MunicipalityArea,
  type MunicipalityClassification,
  type Register,
} from '@app/domain';
import type { Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { wrongKindFindings } from '../files/kind-of-data';
import { placeFindings } from '../files/place-findings';
import { readDataFile } from '../files/read-data-file';
import { exitCodes, refused } from '../output/cli-error';
import { hasErrors } from '../output/finding-lines';
import { counted, note, print, printJson } from '../output/print';
import { changeInto, importedLines, notImported, type ImportedRegister } from '../registers/import-register';
import { countyArgument } from './county-argument';
import { dayArgument } from './day-argument';

type Options = { county?: string; on?: CivilDate; dryRun?: boolean; json?: true };

const code = 'invalid-classification';

/**
 * `import municipalities FILE`: brings the municipalities of one county or of all up to date with Statistics Finland's
 * classification; idempotent. Nothing is removed: what has left the area ends on the day before.
 */
export function addImportMunicipalities(imports: Command): void {
  imports
    .command('municipalities')
    .description('take the municipalities of a county, or of all, from the municipality classification')
    .argument('<file>', 'the classification, JSON or YAML')
    .addOption(new Option('--county <code>', 'one county only').argParser(countyArgument))
    .addOption(new Option('--on <date>', 'the day from which it is valid; today unless given').argParser(dayArgument))
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--json', 'print JSON only: { dryRun, findings, imported }')
    .action(async (file: string, { county, on, dryRun = false, json }: Options) => {
      const { areas, leftOut, findings } = await readClassification(file);
      if (hasErrors(findings)) {
        if (!json) throw notImported(file, findings);
        printJson({ dryRun, findings, imported: [] });
        process.exitCode = exitCodes.refused;
        return;
      }
      const imported = await importAreas(areasOf(areas, county), on, dryRun);
      if (json) return printJson({ dryRun, findings, imported: imported.map(withoutNames) });
      print(...imported.flatMap((area) => importedLines(area, dryRun)));
      if (county === undefined) note(...leftOutLines(leftOut));
    });
}

async function readClassification(file: string): Promise<MunicipalityClassification> {
  const read = await readDataFile(file, code);
  const nothing = { areas: [], leftOut: [] };
  if ('findings' in read) return { ...nothing, findings: read.findings };
  const wrong = wrongKindFindings(read.data, 'municipalities', code);
  if (wrong.length > 0) return { ...nothing, findings: wrong };
  const { findings, ...classification } = municipalitiesFrom(read.data);
  return { ...classification, findings: [...read.noted, ...placeFindings(findings, read.locate)] };
}

function areasOf(areas: readonly MunicipalityArea[], asked: string | undefined): readonly MunicipalityArea[] {
  const chosen = asked === undefined ? areas : areas.filter(({ county }) => county.code === asked);
  if (chosen.length > 0) return chosen;
  const codes = areas.map(({ county }) => county.code).join(', ');
  throw refused(`There is no county ${asked ?? ''} in the classification.`, `Its counties: ${codes}`);
}

async function importAreas(
  areas: readonly MunicipalityArea[],
  on: CivilDate | undefined,
  dryRun: boolean,
): Promise<ImportedRegister[]> {
  const importAll = async (store: Store): Promise<ImportedRegister[]> => {
    const from = on ?? helsinkiDate(await store.now());
    const imported: ImportedRegister[] = [];
    for (const area of areas) {
      const decide = (register: Register | undefined) => withMunicipalities(register, area, from);
      imported.push(await changeInto(store, area.county.code, decide, { dryRun }));
    }
    return imported;
  };
  return withStore(readSettings(), importAll, { founds: !dryRun });
}

/** Helsinki and Åland have no wellbeing services county: said, so that nobody misses them. */
function leftOutLines(leftOut: MunicipalityClassification['leftOut']): string[] {
  return leftOut.map(({ code, name, municipalities }) => {
    return `Left out, as it is no wellbeing services county: ${nameIn(name, 'fi')} (${code}), ${counted(municipalities, 'municipality', 'municipalities')}.`;
  });
}

function withoutNames({ title: _title, names: _names, ...imported }: ImportedRegister): object {
  return imported;
}
