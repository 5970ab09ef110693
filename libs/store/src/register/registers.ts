import type { Name, Register } from '@app/domain';
import type { EntityManager, EntityName, FilterQuery, RequiredEntityData } from '@mikro-orm/postgresql';
import { IsolationLevel } from '@mikro-orm/postgresql';
import type { Database, Statement } from '../connection/database';
import { BodyRow, ContactRow, CountyRow, OrganisationRow } from './register.entities';
import { bodyOf, contactOf, countyOf, organisationOf, rowsOf } from './register-rows';
import type { Imported, RegisterStore } from './register-store';

const counties: Statement = { text: 'select code, name from vuosikello.county order by code' };
const byPlace = { orderBy: { place: 'asc' } } as const;

/** The register of a county: what its last file said, and nothing else. */
export class Registers implements RegisterStore {
  constructor(private readonly database: Database) {}

  async import(register: Register): Promise<Imported> {
    const { county, organisations, bodies, contacts } = rowsOf(register);
    const changed = await this.database.entitiesOf(county.code, async (em) => {
      // Of two files for one county at once, the second is compared with what the first has made of it.
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`register ${county.code}`]);
      const known = await em.findOne(CountyRow, { code: county.code });
      if (known) em.assign(known, county);
      else em.persist(em.create(CountyRow, county));
      await become(em, OrganisationRow, organisations);
      await become(em, BodyRow, bodies);
      await become(em, ContactRow, contacts);
      const work = em.getUnitOfWork();
      work.computeChangeSets();
      const written = work.getChangeSets().length;
      await em.flush();
      return written;
    });
    return {
      county: county.code,
      organisations: organisations.length,
      bodies: bodies.length,
      contacts: contacts.length,
      changed,
    };
  }

  async read(county: string): Promise<Register | undefined> {
    const asOfOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ };
    const found = async (em: EntityManager): Promise<Register | undefined> => {
      const row = await em.findOne(CountyRow, { code: county });
      if (!row) return undefined;
      const organisations = await em.find(OrganisationRow, { county }, byPlace);
      const bodies = await em.find(BodyRow, { county }, byPlace);
      const contacts = await em.find(ContactRow, { county }, byPlace);
      return {
        county: countyOf(row),
        bodies: bodies.map(bodyOf),
        organisations: organisations.map(organisationOf),
        contacts: contacts.map(contactOf),
        interfaces: row.interfaces,
        changes: row.changes,
      };
    };
    return this.database.entitiesOf(county, found, asOfOneMoment);
  }

  counties(): Promise<{ code: string; name: Name }[]> {
    return this.database.query(counties, []);
  }
}

/** Makes the county's rows these ones: new ones added, others changed, and what is not among them removed. */
async function become<Row extends { id: string }>(
  em: EntityManager,
  entity: EntityName<Row>,
  rows: readonly Row[],
): Promise<void> {
  const left = new Map((await em.find(entity, {} as FilterQuery<Row>)).map((row) => [row.id, row]));
  for (const row of rows) {
    const known = left.get(row.id);
    if (known) em.assign(known, row as never);
    else em.persist(em.create(entity, row as unknown as RequiredEntityData<Row>));
    left.delete(row.id);
  }
  for (const gone of left.values()) em.remove(gone);
}
