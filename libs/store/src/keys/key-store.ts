import type { CivilDate, Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

export const keyRoles = ['admin', 'coordinator', 'auditor', 'operator', 'service'] as const;
export type KeyRole = (typeof keyRoles)[number];

export type NewKey = {
  county: string;
  role: KeyRole;
  label?: string | undefined;
  /** The last day on which it works, Helsinki time. */
  expiresOn?: CivilDate | undefined;
  /** The permissions of its role that it has; all of them unless told otherwise. */
  permissions?: readonly string[] | undefined;
  /** What a repeated request is known by, within the county. */
  request?: string | undefined;
};

/** A key as it is listed: the key itself is never seen again. */
export type ApiKey = {
  id: string;
  county: string;
  role: KeyRole;
  label: string | null;
  permissions: string[] | null;
  createdAt: Instant;
  /** Ids of whoever made and revoked it; null where that was not recorded. */
  madeBy: string | null;
  expiresOn: CivilDate | null;
  /** To the minute; null where it was never used. */
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
  revokedBy: string | null;
};

export type KeyAnswer = { outcome: 'made'; id: string; key: string } | { outcome: 'repeated'; before: ApiKey };

export interface KeyStore {
  /**
   * Makes a key `vk_<prefix>_<secret>`; only its hash is kept, so `key` is seen here and never again. The log is told, unless nobody
   * made it: those of demos and tests come with their database.
   */
  create(key: Omit<NewKey, 'request'>, by?: Actor): Promise<{ id: string; key: string }>;
  /** The same for a request that may be repeated: it makes one key, and says of which it was when it comes again. */
  request(key: NewKey & { request: string }, by: Actor): Promise<KeyAnswer>;
  /** The keys of a county, those out of use too unless only the ones in force are asked for. By id. */
  list(county: string, filter: { inForce: boolean }, page: Page): Promise<Listed<ApiKey>>;
  /** False when there is no such key in force. With `county` null the key may belong to any county. The log is told by whom, unless by nobody. */
  revoke(county: string | null, id: string, by?: Actor): Promise<boolean>;
  /** Whose key it is; undefined when unknown, revoked or expired (from the day after `expiresOn`, Helsinki). */
  authenticate(
    key: string,
  ): Promise<{ id: string; county: string; role: KeyRole; permissions: string[] | null } | undefined>;
  /** Notes that a key is in use, to the minute. */
  noteUse(county: string, id: string): Promise<void>;
}
