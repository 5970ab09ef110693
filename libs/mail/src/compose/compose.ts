import { type CivilDate, type Instant, nameIn, type Organisation, type Recipient, type Register } from '@app/domain';
import { calendarOf } from '../calendar/mail-calendar';
import { renderDigest } from '../digest/digest';
import type { MailCommon, Names } from '../fields';
import { type TemplateName, templateNames } from '../registry';
import { letterOf, mailOf, parseMailData } from '../render';
import type { Mail, MailCalendar } from '../template';
import { askedOf, lacksRegistry, type MailTo } from './recipient';

/** A notification cannot be written: a person has to look at the definition or at the register. */
export class ComposeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ComposeError';
  }
}

/** Whom a mail goes to, and what is known on that day. */
type Occasion = {
  register: Register;
  recipient: Recipient;
  on: CivilDate;
  /** Where answers go by the settings, where that is said. */
  replyTo?: string | undefined;
  /** The address that mails come from; without it nobody could ask to a meeting, and no mail has a calendar. */
  from?: string | undefined;
};

/** A mail that is owed, and the page to answer on, where it has one. */
type OwedMail = {
  /** `data` is what the workflow said; it is checked by the template. A mail of which it is not known what owes it, and since when, has no calendar. */
  notification: { template: string; to: MailTo; data: unknown; workflow?: string; owedAt?: Instant };
  link?: string | undefined;
};

export type MailFacts = Occasion & OwedMail;
export type DigestFacts = Occasion & { items: readonly OwedMail[] };

/**
 * Writes a mail in its recipient's language: what the notification says, and the names as the register has them today.
 * @throws ComposeError where the template or the organisation is unknown, or nobody could be asked about the mail
 * @throws MailDataError where the notification's data does not fit its template
 */
export function compose({ notification, link, ...occasion }: MailFacts): Mail {
  const { language } = occasion.recipient;
  const told = toldIn({ notification, link }, occasion);
  const letter = letterOf(told.template, language, told.data);
  return withCalendar(mailOf(letter, language), calendarIn({ ...told, letter, language }, notification, occasion));
}

/**
 * Writes what one person is owed on a day as one mail, the most urgent first; a single one as its own mail.
 * @throws ComposeError, MailDataError as `compose` does
 */
export function composeDigest({ items, ...occasion }: DigestFacts): Mail {
  const [only, ...others] = items;
  if (only === undefined) throw new ComposeError('A digest holds at least one mail');
  if (others.length === 0) return compose({ ...only, ...occasion });
  const {
    register,
    on,
    recipient: { language },
  } = occasion;
  const told = items.map((item) => ({ ...toldIn(item, occasion), notification: item.notification }));
  const calendar = told.flatMap(({ notification, template, data }) =>
    calendarIn({ template, data, letter: letterOf(template, language, data), language }, notification, occasion),
  );
  return withCalendar(renderDigest(language, { county: countyNames(register) }, told, on), named(calendar));
}

function withCalendar(mail: Mail, calendar: readonly MailCalendar[]): Mail {
  return calendar.length === 0 ? mail : { ...mail, calendar };
}

/** All that a mail's template is told, checked. */
function toldIn({ notification, link }: OwedMail, { register, recipient, on, replyTo }: Occasion) {
  const { data, to } = notification;
  const own = isObject(data) ? data : {};
  const asked = askedOf(register, on, replyTo);
  if (asked === undefined) throw new ComposeError(nobodyToAsk(register));
  const common: MailCommon = {
    county: countyNames(register),
    organisation: namesIn(register, typeof own.concerns === 'string' ? own.concerns : to.organisation),
    askRole: asked.role,
    askEmail: asked.email,
    ...(recipient.email === asked.email && { recipientIsAsked: true }),
    ...(recipient.name !== undefined && { recipientName: recipient.name }),
    ...(link !== undefined && { link }),
  };
  const template = knownTemplate(notification.template);
  const withoutRegistry = lacksRegistry(register, to, on) && { withoutRegistry: true };
  const told = { ...withPlaceNames(own, register), ...handedOverBy(own, register), ...common, ...withoutRegistry };
  return { template, data: parseMailData(template, told) };
}

function calendarIn(
  mail: Parameters<typeof calendarOf>[0],
  { workflow, owedAt }: OwedMail['notification'],
  { register, recipient, from }: Occasion,
): MailCalendar[] {
  if (workflow === undefined || owedAt === undefined || from === undefined) return [];
  return calendarOf(mail, {
    county: register.county.code,
    workflow,
    owedAt,
    organizer: { name: nameIn(register.county.name, recipient.language), email: from },
    recipient: { name: recipient.name ?? recipient.email, email: recipient.email },
  });
}

/** Two files of one mail must not bear the same name. */
function named(files: readonly MailCalendar[]): MailCalendar[] {
  return files.map((file, index) => ({ ...file, name: file.name.replace(/\.ics$/, `-${index + 1}.ics`) }));
}

function knownTemplate(template: string): TemplateName {
  const name = templateNames.find((known) => known === template);
  if (name === undefined) throw new ComposeError(`There is no mail called '${template}'`);
  return name;
}

function nobodyToAsk({ county }: Register): string {
  return (
    `Nobody can be asked about the mails of county ${county.code}: ` +
    'give its register a coordinator or a registry, or set MAIL_REPLY_TO'
  );
}

function countyNames({ county: { name, cases } }: Register): Names {
  return { name, ...(cases && { cases }) };
}

function namesIn(register: Register, id: string): Names {
  if (id === register.county.code) return countyNames(register);
  const organisation = register.organisations.find((candidate) => candidate.id === id);
  if (organisation === undefined) throw new ComposeError(`The register has no organisation '${id}'`);
  return organisationNames(organisation);
}

function organisationNames({ name, form, cases }: Organisation): Names {
  return { name, ...(form && { form }), ...(cases && { cases }) };
}

/** Who handed the answer over, by name: the log has the id of the contact, who may have been erased since. */
function handedOverBy({ handedOverBy: id }: Record<string, unknown>, { contacts }: Register): object {
  if (typeof id !== 'string') return {};
  return { handedOverBy: contacts.find((contact) => contact.id === id)?.name };
}

/** A place that is called like an organisation gets its names, so that it can be inflected and translated. */
function withPlaceNames(data: Record<string, unknown>, { organisations }: Register): object {
  const named = ['negotiation', 'negotiationWas', 'meeting', 'meetingWas'].flatMap((field) => {
    const time = data[field];
    if (!isObject(time)) return [];
    const town = organisations.find(({ name }) => Object.values(name).some((known) => known === time.place));
    return town === undefined ? [] : [[field, { ...time, place: organisationNames(town) }] as const];
  });
  return { ...data, ...Object.fromEntries(named) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
