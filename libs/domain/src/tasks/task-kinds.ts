/**
 * What a person is asked to look at: a mail whose time to be sent has ended, a contact whose mail comes back, an organisation that
 * nobody has reached shortly before its date.
 */
export const taskKinds = ['mail-undelivered', 'contact-bounced', 'nobody-reached'] as const;
export type TaskKind = (typeof taskKinds)[number];
