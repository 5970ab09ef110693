import type { Instant } from '@app/domain';

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
  /** `again`: the report said nothing that was not known. */
  outcome: 'marked' | 'recorded' | 'again' | 'unknown-mail';
  notifications: string[];
  contacts: string[];
};

/** By workflow and organisation, parted by a space: when the relay first took a mail to it that has not come back. */
export type HandedOver = ReadonlyMap<string, Instant>;

export interface DeliveryStore {
  /**
   * Notes what became of mails after the relay had taken them. A failure marks the notification as bounced; where it says that the
   * address is dead, the contact is passed over from now on. Either is a task. A report on a mail that is not the county's, or
   * not sent under that Message-ID, changes nothing.
   */
  note(county: string, report: NotedReport): Promise<Noted>;
  handedOver(county: string, workflows: readonly string[]): Promise<HandedOver>;
  /** Writes to the contact again: the mark was wrong, or the mailbox works. False where there was none. */
  clear(county: string, contact: string): Promise<boolean>;
}
