import { nameIn, type Finding, type Register } from '@app/domain';
import type { Imported, Store } from '@app/store';
import { isInstalled, withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import type { Settings } from '../config/settings';
import { readRegisterFile } from '../files/read-register-file';
import { refused } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { counted } from '../output/print';

/** Changes are listed up to here; with `--json` all of them. */
const mostLines = 40;

/** What an import changes or would change, and what things are called. */
export type ImportedRegister = Imported & { title: string; names: ReadonlyMap<string, string> };

/** @throws CliError (refused) with the findings when the file is not a register. */
export async function readRegister(file: string): Promise<Register> {
  const { register, findings } = await readRegisterFile(file);
  if (register) return register;
  throw notImported(file, findings);
}

export function notImported(file: string, findings: readonly Finding[]): Error {
  return refused(
    `${file} was not imported:`,
    [...findingLines(findings, messageLanguage(), file), 'Correct it and try again; nothing was changed.'].join('\n'),
  );
}

/**
 * Makes a county's register this one. A dry run writes nothing, and where there is no installation yet it sets none up: then
 * everything would be new.
 */
export async function importRegister(
  settings: Settings,
  register: Register,
  { dryRun }: { dryRun: boolean },
): Promise<ImportedRegister> {
  if (dryRun && !isInstalled(settings)) return described(register, undefined, asNew(register));
  return withStore(settings, (store) => importInto(store, register, { dryRun }), { founds: !dryRun });
}

export async function importInto(
  store: Store,
  register: Register,
  { dryRun }: { dryRun: boolean },
): Promise<ImportedRegister> {
  const before = await store.register.read(register.county.code);
  return described(register, before, await store.register.import(register, { dryRun }));
}

/**
 * Makes a county's register what `decide` makes of it, in the register as it is at that moment: what is imported at the same time is not
 * lost. Where the county has none, one is founded.
 */
export async function changeInto(
  store: Store,
  county: string,
  decide: (register: Register | undefined) => Register,
  { dryRun }: { dryRun: boolean },
): Promise<ImportedRegister> {
  if (dryRun) return importInto(store, decide(await store.register.read(county)), { dryRun });
  const changed = await store.register.change(county, (before) => ({ before, register: decide(before) }));
  if (!changed) return importInto(store, decide(undefined), { dryRun });
  const { before, register, changes } = changed;
  return described(register, before, { ...sizesOf(register), changed: changes.length, changes });
}

/** What an import did, or would do, in words. */
export function importedLines({ title, county, names, ...imported }: ImportedRegister, dryRun: boolean): string[] {
  const { organisations, bodies, contacts, changes } = imported;
  const sizes = [
    counted(organisations, 'organisation'),
    counted(bodies, 'body', 'bodies'),
    counted(contacts, 'contact'),
  ];
  const shown = changes.slice(0, mostLines).map(({ kind, id, how }) => {
    const name = names.get(`${kind} ${id}`);
    return `  ${how.padEnd(8)} ${kind.padEnd(13)} ${id}${name === undefined ? '' : ` (${name})`}`;
  });
  const more = changes.length - shown.length;
  return [
    `${title} (${county}): ${sizes.join(', ')}`,
    ...shown,
    ...(more > 0 ? [`  … and ${more} more (--json shows all)`] : []),
    sum(changes, dryRun),
  ];
}

function sum(changes: Imported['changes'], dryRun: boolean): string {
  if (changes.length === 0) return dryRun ? 'Nothing would change.' : 'Nothing had changed.';
  const times = (how: string): string => `${changes.filter((change) => change.how === how).length} ${how}`;
  const counts = ['added', 'changed', 'removed'].map(times).join(', ');
  return dryRun ? `Would be ${counts}; nothing was written (--dry-run).` : `${counts}.`;
}

function described(register: Register, before: Register | undefined, imported: Imported): ImportedRegister {
  const names = new Map([...(before ? namesIn(before) : []), ...namesIn(register)]);
  return { ...imported, title: nameIn(register.county.name, 'fi'), names };
}

function namesIn({ organisations, bodies, contacts }: Register): [string, string][] {
  return [
    ...organisations.map(({ id, name }): [string, string] => [`organisation ${id}`, nameIn(name, 'fi')]),
    ...bodies.map(({ id, name, of }): [string, string] => [`body ${id}`, `${nameIn(name, 'fi')}, ${of}`]),
    ...contacts.map(({ id, name, of }): [string, string] => [`contact ${id}`, `${name}, ${of}`]),
  ];
}

function asNew(register: Register): Imported {
  const { county, organisations, bodies, contacts } = register;
  const added = (kind: Imported['changes'][number]['kind'], ids: readonly string[]): Imported['changes'] =>
    ids.map((id) => ({ kind, id, how: 'added' }));
  const changes = [
    ...added('county', [county.code]),
    ...added(
      'organisation',
      organisations.map(({ id }) => id),
    ),
    ...added(
      'body',
      bodies.map(({ id }) => id),
    ),
    ...added(
      'contact',
      contacts.map(({ id }) => id),
    ),
  ];
  return { ...sizesOf(register), changed: changes.length, changes };
}

function sizesOf({ county, organisations, bodies, contacts }: Register): Omit<Imported, 'changed' | 'changes'> {
  return {
    county: county.code,
    organisations: organisations.length,
    bodies: bodies.length,
    contacts: contacts.length,
  };
}
