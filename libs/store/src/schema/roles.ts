import type { Client } from 'pg';
import { escapeIdentifier } from 'pg';

/** The roles that own functions and do nothing else: what such a function may, nobody may otherwise. */
const functionOwners = ['vuosikello_claims', 'vuosikello_disposal'] as const;

/** Acted as by the owner alone, for what each of them may and nobody else. */
const actedAs = [...functionOwners, 'vuosikello_backup'] as const;

/**
 * The group roles. Rights belong to them and never to a login: `vuosikello_app` acts inside one county, `vuosikello_engine` claims work
 * too, `vuosikello_auditor` reads the log and what it speaks of. `vuosikello_claims` owns the few functions that look across counties,
 * `vuosikello_disposal` those that take personal data out of what is otherwise append-only. `vuosikello_backup` reads all there is.
 */
const groups = ['vuosikello_app', 'vuosikello_engine', 'vuosikello_auditor', ...actedAs] as const;

export type Logins = { appLogins: string[]; engineLogins: string[] };

// Roles belong to the whole server: another database of it may be preparing the same ones at this moment.
const madeBySomebodyElse = new Set(['42710', '23505']);
const updatedBySomebodyElse = /concurrently (updated|deleted)/;
const attempts = 20;

/** Creates the group roles where they are missing. Safe to run from several databases of a server at once. */
export async function ensureGroups(owner: Client): Promise<void> {
  for (const role of groups) {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await settled(owner, `create role ${role} nologin`);
  }
  await ensureMember(owner, 'vuosikello_app', 'vuosikello_engine');
  for (const role of actedAs) await ensureOwnerMayActAs(owner, role);
}

/** Lets the logins act in the group roles. @throws when a login does not exist: it is the administrator who makes logins. */
export async function admitLogins(owner: Client, { appLogins, engineLogins }: Logins): Promise<void> {
  for (const login of appLogins) await ensureMember(owner, 'vuosikello_app', login);
  for (const login of engineLogins) await ensureMember(owner, 'vuosikello_engine', login);
}

/** Who gives functions to a role or acts as it for a while needs none of its rights otherwise. */
async function ensureOwnerMayActAs(owner: Client, role: (typeof actedAs)[number]): Promise<void> {
  const { rows } = await owner.query<{ me: string; version: number }>(
    `select current_user as me, current_setting('server_version_num')::integer as version`,
  );
  for (const { me, version } of rows) {
    await ensureMember(owner, role, me, version >= 160_000 ? ' with inherit false, set true' : '');
  }
}

async function ensureMember(owner: Client, group: string, member: string, how = ''): Promise<void> {
  // The membership that comes with having created a role (granted by a superuser, admin only) lets nobody act in it.
  const { rowCount } = await owner.query(
    `select from pg_auth_members m
     join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member join pg_roles o on o.oid = m.grantor
     where g.rolname = $1 and u.rolname = $2 and not (m.admin_option and o.rolsuper)`,
    [group, member],
  );
  if (rowCount === 0) await settled(owner, `grant ${group} to ${escapeIdentifier(member)}${how}`);
}

/** Runs a statement until it succeeds or somebody else has done the same. */
async function settled(owner: Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.query(statement);
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code !== undefined && madeBySomebodyElse.has(code)) return;
      if (!updatedBySomebodyElse.test(message) || attempt >= attempts) throw error;
    }
  }
}
