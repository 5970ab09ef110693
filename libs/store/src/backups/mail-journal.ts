import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Instant } from '@app/domain';
import { z } from 'zod';
import type { JournalEntry } from './load';

/** One mail that the mail server has taken: what it was called, and the notifications it carried. Ids only. */
export type SentMail = {
  /** Business time. */
  at: Instant;
  messageId: string;
  county: string;
  notifications: readonly { id: string; template: string; organisation: string }[];
};

const line = z.object({
  at: z.string(),
  messageId: z.string(),
  county: z.string(),
  notifications: z.array(z.object({ id: z.string(), template: z.string(), organisation: z.string() })),
});
const monthly = /^sent-\d{4}-\d\d\.ndjson$/;

/**
 * The mails that have left, in a folder outside the database and outside its backups: after a restore to an earlier moment they count as
 * sent. A file a month, to which several engines add whole lines; a month that is older than the oldest backup may be removed.
 */
export class MailJournal {
  constructor(private readonly folder: string) {}

  /** Adds one mail, before its acceptance is recorded in the database. @throws where the file cannot be written */
  note(mail: SentMail): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = openSync(join(this.folder, `sent-${mail.at.slice(0, 7)}.ndjson`), 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify(mail)}\n`);
    } finally {
      closeSync(file);
    }
  }

  /** What left at the moment or later, notification by notification. A line that was cut off says nothing. */
  async *since(moment: string): AsyncGenerator<JournalEntry> {
    for (const name of this.files().filter((file) => file.slice(5, 12) >= moment.slice(0, 7))) {
      const lines = createInterface({ input: createReadStream(join(this.folder, name)), crlfDelay: Infinity });
      for await (const text of lines) {
        const mail = parsed(text);
        if (mail === undefined || mail.at < moment) continue;
        const { at, messageId, county } = mail;
        for (const { id, template, organisation } of mail.notifications)
          yield { at, messageId, county, notification: id, template, organisation };
      }
    }
  }

  private files(): string[] {
    try {
      return readdirSync(this.folder)
        .filter((name) => monthly.test(name))
        .sort();
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw cause;
    }
  }
}

function parsed(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
