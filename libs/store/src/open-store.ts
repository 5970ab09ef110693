import type { Instant } from '@app/domain';
import { Accesses } from './access/accesses';
import { Answers } from './answers/answers';
import { Calendars } from './calendars/calendars';
import { Database, type Statement } from './connection/database';
import { MigrationsPendingError, UnsafeRoleError } from './connection/errors';
import { Joining } from './connection/joining';
import { DeskSessions } from './desk-sessions/desk-sessions';
import { Digests } from './digests/digests';
import { Deliveries } from './deliveries/deliveries';
import { Disposals } from './disposals/disposals';
import { Documents } from './documents/documents';
import { Duties } from './duties/duties';
import { Events } from './events/events';
import { KeptAnswers } from './kept-answers/kept-answers';
import { Keys } from './keys/keys';
import { Ladders } from './ladders/ladders';
import { Links } from './links/links';
import { Logs } from './log/logs';
import { migrations } from './migrations/migrations';
import { Notifications } from './notifications/notifications';
import { Operations } from './operations/operations';
import { Overviews } from './overviews/overviews';
import { Persons } from './persons/persons';
import { Plans } from './plans/plans';
import { FourEyes } from './proposals/four-eyes';
import { Proposals } from './proposals/proposals';
import { Records } from './records/records';
import { Registers } from './register/registers';
import { Replays } from './replay/replays';
import { Silences } from './silences/silences';
import type { OpenOptions, Store } from './store';
import { Tasks } from './tasks/tasks';
import { StandingLinks } from './standing-links/standing-links';
import { Users } from './users/users';
import { Webhooks } from './webhooks/webhooks';
import { Bell } from './work/bell';
import { WorkItems } from './work/work-items';
import { Past } from './workflows/past';
import { Workflows } from './workflows/workflows';

const businessNow: Statement = {
  name: 'business-now',
  text: 'select vuosikello.instant(vuosikello.business_now()) as now',
};
const ping: Statement = { name: 'ping', text: 'select 1' };
const whoAmI: Statement = {
  text: `select current_user as role, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`,
};
// A login that was not admitted yet cannot look into the schema: for it, too, the migration is still to be run.
const hasMigrations: Statement = {
  text: `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'vuosikello' and c.relname = 'migration' and has_schema_privilege(n.oid, 'usage')`,
};
// Restored into another cluster: what is written before "migrate" would never come into the log.
const elsewhere: Statement = {
  text: `select from vuosikello.log_epoch where epoch = vuosikello.current_epoch()
           and cluster <> (select system_identifier::text from pg_control_system())`,
};
const lastApplied: Statement = {
  name: 'last-migration',
  text: 'select name from vuosikello.migration order by name desc limit 1',
};
const applied: Statement = { text: 'select name from vuosikello.migration' };

/**
 * Opens the store with a login of the application or of the engine.
 * @throws DatabaseAwayError, MigrationsPendingError, UnsafeRoleError; each message says what to do.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const database = await Database.open(options);
  try {
    await refuseUnsafeRole(database);
    await refuseOldTables(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const bell = new Bell(database);
  const register = new Registers(database, bell);
  const fourEyes = new FourEyes(database);
  const workflows = new Workflows(database, bell, fourEyes);
  const now = businessClock(database);
  const notifications = new Notifications(database, bell);
  return {
    close: async () => {
      await bell.quiet();
      await database.close();
    },
    ping: async () => {
      await database.query(ping, []);
    },
    now,
    connections: () => database.connections,
    migrationLevel: async () => {
      const [row] = await database.query<{ name: string }>(lastApplied, []);
      return { known: migrations.at(-1)?.name ?? '', applied: row?.name ?? '' };
    },
    register,
    plans: new Plans(database, bell),
    keys: new Keys(database),
    users: new Users(database),
    keptAnswers: new KeptAnswers(database),
    links: new Links(database),
    ladders: new Ladders(database, bell),
    standingLinks: new StandingLinks(database),
    calendars: new Calendars(database),
    workflows,
    overviews: new Overviews(database),
    deskSessions: new DeskSessions(database),
    documents: new Documents(database, workflows),
    answers: new Answers(database, bell, workflows),
    work: new WorkItems(database, options),
    proposals: new Proposals(database, bell, workflows, fourEyes),
    silences: new Silences(database),
    notifications,
    digests: new Digests(database, bell, notifications),
    tasks: new Tasks(database),
    deliveries: new Deliveries(database),
    log: new Logs(database),
    replay: new Replays(database),
    duties: new Duties(database, register, now),
    events: new Events(database),
    past: new Past(database),
    records: new Records(database),
    disposals: new Disposals(database),
    access: new Accesses(database),
    operations: new Operations(database, register, bell),
    persons: new Persons(database),
    webhooks: new Webhooks(database),
  };
}

/** Whoever asks while an answer is under way gets the next one, with all the others. */
function businessClock(database: Database): () => Promise<Instant> {
  const asking = new Joining<undefined, Instant>({
    lanes: 1,
    most: 1_000,
    group: () => '',
    run: async (askers) => {
      const [row] = await database.query<{ now: Instant }>(businessNow, []);
      if (!row) throw new Error('business_now gave no row');
      return askers.map(() => row.now);
    },
  });
  return () => asking.do(undefined);
}

async function refuseUnsafeRole(database: Database): Promise<void> {
  const [me] = await database.query<{ role: string; super: boolean; bypass: boolean }>(whoAmI, []);
  if (me?.super) throw new UnsafeRoleError(me.role, 'is a superuser');
  if (me?.bypass) throw new UnsafeRoleError(me.role, 'bypasses row-level security');
}

async function refuseOldTables(database: Database): Promise<void> {
  const tables = await database.query(hasMigrations, []);
  const rows = tables.length > 0 ? await database.query<{ name: string }>(applied, []) : [];
  const done = new Set(rows.map(({ name }) => name));
  const pending = migrations.map(({ name }) => name).filter((name) => !done.has(name));
  if (pending.length > 0) throw new MigrationsPendingError(pending);
  if ((await database.query(elsewhere, [])).length > 0) throw new MigrationsPendingError(['log-epoch']);
}
