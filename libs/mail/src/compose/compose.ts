import type { CivilDate, Language, Organisation, Recipient, Register } from '@app/domain';
import type { MailCommon, Names } from '../fields';
import { type MailData, type TemplateName, templateNames } from '../registry';
import { render } from '../render';
import type { Mail } from '../template';
import { askedOf, type MailTo } from './recipient';

/** A notification cannot be written: a person has to look at the definition or at the register. */
export class ComposeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ComposeError';
  }
}

export type MailFacts = {
  /** `data` is what the workflow said; it is checked by the template. */
  notification: { template: string; to: MailTo; data: unknown };
  register: Register;
  recipient: Recipient;
  on: CivilDate;
  /** The page to answer on, where the mail has one. */
  link?: string | undefined;
  /** Where answers go by the settings, where that is said. */
  replyTo?: string | undefined;
};

/**
 * Writes a mail in its recipient's language: what the notification says, and the names as the register has them today.
 * @throws ComposeError where the template or the organisation is unknown, or nobody could be asked about the mail
 * @throws MailDataError where the notification's data does not fit its template
 */
export function compose({ notification, register, recipient, on, link, replyTo }: MailFacts): Mail {
  const { template, data, to } = notification;
  const own = isObject(data) ? data : {};
  const asked = askedOf(register, on, replyTo);
  if (asked === undefined) throw new ComposeError(nobodyToAsk(register));
  const common: MailCommon = {
    county: countyNames(register),
    organisation: namesIn(register, typeof own.concerns === 'string' ? own.concerns : to.organisation),
    askRole: asked.role,
    askEmail: asked.email,
    ...(recipient.name !== undefined && { recipientName: recipient.name }),
    ...(link !== undefined && { link }),
  };
  return renderKnown(template, recipient.language, {
    ...withPlaceNames(own, register),
    ...handedOverBy(own, register),
    ...common,
  });
}

function renderKnown(template: string, language: Language, data: object): Mail {
  const name = templateNames.find((known) => known === template);
  if (name === undefined) throw new ComposeError(`There is no mail called '${template}'`);
  // What the data is made of is checked by `render` itself.
  return render(name, language, data as MailData[TemplateName]);
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
