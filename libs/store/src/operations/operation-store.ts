import type { Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { NotificationState } from '../notifications/notification-store';

/** Mail that does not leave: of one county, or with `*` of the whole installation. */
export type MailHold = {
  scope: string;
  /** For whoever finds mail stopped. It cannot be erased: no names of people. */
  reason: string;
  at: Instant;
  by: string;
};

export type MailSwitch = {
  /** The code of a county, or `*`. */
  scope: string;
  reason: string;
  actor: Actor;
};

/** What an operator has done, as the journal keeps it. */
export type Operation = {
  scope: string;
  kind: 'mail-held' | 'mail-released' | 'backed-up' | 'restored';
  at: Instant;
  by: string;
  reason: string | null;
};

/** The database as `doctor` looks at it. */
export type Vitals = {
  /** Of the server, such as `18.4`. */
  postgres: string;
  /** The database's own clock, whatever the business time. */
  clock: Instant;
  /** Connections of engines now. */
  engines: number;
  /** The last of each kind, of the whole installation. */
  lastBackup: Operation | null;
  lastRestore: Operation | null;
};

/** What operators do to the installation, and what they want to know of it. */
export interface OperationStore {
  /**
   * Stops mail: once this has returned no further mail begins to leave; those that are leaving are `underWay`. False in `changed`: it was
   * stopped already, and keeps its reason.
   */
  hold(order: MailSwitch): Promise<{ changed: boolean; underWay: number }>;
  /** Lets mail leave again, unless the other switch holds it; what waited is due at once. False: it was not stopped. */
  release(order: MailSwitch): Promise<boolean>;
  /** The switches that stop the county's mail, the installation's first. */
  holds(county: string): Promise<MailHold[]>;
  /** How many mails of the scope are leaving now. */
  underWay(scope: string): Promise<number>;
  /** The switches of all counties. Needs the engine's login. */
  allHolds(): Promise<MailHold[]>;
  /** How many mails of all counties are in which state. Needs the engine's login. */
  mailCounts(): Promise<Record<NotificationState, number>>;
  vitals(): Promise<Vitals>;
}
