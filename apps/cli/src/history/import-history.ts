import type { Finding } from '@app/domain';
import type { CommandAnswer, StartAnswer, Store } from '@app/store';
import { readHistoryFile, type HistoryFileEntry, type Instance, type Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import { messageLanguage } from '../config/language';
import { placeFindings } from '../files/place-findings';
import { readDataFile } from '../files/read-data-file';
import { refused } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';

/** What importing a file of history did, by the entries' keys; findings are warnings. */
export type HistoryImport = {
  county: string;
  entered: string[];
  corrected: string[];
  unchanged: string[];
  findings: Finding[];
};

const actor = { id: 'cli', role: 'admin' as const };

/**
 * Enters what happened before the product was in use. Idempotent by key: an entry that has changed in the file corrects what was
 * entered, and the log keeps both.
 * @throws CliError (refused) with every finding when something is wrong; nothing has been entered then.
 */
export async function importHistory(store: Store, path: string, reason: string): Promise<HistoryImport> {
  const read = await readDataFile(path, 'invalid-history');
  if ('findings' in read) throw notImported(path, read.findings);
  const code = (read.data as { county?: unknown } | null)?.county;
  const register = typeof code === 'string' ? await store.register.read(code) : undefined;
  const { file, findings: found } = readHistoryFile(read.data, await store.now(), register);
  const findings = [...read.noted, ...placeFindings(found, read.locate)];
  if (!file) throw notImported(path, findings);
  const { county, entries } = file;
  const known = await Promise.all(entries.map(({ id }) => store.workflows.read(county, id)));
  const closed = entries.filter((_, index) => known[index] !== undefined && known[index].status !== 'open');
  if (closed.length > 0) throw notImported(path, closed.map(struck));

  const done: HistoryImport = { county, entered: [], corrected: [], unchanged: [], findings };
  for (const [index, entry] of entries.entries()) {
    const instance = known[index];
    if (!instance) {
      await enter(store, county, entry);
      done.entered.push(entry.key);
    } else if (same(instance, entry)) done.unchanged.push(entry.key);
    else {
      await correct(store, county, instance, entry, reason);
      done.corrected.push(entry.key);
    }
  }
  return done;
}

async function enter(store: Store, county: string, { id, data }: HistoryFileEntry): Promise<void> {
  const identity = { commandId: `history:${id}`, requestHash: canonicalize(data) ?? '' };
  expectDone(await store.workflows.start({ county, id, definition: 'history-entry', data, actor, ...identity }), id);
}

async function correct(
  store: Store,
  county: string,
  { id, version }: Instance,
  entry: HistoryFileEntry,
  reason: string,
): Promise<void> {
  const data = { ...(entry.data as object), reason };
  const identity = { commandId: `history:${id}:${version}`, requestHash: canonicalize(data) ?? '', ifVersion: version };
  expectDone(await store.workflows.give({ county, workflow: id, name: 'correct', data, actor, ...identity }), id);
}

function expectDone(answer: CommandAnswer | StartAnswer, id: string): void {
  if (answer.outcome === 'accepted') return;
  const why = answer.outcome === 'refused' ? answer.refused.detail[messageLanguage()] : answer.outcome;
  throw refused(`${id} was not entered: ${why}`, 'Run the import again: what has been entered is left alone.');
}

/** Whether the entry stands as the file has it. */
function same({ context }: Instance, { data }: HistoryFileEntry): boolean {
  const { id: _, county: __, corrections: ___, ...standing } = context as Record<string, Json>;
  return canonicalize(standing) === canonicalize(data);
}

function struck({ key }: HistoryFileEntry): Finding {
  return {
    code: 'already-struck',
    severity: 'error',
    entry: key,
    date: null,
    message: {
      fi: 'Merkintä on poistettu. Jätä se pois tiedostosta tai anna sille uusi avain (key).',
      sv: 'Anteckningen har strukits. Lämna bort den ur filen eller ge den en ny nyckel (key).',
      en: 'The entry has been struck. Leave it out of the file, or give it a new key.',
    },
  };
}

function notImported(path: string, findings: readonly Finding[]): Error {
  return refused(`${path} was not imported:`, findingLines(findings, messageLanguage(), path).join('\n'));
}
