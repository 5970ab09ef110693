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

/**
 * What of a file can be read although other parts of it have the wrong shape, so that everything wrong is found at once.
 * `ids` are those of all items, also of the ones that cannot be read, so that nobody is told that those do not exist;
 * undefined where the file does not say.
 */
export type ReadableRegister = {
  county: Placed<CountyInput> | undefined;
  bodies: Placed<BodyInput>[];
  organisations: Placed<OrganisationInput>[];
  contacts: IdentifiedContact[];
  interfaces: Placed<InterfaceInput>[];
  changes: Placed<ChangeInput>[];
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
  const faulty = new Set(issues.map(({ path }) => pathKey(path.slice(0, 2))));
  const file = isKeyed(data) ? data : {};
  const items = <T>(name: string): Placed<T>[] =>
    listOf(file[name]).flatMap((item, index) => {
      const path = [name, index];
      return faulty.has(pathKey(path)) ? [] : [{ item: item as T, path }];
    });
  const isFaulty = (name: string) => issues.some(({ path }) => path[0] === name);
  const hasCounty = file.county !== undefined && !isFaulty('county');
  return {
    county: hasCounty ? { item: file.county as CountyInput, path: ['county'] } : undefined,
    bodies: items('bodies'),
    organisations: items('organisations'),
    contacts: items<ContactInput>('contacts').map((contact) => ({ ...contact, id: idOf(contact.item) })),
    interfaces: items('interfaces'),
    changes: items('changes'),
    hasAllContacts: !isFaulty('contacts'),
    ids: {
      organisations: organisationIds(file),
      bodies: idsIn(file.bodies),
      interfaces: idsIn(file.interfaces),
    },
  };
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
