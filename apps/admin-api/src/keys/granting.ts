import { text } from '../language/text';
import type { Caller } from '../access/caller';
import { rolesWith } from '../access/permissions';
import { Problem } from '../problems/problem';
import type { NewKeyBody } from './key.schema';

/**
 * Nobody gives what they do not have: a key that is held to some permissions makes keys with those at most. An admin who is not makes keys of
 * every role. @throws Problem 422 that names each permission that will not do
 */
export function requireGrantable(caller: Pick<Caller, 'permissions'>, { role, permissions }: NewKeyBody): void {
  const own = caller.permissions;
  if (own && !permissions) {
    const message = text(
      `Avaimellasi on vain osa roolinsa oikeuksista. Luettele uudelle avaimelle oikeuksia näistä: ${[...own].join(', ')}.`,
      `Din nyckel har bara en del av sin rolls rättigheter. Räkna upp rättigheter för den nya nyckeln bland dessa: ${[...own].join(', ')}.`,
      `Your key has only some permissions of its role. List those of the new key, out of these: ${[...own].join(', ')}.`,
    );
    throw new Problem('invalid-data', {
      detail: message,
      errors: [{ path: 'permissions', code: 'required', message }],
    });
  }
  const errors = (permissions ?? []).flatMap((permission, index) => {
    const path = `permissions.${index}`;
    if (!rolesWith(permission).includes(role))
      return [{ path, code: 'not-of-role', message: notOfRole(permission, role) }];
    return own && !own.has(permission) ? [{ path, code: 'not-own', message: notOwn(permission) }] : [];
  });
  if (errors.length > 0) throw new Problem('invalid-data', { errors });
}

function notOfRole(permission: string, role: string) {
  return text(
    `Roolilla ${role} ei ole oikeutta ${permission}.`,
    `Rollen ${role} har inte rättigheten ${permission}.`,
    `The role ${role} does not have the permission ${permission}.`,
  );
}

function notOwn(permission: string) {
  return text(
    `Et voi antaa oikeutta ${permission}, jota avaimellasi ei ole.`,
    `Du kan inte ge rättigheten ${permission}, som din nyckel inte har.`,
    `You cannot give the permission ${permission}, which your key does not have.`,
  );
}
