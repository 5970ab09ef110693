import type { Name, Register } from '@app/domain';
import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import type { Database, Statement } from '../connection/database';
import { changesBetween } from './register-changes';
import { BodyRow, ContactRow, CountyRow, OrganisationRow } from './register.entities';
import {
  bodyOf,
  contactOf,
  countyOf,
  organisationOf,
  rowsOf,
  type BodyEntity,
  type ContactEntity,
  type OrganisationEntity,
} from './register-rows';
import type { Imported, ImportedChange, RegisterStore } from './register-store';
import { writeCounty, writeRows } from './write-rows';

const counties: Statement = { text: 'select code, name from vuosikello.county order by code' };

const byPlace = { place: 'asc' } as const;

/** The register of a county: what its last file said, and nothing else. */
export class Registers implements RegisterStore {
  constructor(private readonly database: Database) {}

  async import(register: Register, { dryRun = false } = {}): Promise<Imported> {
    const county = register.county.code;
    const changes = await this.database.entitiesOf(county, async (em) => {
      // Of two files for one county at once, the second is compared with what the first has made of it.
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`register ${county}`]);
      const before = await registerIn(em, county);
      const found = changesBetween(before, register);
      if (!dryRun && found.length > 0) await become(em, before, register, found);
      return found;
    });
    return {
      county,
      organisations: register.organisations.length,
      bodies: register.bodies.length,
      contacts: register.contacts.length,
      changed: changes.length,
      changes,
    };
  }

  async read(county: string): Promise<Register | undefined> {
    const asOfOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ };
    return this.database.entitiesOf(county, (em) => registerIn(em, county), asOfOneMoment);
  }

  counties(): Promise<{ code: string; name: Name }[]> {
    return this.database.query(counties, []);
  }
}

async function registerIn(em: EntityManager, county: string): Promise<Register | undefined> {
  const row = await em.findOne(CountyRow, { code: county });
  if (!row) return undefined;
  // Plain rows in the entities' shape: making entities of them took five times as long as reading them.
  const organisations = em.createQueryBuilder(OrganisationRow).where({ county }).orderBy(byPlace);
  const bodies = em.createQueryBuilder(BodyRow).where({ county }).orderBy(byPlace);
  const contacts = em.createQueryBuilder(ContactRow).where({ county }).orderBy(byPlace);
  return {
    county: countyOf(row),
    bodies: (await bodies.execute<BodyEntity[]>()).map(bodyOf),
    organisations: (await organisations.execute<OrganisationEntity[]>()).map(organisationOf),
    contacts: (await contacts.execute<ContactEntity[]>()).map(contactOf),
    interfaces: row.interfaces,
    changes: row.changes,
  };
}

/** Carries out the changes: what is new or changed is written, with whatever moves along to another place; what is gone is removed. */
async function become(
  em: EntityManager,
  before: Register | undefined,
  register: Register,
  changes: readonly ImportedChange[],
): Promise<void> {
  const rows = rowsOf(register);
  await writeCounty(em, rows.county);
  for (const [kind, list] of [
    ['organisation', 'organisations'],
    ['body', 'bodies'],
    ['contact', 'contacts'],
  ] as const) {
    const own = changes.filter((change) => change.kind === kind);
    const written = new Set(own.filter(({ how }) => how !== 'removed').map(({ id }) => id));
    const moved = (id: string, place: number) => before?.[list][place]?.id !== id;
    await writeRows(em, kind, {
      written: rows[list].filter(({ id, place }) => written.has(id) || moved(id, place)),
      removed: own.filter(({ how }) => how === 'removed').map(({ id }) => id),
    });
  }
}
