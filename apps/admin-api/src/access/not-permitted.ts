import type { Language } from '@app/domain';
import { roleName } from '@app/workflows';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { type Permission, rolesWith } from './permissions';

/** The scheme in which a caller who is known is told that it may not do this (RFC 6750, section 3.1). */
export const scopeChallenge = { 'WWW-Authenticate': 'Bearer realm="vuosikello", error="insufficient_scope"' };

/** Whose limit it is: no role of theirs has the permission, or the role has it and the key was made without it. */
export type Limit = 'role' | 'key';

/** Names the permission that is missing, the roles that have it, and whether the role or the key is the limit. */
export function notPermitted(permission: Permission, limit: Limit): Problem {
  const roles = rolesWith(permission);
  const named = (language: Language) =>
    roles.map((role) => `${roleName(role)?.[language] ?? role} (${role})`).join(', ');
  const detail =
    limit === 'role'
      ? text(
          `Roolillasi ei ole tähän oikeutta (${permission}). Oikeus on näillä rooleilla: ${named('fi')}.`,
          `Din roll har inte rätt till detta (${permission}). Följande roller har rätten: ${named('sv')}.`,
          `Your role does not have the permission for this (${permission}). These roles have it: ${named('en')}.`,
        )
      : text(
          `Avaimellasi ei ole tähän oikeutta (${permission}), vaikka sen roolilla on. Käytä avainta, jolle oikeus on annettu. Oikeus on näillä rooleilla: ${named('fi')}.`,
          `Din nyckel har inte rätt till detta (${permission}), fastän dess roll har det. Använd en nyckel som har fått rätten. Följande roller har rätten: ${named('sv')}.`,
          `Your key does not have the permission for this (${permission}), though its role does. Use a key that was given it. These roles have it: ${named('en')}.`,
        );
  return new Problem('not-permitted', { detail, allowed: roles, headers: scopeChallenge });
}
