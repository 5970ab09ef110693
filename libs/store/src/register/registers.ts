import type { Contact, Name, Register } from '@app/domain';
import { IsolationLevel, type EntityManager } from '@mikro-orm/postgresql';
import type { Database, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import { writeChangeWork } from './change-work';
import { changesBetween } from './register-changes';
import { BodyRow, ContactRow, CountyRow, OrganisationRow } from './register.entities';
import {
  bodyOf,
  contactOf,
  countyOf,
  organisationOf,
  rowsOf,
  undeliverableOf,
  type BodyEntity,
  type ContactEntity,
  type OrganisationEntity,
} from './register-rows';
import type { ChangeAnswer, Changed, Imported, ImportedChange, RegisterStore } from './register-store';
import { writeCounty, writeRows } from './write-rows';

const counties: Statement = { text: 'select code, name from vuosikello.county order by code' };

const colleagues: Statement = {
  name: 'colleagues',
  text: `select id, name, email, part_of as of, language from vuosikello.colleague where county = $1 order by added_at, id`,
};

/** Of the versions of the rows, which change with whatever is written. */
const version: Statement = {
  name: 'register-version',
  text: `select concat_ws(' ', c.xmin, c.ctid, ${['organisation', 'body', 'contact', 'colleague']
    .map(
      (table) =>
        `(select bit_xor(hashtextextended(concat(t.xmin, t.ctid), 0)) from vuosikello.${table} t where t.county = $1)`,
    )
    .join(', ')}) as version
    from vuosikello.county c where c.code = $1`,
};

const byPlace = { place: 'asc' } as const;

/** The register of a county: what its last file said, and nothing else. */
export class Registers implements RegisterStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  async import(register: Register, { dryRun = false } = {}): Promise<Imported> {
    const county = register.county.code;
    const { changes } = await this.rewrite(county, () => ({ register }), dryRun);
    return {
      county,
      organisations: register.organisations.length,
      bodies: register.bodies.length,
      contacts: register.contacts.length,
      changed: changes.length,
      changes,
    };
  }

  async change<Answer extends ChangeAnswer>(
    county: string,
    decide: (register: Register) => Answer,
  ): Promise<Changed<Answer> | undefined> {
    const { answer, changes } = await this.rewrite(county, (before) => before && decide(before));
    return answer && { ...answer, changes };
  }

  async read(county: string): Promise<Register | undefined> {
    const asOfOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ };
    return this.database.entitiesOf(county, (em) => registerIn(em, county), asOfOneMoment);
  }

  async withColleagues(county: string): Promise<Register | undefined> {
    const register = await this.read(county);
    if (!register) return undefined;
    const rows = await this.database.inCounty(county, (query) =>
      query<Omit<Contact, 'roles' | 'interfaces'>>(colleagues, [county]),
    );
    const added = rows.map((row): Contact => ({ ...row, roles: [], interfaces: [] }));
    return { ...register, contacts: [...register.contacts, ...added] };
  }

  async version(county: string): Promise<string | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<{ version: string }>(version, [county]));
    return row?.version;
  }

  counties(): Promise<{ code: string; name: Name }[]> {
    return this.database.query(counties, []);
  }

  /** Whoever else rewrites the county's register waits, and is then compared with what this one has made of it. */
  private async rewrite<Answer extends ChangeAnswer | undefined>(
    county: string,
    decide: (before: Register | undefined) => Answer,
    dryRun = false,
  ): Promise<{ answer: Answer; changes: ImportedChange[] }> {
    const { rings, ...written } = await this.database.entitiesOf(county, async (em) => {
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`register ${county}`]);
      const before = await registerIn(em, county);
      const answer = decide(before);
      const after = answer?.register;
      if (after === undefined) return { answer, changes: [], rings: false };
      const changes = changesBetween(before, after);
      if (dryRun) return { answer, changes, rings: false };
      if (changes.length > 0) await become(em, before, after, changes);
      if (changes.some(({ kind }) => kind === 'contact'))
        await em.execute('select vuosikello.settle_contact_tasks(?)', [county]);
      return { answer, changes, rings: await writeChangeWork(em, after) };
    });
    if (rings) this.bell.ring();
    return written;
  }
}

async function registerIn(em: EntityManager, county: string): Promise<Register | undefined> {
  const row = await em.findOne(CountyRow, { code: county });
  if (!row) return undefined;
  // Plain rows in the entities' shape: making entities of them took five times as long as reading them.
  const organisations = em.createQueryBuilder(OrganisationRow).where({ county }).orderBy(byPlace);
  const bodies = em.createQueryBuilder(BodyRow).where({ county }).orderBy(byPlace);
  const contacts = em.createQueryBuilder(ContactRow).where({ county }).orderBy(byPlace);
  const people = await contacts.execute<ContactEntity[]>();
  const undeliverable = undeliverableOf(people);
  return {
    county: countyOf(row),
    bodies: (await bodies.execute<BodyEntity[]>()).map(bodyOf),
    organisations: (await organisations.execute<OrganisationEntity[]>()).map(organisationOf),
    contacts: people.map(contactOf),
    interfaces: row.interfaces,
    changes: row.changes,
    ...(undeliverable && { undeliverable }),
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
