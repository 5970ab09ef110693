import { MailJournal } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS } from '../tokens';
import type { SmtpOutcome } from './classify-smtp-outcome';
import type { Batch, WrittenMail } from './letters';

/** Keeps outside the database what the mail server has taken, for the day on which the database is restored. */
@Injectable()
export class Journal {
  private readonly journal: MailJournal | undefined;

  constructor(
    @Inject(SETTINGS) { mail }: Settings,
    private readonly log: JsonLogger,
  ) {
    this.journal = mail.journalDir === undefined ? undefined : new MailJournal(mail.journalDir);
  }

  /** The mail has left, whether or not that can be noted: it is said in the engine's log, and recorded in the database as ever. */
  note({ kind }: SmtpOutcome, county: string, { notifications, now }: Batch, { names }: WrittenMail): void {
    if (kind !== 'accepted' || this.journal === undefined) return;
    try {
      this.journal.note({
        at: now,
        messageId: names.messageId,
        county,
        notifications: notifications.map(({ id, template, to }) => ({ id, template, organisation: to.organisation })),
      });
    } catch (error) {
      this.log.error('A MAIL THAT LEFT IS NOT IN THE JOURNAL; after a restore it would be sent again', {
        messageId: names.messageId,
        ...errorFacts(error),
      });
    }
  }
}
