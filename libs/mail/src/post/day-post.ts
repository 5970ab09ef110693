import {
  addDays,
  helsinkiDate,
  helsinkiInstant,
  type Instant,
  type Language,
  nextSendingMorning,
  type Recipient,
  type Register,
  sendingTimeOnOrAfter,
} from '@app/domain';
import { composeDigest, ComposeError } from '../compose/compose';
import { personKey } from '../compose/person-key';
import { placeholderLink } from '../compose/preview';
import { type MailTo, recipientOf } from '../compose/recipient';
import { leavingOf } from '../leaving';
import { type Mail, MailDataError } from '../template';
import { trueUntilOf } from '../urgency';

/** A mail that is owed, as the post takes it. */
export type PostedMail = {
  id: string;
  workflow: string;
  template: string;
  to: MailTo;
  data: unknown;
  owedAt: Instant;
  link?: boolean | undefined;
};

/** A mail as it leaves: one that is owed, or several of a day to one reader. */
export type Letter<Owed extends PostedMail> = {
  at: Instant;
  /** Who reads the mailbox; see `personKey`. */
  reader: string;
  recipient: Recipient;
  language: Language;
  carries: Owed[];
  mail: Mail;
};

export type Undelivered<Owed> = { mail: Owed; reason: 'no-recipient' | 'no-deputy' | 'too-late' | 'not-written' };

export type Collection<Owed extends PostedMail> = {
  sent: Letter<Owed>[];
  waiting: { mail: Owed; until: Instant }[];
  dropped: Undelivered<Owed>[];
};

/**
 * Sends the mails of a county on paper: by the rules of the sending hours, of the digest, of who receives a mail and until when it says
 * what is so. Rate limits, holds, silences and what a mail server does are not among them. No link is issued.
 */
export class DayPost<Owed extends PostedMail> {
  /** By reader: the day whose routine mail has left. */
  private readonly left = new Map<string, string>();

  constructor(private readonly register: Register) {}

  /**
   * Goes on mail by mail: writing many at once takes its time.
   * @param mails all that are to leave now, in the order in which they were owed
   */
  *collect(mails: readonly Owed[], now: Instant): Generator<undefined, Collection<Owed>> {
    const collection: Collection<Owed> = { sent: [], waiting: [], dropped: [] };
    const leavesAt = sendingTimeOnOrAfter(now);
    const together = new Map<string, { recipient: Recipient; carries: Owed[] }>();
    for (const mail of mails) {
      if (leavesAt > now) collection.waiting.push({ mail, until: leavesAt });
      else this.sort(mail, now, collection, together);
      yield;
    }
    for (const [reader, { recipient, carries }] of together) {
      this.left.set(reader, helsinkiDate(now));
      this.send({ reader, recipient, carries }, now, collection);
      yield;
    }
    return collection;
  }

  private sort(
    mail: Owed,
    now: Instant,
    collection: Collection<Owed>,
    together: Map<string, { recipient: Recipient; carries: Owed[] }>,
  ): void {
    const today = helsinkiDate(now);
    if (isOver(mail, now)) return void collection.dropped.push({ mail, reason: 'too-late' });
    const recipient = recipientOf(this.register, mail.to, today);
    if (!recipient) {
      const reason = mail.to.audience.startsWith('deputy-of-') ? 'no-deputy' : 'no-recipient';
      return void collection.dropped.push({ mail, reason });
    }
    const reader = personKey(this.register, recipient);
    const next = nextSendingMorning(now);
    const days = { today, nextOn: helsinkiDate(next), hasLeft: this.left.get(reader) === today };
    switch (leavingOf(mail.template, mail.data, days)) {
      case 'alone':
        return this.send({ reader, recipient, carries: [mail] }, now, collection);
      case 'next-day':
        return void collection.waiting.push({ mail, until: next });
      case 'together': {
        const known = together.get(reader);
        if (known) known.carries.push(mail);
        else together.set(reader, { recipient, carries: [mail] });
      }
    }
  }

  private send(
    letter: { reader: string; recipient: Recipient; carries: Owed[] },
    at: Instant,
    { sent, dropped }: Collection<Owed>,
  ): void {
    const { recipient, carries } = letter;
    const { language } = recipient;
    try {
      const items = carries.map((notification) => ({
        notification,
        link: notification.link ? placeholderLink[language] : undefined,
      }));
      const mail = composeDigest({ register: this.register, recipient, on: helsinkiDate(at), items });
      sent.push({ at, ...letter, language, mail });
    } catch (error) {
      if (!(error instanceof ComposeError) && !(error instanceof MailDataError)) throw error;
      dropped.push(...carries.map((mail) => ({ mail, reason: 'not-written' as const })));
    }
  }
}

/** Whether the day that the mail speaks of as ahead is over. */
function isOver({ template, data, owedAt }: PostedMail, now: Instant): boolean {
  const day = trueUntilOf(template, data);
  return day !== undefined && day >= helsinkiDate(owedAt) && now >= helsinkiInstant(addDays(day, 1), '00:00');
}
