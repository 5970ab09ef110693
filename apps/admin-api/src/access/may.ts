import type { Caller } from './caller';
import { type Permission, rolesWith } from './permissions';

/** Whether the caller may do what the permission lets one do: what they may not is not offered. */
export function may({ role, permissions }: Pick<Caller, 'role' | 'permissions'>, permission: Permission): boolean {
  return rolesWith(permission).includes(role) && (permissions?.has(permission) ?? true);
}
