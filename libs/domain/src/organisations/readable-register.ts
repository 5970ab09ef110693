import type { z } from 'zod';
import { derivedContactId } from './contact-id';
import type {
  BodyInput,
  ChangeInput,
  ContactInput,
  CountyInput,
  InterfaceInput,
  OrganisationInput,
} from './register.schema';

export type Path = readonly (string | number)[];

/** An item of the file and where it stands in it. */
export type Placed<T> = { item: T; path: Path };

/** A contact and its id: the one it gives, or the one derived from what it says. */
export type IdentifiedContact = Placed<ContactInput> & { id: string };

/** What can be read of an item of which some fields cannot. */
export type Remains<T> = Placed<Partial<T>>;

/**
 * What of a file can be read although other parts of it have the wrong shape, so that everything wrong is found at once: whole
 * items, and of the `damaged` ones the fields that nothing is wrong with. `ids` are those of all items, also of the ones that cannot be read, so that nobody is told that those do not exist;
 * undefined where the file does not say.
 */
export type ReadableRegister = {
  county: Placed<CountyInput> | undefined;
  bodies: Placed<BodyInput>[];
  organisations: Placed<OrganisationInput>[];
  contacts: IdentifiedContact[];
  interfaces: Placed<InterfaceInput>[];
  changes: Placed<ChangeInput>[];
  damaged: {
    county: Remains<CountyInput>[];
    bodies: Remains<BodyInput>[];
    organisations: Remains<OrganisationInput>[];
    contacts: Remains<ContactInput>[];
  };
  /** Whether every contact of the file can be read: only then is it known what nobody does. */
  hasAllContacts: boolean;
  ids: {
    organisations: ReadonlySet<string> | undefined;
    bodies: ReadonlySet<string> | undefined;
    interfaces: ReadonlySet<string> | undefined;
  };
};

/** Leaves out of the file what the issues of its schema are about. An item without an issue has the shape the schema gives it. */
export function readableRegister(data: unknown, issues: readonly z.core.$ZodIssue[]): ReadableRegister {
  const file = isKeyed(data) ? data : {};
  const faulty = faultyFields(issues);
  const items = <T>(name: string): Placed<T>[] =>
    listOf(file[name]).flatMap((item, index) => {
      const path = [name, index];
      return faulty.has(pathKey(path)) ? [] : [{ item: item as T, path }];
    });
  const remains = <T>(name: string): Remains<T>[] =>
    listOf(file[name]).flatMap((item, index) => remainsOf<T>(item, [name, index], faulty));
  const isFaulty = (name: string) => issues.some(({ path }) => path[0] === name);
  const hasCounty = file.county !== undefined && !isFaulty('county');
  return {
    county: hasCounty ? { item: file.county as CountyInput, path: ['county'] } : undefined,
    bodies: items('bodies'),
    organisations: items('organisations'),
    contacts: items<ContactInput>('contacts').map((contact) => ({ ...contact, id: idOf(contact.item) })),
    interfaces: items('interfaces'),
    changes: items('changes'),
    damaged: {
      county: remainsOf(file.county, ['county'], faulty),
      bodies: remains('bodies'),
      organisations: remains('organisations'),
      contacts: remains('contacts'),
    },
    hasAllContacts: !isFaulty('contacts'),
    ids: {
      organisations: organisationIds(file),
      bodies: idsIn(file.bodies),
      interfaces: idsIn(file.interfaces),
    },
  };
}

/** For each item with an issue, by its path, the names of the fields that the issues are about. The county stands alone, others in lists. */
function faultyFields(issues: readonly z.core.$ZodIssue[]): Map<string, Set<PropertyKey>> {
  const faulty = new Map<string, Set<PropertyKey>>();
  for (const { path } of issues) {
    const depth = path[0] === 'county' ? 1 : 2;
    const key = pathKey(path.slice(0, depth));
    const fields = faulty.get(key) ?? new Set();
    faulty.set(key, fields.add(path[depth] ?? ''));
  }
  return faulty;
}

function remainsOf<T>(item: unknown, path: Path, faulty: ReadonlyMap<string, ReadonlySet<PropertyKey>>): Remains<T>[] {
  const fields = faulty.get(pathKey(path));
  if (fields === undefined || !isKeyed(item)) return [];
  const left = Object.fromEntries(Object.entries(item).filter(([name]) => !fields.has(name)));
  return [{ item: left as Partial<T>, path }];
}

function idOf({ id, of, email }: ContactInput): string {
  return id ?? derivedContactId(of, email);
}

function organisationIds({ county, organisations }: Record<string, unknown>): Set<string> | undefined {
  const ids = idsIn(organisations);
  if (ids === undefined || !isKeyed(county) || typeof county.code !== 'string') return undefined;
  return ids.add(county.code);
}

function idsIn(list: unknown): Set<string> | undefined {
  if (!Array.isArray(list)) return undefined;
  const ids = list.map((item: unknown) => (isKeyed(item) ? item.id : undefined));
  return new Set(ids.filter((id) => typeof id === 'string'));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join(' ');
}

function isKeyed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
