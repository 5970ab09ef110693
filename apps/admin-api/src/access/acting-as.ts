import { type KeyRole, keyRoles } from '@app/store';
import { Problem } from '../problems/problem';
import type { Access } from './allow.decorator';
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
  if (access === undefined || (permissions && !permissions.has(access))) throw refused('not-permitted');
  const role = keyRoles.find((one) => roles.has(one) && rolesWith(access).includes(one));
  if (!role) throw refused('not-permitted');
  return { county, role };
}

function refused(kind: 'no-role' | 'not-permitted'): Problem {
  const challenge = 'Bearer realm="vuosikello", error="insufficient_scope"';
  return new Problem(kind, { headers: { 'WWW-Authenticate': challenge } });
}
