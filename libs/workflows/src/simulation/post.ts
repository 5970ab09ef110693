import type { Instant } from '@app/domain';
import type { NotificationRow } from '../units/unit';

/** A mail that a workflow owes and that has not left. */
export type WaitingMail = Omit<NotificationRow, 'state'> & { owedAt: Instant };

/** A mail as it leaves, with what it carries. `reader` is who reads the mailbox, by an id of the register. */
export type SentMail = {
  at: Instant;
  reader: string;
  contact: string | null;
  email: string;
  name: string | null;
  language: string;
  subject: string;
  carries: WaitingMail[];
};

/** What becomes of mails whose time to leave has come. */
export type Collected<Mail extends SentMail = SentMail> = {
  sent: Mail[];
  /** They leave with the mail of another day. */
  waiting: { mail: WaitingMail; until: Instant }[];
  /** Nobody of the register gets them, or their day is over. */
  dropped: { mail: WaitingMail; reason: 'no-recipient' | 'no-deputy' | 'too-late' }[];
};

/** Writes and sends mails in a simulated year. Whoever simulates brings it: this room cannot write mails. */
export interface Post<Mail extends SentMail = SentMail> {
  /** @param mails all that are to leave now, in the order in which they were owed */
  collect(mails: readonly WaitingMail[], now: Instant): Collected<Mail>;
}
