import { readFileSync } from 'node:fs';
import type { Finding } from '@app/domain';
import { parseDocument } from 'yaml';
import { wrongUsage } from '../output/cli-error';

/** What a file holds, or the finding that it is neither YAML nor JSON. */
export type DataFile = { data: unknown } | { findings: Finding[] };

/**
 * Reads a YAML or JSON file (YAML 1.2 core schema: dates stay strings).
 * @param code of the finding when the file's syntax is broken
 * @throws CliError (wrong usage) when the file cannot be read.
 */
export function readDataFile(file: string, code: string): DataFile {
  const document = parseDocument(read(file), { version: '1.2', schema: 'core', prettyErrors: true });
  const [error] = document.errors;
  if (error) return { findings: [brokenSyntax(code, error.message.split('\n')[0] ?? error.code)] };
  try {
    return { data: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (cause) {
    return { findings: [brokenSyntax(code, cause instanceof Error ? cause.message : String(cause))] };
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw wrongUsage(
      missing ? `There is no file ${file}.` : `The file ${file} cannot be read: ${(cause as Error).message}`,
      'Give the path of a YAML or JSON file.',
      cause,
    );
  }
}

/** The parser's own words are English; they name the line and column. */
function brokenSyntax(code: string, reason: string): Finding {
  return {
    code,
    severity: 'error',
    entry: null,
    date: null,
    message: {
      fi: `Tiedosto ei ole kelvollista YAMLia eikä JSONia: ${reason}`,
      sv: `Filen är varken giltig YAML eller JSON: ${reason}`,
      en: `The file is neither valid YAML nor JSON: ${reason}`,
    },
  };
}
