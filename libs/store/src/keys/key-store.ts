import type { CivilDate } from '@app/domain';

export const keyRoles = ['admin', 'coordinator', 'auditor', 'operator', 'service'] as const;
export type KeyRole = (typeof keyRoles)[number];

export type NewKey = { county: string; role: KeyRole; label?: string | undefined; expiresOn?: CivilDate | undefined };

export interface KeyStore {
  /** Makes a key `vk_<prefix>_<secret>`; only its hash is kept, so `key` is seen here and never again. */
  create(key: NewKey): Promise<{ id: string; key: string }>;
  /** False when there is no such key in force. With `county` null the key may belong to any county. */
  revoke(county: string | null, id: string): Promise<boolean>;
  /** Whose key it is; undefined when unknown, revoked or expired (from the day after `expiresOn`, Helsinki). */
  authenticate(key: string): Promise<{ id: string; county: string; role: KeyRole } | undefined>;
}
