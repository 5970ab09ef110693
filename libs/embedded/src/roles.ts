import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { codeOf } from './error-code';
import { DatabaseError } from './postgres-errors';
import type { Passwords, PostgresUser } from './secrets';
import { waitFor } from './wait';

/** The role each kind of user logs in as. */
export const LOGINS: Readonly<Record<PostgresUser, string>> = {
  superuser: 'postgres',
  owner: 'vuosikello_owner',
  app: 'vuosikello_app_login',
  engine: 'vuosikello_engine_login',
  queue: 'vuosikello_queue_login',
  auditor: 'vuosikello_auditor_login',
};

/** The database that the product uses unless told otherwise. */
export const DATABASE = 'vuosikello';

const QUEUE_SCHEMA = 'bullmq';
const MAINTENANCE = 'postgres';
const CONNECT_LIMIT_MS = 10_000;
const QUERY_LIMIT_MS = 60_000;
const TEMPLATE_LIMIT_MS = 10_000;
/** `object_in_use`: somebody is still connected to the template. */
const OBJECT_IN_USE = '55006';

/** Where a server is and how its superuser logs in. */
export type Access = { readonly port: number; readonly passwords: Passwords };

/** Runs the work on one superuser connection and closes it. */
export async function asSuperuser<T>(
  { port, passwords }: Access,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: LOGINS.superuser,
    password: passwords.superuser,
    database,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
    application_name: 'vuosikello-embedded',
  });
  // Without a listener a connection that dies between two queries would end the process; the next query reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the roles and the database `vuosikello` where they are missing. The logins are created by the owner, so that
 * the owner holds ADMIN OPTION on them; no login is a superuser or passes row-level security.
 */
export async function prepareServer(access: Access): Promise<void> {
  await asSuperuser(access, MAINTENANCE, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('vuosikello.embedded'))");
    // A statement that fails is written to the log, and these statements carry passwords.
    await client.query("set log_min_error_statement = 'panic'");
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const present = new Set(rows.map((row) => row.rolname));
    const create = async (user: PostgresUser, attributes: string): Promise<void> => {
      if (!present.has(LOGINS[user])) {
        const password = escapeLiteral(access.passwords[user]);
        await client.query(
          `create role ${LOGINS[user]} login nosuperuser nobypassrls ${attributes} password ${password}`,
        );
      }
    };
    await create('owner', 'createrole');
    await client.query(`set role ${LOGINS.owner}`);
    await create('app', '');
    await create('engine', '');
    await create('queue', '');
    await create('auditor', '');
    await client.query(`alter role ${LOGINS.queue} set search_path = ${QUEUE_SCHEMA}`);
    await client.query('reset role');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE} owner ${LOGINS.owner}`);
    }
  });
  await prepareDatabase(access, DATABASE);
}

/**
 * Creates a database of the owner, empty but for the queue's schema, or as a copy of `template`. Waits up to 10 s for
 * connections to the template to close, since PostgreSQL copies only what nobody uses.
 * @throws DatabaseError when the name is taken, or the template missing or still in use.
 */
export async function createDatabase(access: Access, name: string, template: string | undefined): Promise<void> {
  const source = template === undefined ? '' : ` template ${escapeIdentifier(template)}`;
  const statement = `create database ${escapeIdentifier(name)} owner ${LOGINS.owner}${source}`;
  await asSuperuser(access, MAINTENANCE, async (client) => {
    let refusal: unknown;
    const attempt = async (): Promise<true | undefined> => {
      try {
        await client.query(statement);
        return true;
      } catch (error) {
        if (codeOf(error) !== OBJECT_IN_USE) {
          throw notCreated(name, error);
        }
        refusal = error;
        return undefined;
      }
    };
    if (!(await waitFor(attempt, TEMPLATE_LIMIT_MS))) {
      throw notCreated(name, refusal);
    }
  });
  await prepareDatabase(access, name);
}

/** Drops a database and every connection to it. Nothing happens when there is none of that name. */
export async function dropDatabase(access: Access, name: string): Promise<void> {
  if (name === DATABASE || name === MAINTENANCE) {
    throw new DatabaseError(`The database ${name} is not dropped: the server needs it.`);
  }
  await asSuperuser(access, MAINTENANCE, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  );
}

/** Whether the server keeps what it has acknowledged when the machine loses power. */
export async function isDurable(access: Access): Promise<boolean> {
  return asSuperuser(access, MAINTENANCE, async (client) => {
    const { rows } = await client.query<{ durable: boolean }>(
      "select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on' as durable",
    );
    return rows[0]?.durable === true;
  });
}

/** Privileges on a database do not travel with a template, so each database gets them. */
async function prepareDatabase(access: Access, name: string): Promise<void> {
  await asSuperuser(access, name, async (client) => {
    // BullMQ's migrations say `create schema if not exists`, which asks for this right even when the schema exists.
    await client.query(`grant create on database ${escapeIdentifier(name)} to ${LOGINS.queue}`);
    await client.query(`create schema if not exists ${QUEUE_SCHEMA} authorization ${LOGINS.queue}`);
  });
}

function notCreated(name: string, cause: unknown): DatabaseError {
  const reason = cause instanceof Error ? cause.message : 'no reason was given';
  return new DatabaseError(`The database ${name} was not created: ${reason}.`, { cause });
}
