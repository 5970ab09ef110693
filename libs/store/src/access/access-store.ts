import type { Instant } from '@app/domain';
import type { Listed, Page } from '../workflows/workflow-store';

/** What was read. The first word says of what kind it is; exports and dossiers are disclosures, the others use. */
export const accessKinds = [
  'register',
  'contact',
  'plan',
  'workflow',
  'answer',
  'document',
  'event',
  'notification',
  'task',
  'duty',
  'calendar',
  'link',
  'key',
  'dossier',
  'export',
  'access-log',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** Somebody read, or tried to read, something that can hold personal data or belongs to an official document. */
export type Access = {
  county: string;
  /** Id of the key, link or calendar; or of the command line's user. Never a name. */
  actor: string;
  role: string;
  what: AccessKind;
  /** Id of what was read; null where it was a list. */
  subject: string | null;
  /** The route or the command, without the values in it: `GET /v1/workflows/{id}`, `log export`. */
  how: string;
  /** What the list was narrowed by: ids, dates and states only, never what somebody typed about a person. */
  filter?: Readonly<Record<string, string>> | undefined;
  /** `refused`: it was not given out, for instance as it is of another county. `given` unless told otherwise. */
  outcome?: 'given' | 'refused' | undefined;
};

export type AccessEntry = Required<Omit<Access, 'filter'>> & {
  /** Counted through all counties: later entries have greater ones. */
  id: string;
  at: Instant;
  filter: Readonly<Record<string, string>> | null;
};

export type AccessFilter = {
  actor?: string | undefined;
  what?: AccessKind | undefined;
  subject?: string | undefined;
  /** Inclusive. */
  from?: Instant | undefined;
  /** Exclusive. */
  to?: Instant | undefined;
};

/** Who read or exported what (Act 906/2019, section 17). Kept apart from the event log, and purged after a time of its own. */
export interface AccessStore {
  /**
   * Notes an access, at the database's business time. Resolves when it is stored, many together in one transaction: what is to be
   * given out waits for that. @throws DatabaseAwayError: then nothing is to be given out either
   */
  note(access: Access): Promise<void>;
  /** The newest first. */
  list(county: string, filter: AccessFilter, page: Page): Promise<Listed<AccessEntry>>;
  /** Removes what is older than so many days, of all counties, so many notes at most; gives how much that was. */
  purge(olderThanDays: number, most: number): Promise<number>;
}
