import { addMs, helsinkiDate, type Instant, nameIn, type Recipient, type Register } from '@app/domain';
import { askedOf, composeDigest, deliveriesOf, type Mail } from '@app/mail';
import type { NewLink, Notification, Sent, Store } from '@app/store';
import type { Json } from '@app/workflows';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { SETTINGS, STORE } from '../tokens';
import { inAscii } from './address-in-ascii';
import { headersOf, type MailNames, mailNamesOf } from './headers';
import type { OutgoingMail } from './transport';

/** Notifications that leave as one mail now, and to whom. */
export type Batch = { notifications: readonly Notification[]; register: Register; recipient: Recipient; now: Instant };

type DrawnLink = { link: NewLink; token: string };

/** A mail as it goes out, and as it is recorded before. Its links open nothing before they are issued. */
export type WrittenMail = { mail: Mail; names: MailNames; kept: Sent; links: readonly DrawnLink[] };

const linkDays = 180;
const dayMs = 86_400_000;

/** Writes mails: as they are kept, and as they go out. */
@Injectable()
export class Letters implements OnModuleInit {
  private secret: Uint8Array = new Uint8Array();

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    this.secret = await this.store.deliveries.messageSecret();
  }

  /**
   * Writes what is called `id` (a notification that goes alone, or a digest), with a new link for each notification that has one. The
   * secrets of the links are not kept: whoever reads the record must not be able to answer with them.
   * @throws ComposeError @throws MailDataError
   */
  async write(id: string, batch: Batch): Promise<WrittenMail> {
    const tokens = batch.notifications.map(({ link }) => (link ? this.store.links.draw() : undefined));
    const mail = this.compose(
      { ...batch, notifications: await Promise.all(batch.notifications.map((one) => this.withWhatIsKnown(one))) },
      tokens.map((token) => token && this.pageAddress(token)),
    );
    const without = (said: string) =>
      tokens.reduce<string>((text, token) => (token ? text.replaceAll(token, '…') : text), said);
    const { contactId, language } = batch.recipient;
    const names = this.namesOf(id, batch);
    const kept = {
      messageId: names.messageId,
      sentTo: inAscii(this.addressFor(batch.recipient)),
      // What is redirected goes to nobody of the register, and says nothing about anybody's address.
      contact: this.settings.mail.mode.kind === 'redirect' ? null : (contactId ?? null),
      language,
      subject: mail.subject,
      text: without(mail.text),
      html: without(mail.html),
    };
    const links = batch.notifications.flatMap((notification, index) => {
      const token = tokens[index];
      return token === undefined ? [] : [{ token, link: linkTo(notification, batch) }];
    });
    return { mail, names, kept, links };
  }

  /** Asked once the mail is sure to leave: what has been issued opens its page. */
  async issueLinks({ links }: WrittenMail): Promise<void> {
    await Promise.all(links.map(({ link, token }) => this.store.links.issueToSend(link, token)));
  }

  outgoing({ register, recipient, now }: Batch, { mail, names }: WrittenMail): OutgoingMail {
    const { mail: settings, sending } = this.settings;
    const { mode, from, replyTo } = settings;
    const asked = replyTo ?? askedOf(register, helsinkiDate(now), replyTo)?.email;
    return {
      ...mail,
      ...names,
      from: { name: nameIn(register.county.name, recipient.language), address: from },
      to: { name: recipient.name ?? '', address: this.addressFor(recipient) },
      bouncesTo: sending.bouncesTo,
      ...(asked !== undefined && { replyTo: asked }),
      date: new Date(now),
      headers: {
        ...headersOf({ county: register.county.code, from }),
        ...(mode.kind === 'redirect' && { 'X-Original-To': recipient.email }),
      },
    };
  }

  /** Where the mail really goes: every mail to one address where the settings say so. */
  addressFor({ email }: Recipient): string {
    const { mode } = this.settings.mail;
    return mode.kind === 'redirect' ? mode.to : email;
  }

  /** What stands beside the workflows, and is read when the mail leaves. */
  private async withWhatIsKnown(notification: Notification): Promise<Notification> {
    if (notification.template === 'nobody-reached') return this.withDeliveries(notification);
    return notification.template === 'registry-copy' ? this.withDocumentNames(notification) : notification;
  }

  /** What the files that go to the registry are called. */
  private async withDocumentNames(notification: Notification): Promise<Notification> {
    const { county, workflow, data } = notification;
    const { documents = [] } = data as { documents?: { id: string }[] };
    if (documents.length === 0) return notification;
    const names = await this.store.documents.names(county, workflow);
    const named = documents.map((document) => ({ ...document, name: names.get(document.id) }));
    return { ...notification, data: { ...(data as object), documents: named } as Json };
  }

  /** What became of the mails so far, as it is now: others of this morning may have left since it was owed. */
  private async withDeliveries(notification: Notification): Promise<Notification> {
    const { county, workflow, data } = notification;
    const sent = await this.store.deliveries.sentOf(county, [workflow]);
    const { concerns } = data as { concerns?: string };
    const deliveries = deliveriesOf(sent.filter(({ to }) => to.organisation === concerns));
    return { ...notification, data: { ...(data as object), deliveries } as Json };
  }

  private namesOf(id: string, { register }: Batch): MailNames {
    return mailNamesOf({ county: register.county.code, from: this.settings.mail.from }, id, this.secret);
  }

  private compose({ notifications, register, recipient, now }: Batch, links: readonly (string | undefined)[]): Mail {
    const items = notifications.map((notification, index) => ({ notification, link: links[index] }));
    const { replyTo, from } = this.settings.mail;
    return composeDigest({ register, recipient, on: helsinkiDate(now), replyTo, from, items });
  }

  private pageAddress(token: string): string {
    return `${this.settings.publicUrl}/r/${token}`;
  }
}

function linkTo({ county, workflow, id }: Notification, { recipient, now }: Batch): NewLink {
  const contact = recipient.contactId ?? null;
  return { county, workflow, notification: id, contact, expiresAt: addMs(now, linkDays * dayMs) };
}
