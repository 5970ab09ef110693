import { type KeyRole, keyRoles } from '@app/store';
import { Problem } from '../problems/problem';
import type { Access } from './allow.decorator';
import { notPermitted, scopeChallenge } from './not-permitted';
import { rolesWith } from './permissions';

/** By county, the roles that somebody has there. */
export type Grants = ReadonlyMap<string, ReadonlySet<KeyRole>>;

/** Somebody known: a key, or the holder of a token. */
export type Identity = {
  kind: 'key' | 'user';
  grants: Grants;
  /** Where a key may do less than its role. */
  permissions?: ReadonlySet<string> | undefined;
};

/**
 * In which county and role somebody uses a route. Who has roles in several counties says which by header; of several roles in it the first
 * that may use the route is taken, in the order admin, coordinator, auditor, operator, service.
 * @throws Problem `no-role`, `county-required`, `not-permitted`
 */
export function actingAs(
  { grants, permissions }: Pick<Identity, 'grants' | 'permissions'>,
  asked: string | undefined,
  access: Exclude<Access, 'public'> | undefined,
): { county: string; role: KeyRole } {
  const counties = [...grants.keys()];
  if (asked === undefined && counties.length > 1) throw new Problem('county-required', { allowed: counties });
  const county = asked ?? counties[0];
  const roles = county === undefined ? undefined : grants.get(county);
  if (county === undefined || !roles) throw refused('no-role');
  if (access === undefined) throw refused('not-permitted');
  const role = keyRoles.find((one) => roles.has(one) && rolesWith(access).includes(one));
  if (!role) throw notPermitted(access, 'role');
  if (permissions && !permissions.has(access)) throw notPermitted(access, 'key');
  return { county, role };
}

/** Kinds of problems that say that somebody known asked for what is not for them. */
const refusals: readonly string[] = ['no-role', 'not-permitted'];

/**
 * The same, and a refusal says who it was, for the log: the guard stands before the access log.
 * @param idIn what the log of a county calls them
 * @throws Problem `no-role`, `county-required`, `not-permitted`
 */
export async function knownActingAs(
  identity: Identity,
  asked: string | undefined,
  access: Exclude<Access, 'public'> | undefined,
  idIn: (county: string) => string | Promise<string>,
): Promise<{ county: string; role: KeyRole }> {
  try {
    return actingAs(identity, asked, access);
  } catch (error) {
    if (!(error instanceof Problem) || !refusals.includes(error.kind)) throw error;
    const { kind, grants } = identity;
    const county = asked !== undefined && grants.has(asked) ? asked : [...grants.keys()][0];
    const by = county === undefined ? kind : `${kind}:${await idIn(county)}`;
    const fields = { by, county: county ?? null, permission: access ?? null, why: error.kind };
    throw new Problem(error.kind, { ...error.more, notable: { event: 'refused', fields, often: true } });
  }
}

function refused(kind: 'no-role' | 'not-permitted'): Problem {
  return new Problem(kind, { headers: scopeChallenge });
}
