import {
  planFromTables,
  recogniseTables,
  registerFromTables,
  type Finding,
  type PlanHead,
  type RegisterInput,
  type TableData,
} from '@app/domain';
import { readContent } from './read-content';
import type { Locate } from './yaml-places';

/**
 * What a file holds, with the places of its values; `noted` is what was found on the way and does not keep the data from being
 * checked. Or only findings: the file cannot be read.
 */
export type DataFile = { data: unknown; locate: Locate; noted: Finding[] } | { findings: Finding[] };

/** What is known beside the file, for tables that hold a part only. */
export type Around = {
  /** The register of the county whose code the tables have, or of the one asked for. */
  register?: (county: string | undefined) => Promise<RegisterInput | undefined>;
  plan?: PlanHead;
};

/**
 * Reads a YAML, JSON, CSV or XLSX file; tables become the data of an organisations or a plan file, whichever they are. Every
 * fault of the file is a finding, all of them at once, and none of them costs memory or time without limit.
 * @param code of the findings about the file as such
 * @throws CliError (wrong usage) when the file is not there or may not be read.
 */
export async function readDataFile(file: string, code: string, around: Around = {}): Promise<DataFile> {
  const content = await readContent(file, code);
  if (content.form === 'unreadable') return { findings: content.findings };
  if (content.form === 'document') return { data: content.data, locate: content.locate, noted: content.noted };
  const { kind, tables, county, findings } = recogniseTables(content.tables, code);
  if (kind === undefined) return { findings };
  const {
    data,
    locate,
    findings: more,
  }: TableData = kind === 'plan'
    ? planFromTables(tables, around.plan ?? {})
    : registerFromTables(tables, await around.register?.(county));
  return data === undefined ? { findings: [...findings, ...more] } : { data, locate, noted: [...findings, ...more] };
}
