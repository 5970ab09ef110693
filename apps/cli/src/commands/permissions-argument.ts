import { InvalidArgumentError } from 'commander';
import { type Permission, permissions } from '../../../admin-api/src/access/permissions';

/** Reads an option that lists permissions with commas between them. @throws InvalidArgumentError, which ends with wrong usage. */
export function permissionsArgument(text: string): Permission[] {
  const named = text.split(',').map((one) => one.trim());
  const unknown = named.filter((one) => !Object.hasOwn(permissions, one));
  if (unknown.length > 0)
    throw new InvalidArgumentError(
      `No such permission: ${unknown.join(', ')}. There are ${Object.keys(permissions).join(', ')}.`,
    );
  return [...new Set(named)] as Permission[];
}
