import { domainToASCII } from 'node:url';
import { addMs, helsinkiDate, type Instant, nameIn, type Recipient, type Register } from '@app/domain';
import { askedOf, composeDigest, type Mail, messageIdFor } from '@app/mail';
import type { Notification, Sent, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { SETTINGS, STORE } from '../tokens';
import type { OutgoingMail } from './transport';

/** Notifications that leave as one mail now, and to whom. */
export type Batch = { notifications: readonly Notification[]; register: Register; recipient: Recipient; now: Instant };

const linkDays = 180;
const dayMs = 86_400_000;

/** Writes mails: as they are kept, and as they go out. */
@Injectable()
export class Letters {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The Message-ID of what is called so: of a notification that goes alone, or of a digest. */
  messageId(id: string): string {
    const [, domain = ''] = this.settings.mail.from.split('@');
    return messageIdFor(id, domainToASCII(domain));
  }

  /**
   * What is recorded before it goes out. The secrets of the links are not kept: whoever reads the record must not be able to answer
   * with them. @throws ComposeError @throws MailDataError
   */
  kept(id: string, batch: Batch): Sent {
    const { contactId, language } = batch.recipient;
    const links = batch.notifications.map(({ link }) => (link ? this.pageAddress('…') : undefined));
    const { subject, text, html } = this.write(batch, links);
    return { messageId: this.messageId(id), contact: contactId ?? null, language, subject, text, html };
  }

  /** With a new link for each notification that has one. */
  async withLinks(batch: Batch): Promise<Mail> {
    const links: (string | undefined)[] = [];
    for (const notification of batch.notifications)
      links.push(notification.link ? await this.issueLink(notification, batch) : undefined);
    return this.write(batch, links);
  }

  outgoing(id: string, { register, recipient, now }: Batch, mail: Mail): OutgoingMail {
    const { mode, from, replyTo } = this.settings.mail;
    const redirected = mode.kind === 'redirect';
    const asked = replyTo ?? askedOf(register, helsinkiDate(now), replyTo)?.email;
    return {
      ...mail,
      messageId: this.messageId(id),
      from: { name: nameIn(register.county.name, recipient.language), address: from },
      to: { name: recipient.name ?? '', address: redirected ? mode.to : recipient.email },
      ...(asked !== undefined && { replyTo: asked }),
      date: new Date(now),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(redirected && { 'X-Original-To': recipient.email }),
      },
    };
  }

  private write({ notifications, register, recipient, now }: Batch, links: readonly (string | undefined)[]): Mail {
    const items = notifications.map((notification, index) => ({ notification, link: links[index] }));
    const { replyTo } = this.settings.mail;
    return composeDigest({ register, recipient, on: helsinkiDate(now), replyTo, items });
  }

  private async issueLink({ county, workflow, id }: Notification, { recipient, now }: Batch): Promise<string> {
    const contact = recipient.contactId ?? null;
    const expiresAt = addMs(now, linkDays * dayMs);
    return this.pageAddress(await this.store.links.issue({ county, workflow, notification: id, contact, expiresAt }));
  }

  private pageAddress(token: string): string {
    return `${this.settings.publicUrl}/r/${token}`;
  }
}
