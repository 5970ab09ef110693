import type { Instant, Language } from '@app/domain';
import type { NotificationRow } from '../units/rows';

/** A mail that a workflow owes and that has not left. */
export type WaitingMail = Omit<NotificationRow, 'state'> & { owedAt: Instant };

/** A mail as it leaves, with what it carries. `reader` is who reads the mailbox, by an id of the register. */
export type SentMail = {
  at: Instant;
  reader: string;
  recipient: { contactId?: string; via: 'holder' | 'deputy' | 'registry' };
  language: Language;
  mail: { subject: string };
  carries: WaitingMail[];
};

/** Why a mail does not leave: nobody of the register gets it, its day is over, or it cannot be written. */
export type Undelivered = { mail: WaitingMail; reason: 'no-recipient' | 'no-deputy' | 'too-late' | 'not-written' };

export type Collection<Mail extends SentMail = SentMail> = {
  sent: Mail[];
  /** They leave with the mail of another day. */
  waiting: { mail: WaitingMail; until: Instant }[];
  dropped: Undelivered[];
};

/** Writes and sends mails in a simulated year. Whoever simulates brings it: this room cannot write mails. */
export interface Post<Mail extends SentMail = SentMail> {
  /**
   * Goes on mail by mail, when there is time.
   * @param mails all that are to leave now, in the order in which they were owed
   */
  collect(mails: readonly WaitingMail[], now: Instant): Generator<undefined, Collection<Mail>>;
}
