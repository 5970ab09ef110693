import type { Instant } from '@app/domain';
import type { Notification } from '../notifications/notification-store';

/** What a delivery report says of one mail, as the mail library has read it. */
export type NotedReport = {
  messageId: string | null;
  envelopeId: string | null;
  recipients: readonly {
    addresses: readonly string[];
    action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
    status: string;
  }[];
};

/** What a report has changed: which notifications it was about, and which contacts are not written to any more. */
export type Noted = {
  /**
   * `again`: the report said nothing that was not known. `other-recipient`: the mail is ours, and went to none of the addresses that are
   * reported on. `unknown-mail`: no mail of the county has that name.
   */
  outcome: 'marked' | 'recorded' | 'again' | 'other-recipient' | 'unknown-mail';
  notifications: string[];
  contacts: string[];
};

/** A mail of a workflow, and what is known of its way. */
export type SentMail = Pick<
  Notification,
  'id' | 'workflow' | 'template' | 'to' | 'state' | 'bounced' | 'owedAt' | 'sentAt'
>;

/** By workflow and organisation, parted by a space: when the relay first took a mail to it that has not come back. */
export type HandedOver = ReadonlyMap<string, Instant>;

export interface DeliveryStore {
  /** What mails are named with, so that their names cannot be guessed. For the engine. */
  messageSecret(): Promise<Uint8Array>;
  /**
   * Notes what became of mails after the relay had taken them. A failure marks the notification as bounced; where it says that the
   * address is dead, the contact is passed over from now on. Either is a task. A report counts for a mail only where it reports on the
   * address that the mail was sent to. A failure that fits no mail of the county, by its name or by its recipient, changes nothing about
   * any, and is a task.
   */
  note(county: string, report: NotedReport): Promise<Noted>;
  handedOver(county: string, workflows: readonly string[]): Promise<HandedOver>;
  /** The mails of the workflows, in the order in which they were owed. */
  sentOf(county: string, workflows: readonly string[]): Promise<SentMail[]>;
  /** Writes to the contact again: the mark was wrong, or the mailbox works. False where there was none. */
  clear(county: string, contact: string): Promise<boolean>;
}
