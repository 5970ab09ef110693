import type { Finding, Instant, Register, Text } from '@app/domain';
import { z } from 'zod';
import { label } from '../fields';
import type { Issue, Json } from '../kernel/command';
import { start } from '../kernel/decide';
import { parse } from '../kernel/parse';
import { historyEntry } from './history-entry.workflow';

/** One thing that happened: `id` is the workflow's, `<county>.history-<key>`; `data` is the start data as it is recorded. */
export type HistoryFileEntry = { key: string; id: string; data: Json };
export type HistoryFile = { county: string; entries: HistoryFileEntry[] };

const historyFile = z.strictObject({
  county: z.string().regex(/^\d{2}$/),
  entries: z.array(z.looseObject({ key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,89}$/) })).min(1),
});

/**
 * Reads a file of history: `county` and `entries`, each with a `key` of its own beside the start data. All that is wrong is found
 * at once, each finding with its path. Organisations that the register does not know are warnings: they may have ended.
 */
export function readHistoryFile(
  data: unknown,
  now: Instant,
  register?: Register,
): { file?: HistoryFile; findings: Finding[] } {
  const parsed = parse(historyFile, data);
  if (!parsed.ok) return { findings: parsed.issues.map((issue) => found(issue, [], null)) };
  const { county, entries } = parsed.data as unknown as z.infer<typeof historyFile>;
  const read = entries.map(({ key, ...entry }, index) => readEntry(county, key, entry as Json, index, now));
  const findings = [
    ...read.flatMap((entry) => entry.findings),
    ...duplicateKeys(entries.map(({ key }) => key)),
    ...(register
      ? read.flatMap(({ concerns }, index) => unknownOrganisations(concerns, entries, index, register))
      : []),
  ];
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  return { file: { county, entries: read.flatMap(({ entry }) => entry ?? []) }, findings };
}

type ReadEntry = { entry?: HistoryFileEntry; concerns: string[]; findings: Finding[] };

/** As the workflow itself would refuse it. */
function readEntry(county: string, key: string, entry: Json, index: number, now: Instant): ReadEntry {
  const id = `${county}.history-${key}`;
  const command = { name: 'start', data: entry, actor: { id: 'file', role: 'admin' as const }, commandId: id, now };
  const decision = start(historyEntry, { id, county, parent: null }, command);
  if (!decision.accepted)
    return {
      concerns: [],
      findings: (decision.issues ?? []).map((issue) => found(issue, ['entries', index], key)),
    };
  const [recorded] = decision.events;
  const concerns = historyEntry.concerns(decision.instance.context as never);
  return { entry: { key, id, data: recorded?.data ?? null }, concerns, findings: [] };
}

function duplicateKeys(keys: readonly string[]): Finding[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          finding('invalid-history', 'error', key, ['entries', index, 'key'], {
            fi: `Avain ${key} on kahdella merkinnällä. Anna kummallekin omansa.`,
            sv: `Nyckeln ${key} finns på två anteckningar. Ge dem var sin.`,
            en: `Two entries have the key ${key}. Give each one of its own.`,
          }),
        ],
  );
}

function unknownOrganisations(
  concerns: readonly string[],
  entries: readonly { key: string }[],
  index: number,
  { county, organisations }: Register,
): Finding[] {
  const known = new Set([county.code, ...organisations.map(({ id }) => id)]);
  return concerns
    .filter((id) => !known.has(id))
    .map((id) =>
      finding(
        'unknown-organisation',
        'warning',
        entries[index]?.key ?? null,
        ['entries', index],
        label(
          `Rekisterissä ei ole organisaatiota ${id}. Tarkista tunnus, ellei organisaatio ole lakannut.`,
          `Registret saknar organisationen ${id}. Kontrollera id, om inte organisationen har upphört.`,
          `The register has no organisation ${id}. Check the id, unless the organisation has ended.`,
        ),
      ),
    );
}

function found({ path, message }: Issue, under: (string | number)[], key: string | null): Finding {
  const within = path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const field = path === '' ? '' : `${path}: `;
  return finding('invalid-history', 'error', key, [...under, ...within], {
    fi: `${field}${message.fi}`,
    sv: `${field}${message.sv}`,
    en: `${field}${message.en}`,
  });
}

function finding(
  code: string,
  severity: Finding['severity'],
  entry: string | null,
  path: readonly (string | number)[],
  message: Text,
): Finding {
  return { code, severity, entry, date: null, message, path };
}
