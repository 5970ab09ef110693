/**
 * What a person is asked to look at: a mail whose time to be sent has ended, a contact whose mail comes back, an organisation that
 * nobody has reached shortly before its date, a delivery report that fits no mail; events that a webhook did not take, and a webhook that
 * has been switched off.
 */
export const taskKinds = [
  'mail-undelivered',
  'contact-bounced',
  'nobody-reached',
  'report-unmatched',
  'webhook-undelivered',
  'webhook-off',
] as const;
export type TaskKind = (typeof taskKinds)[number];
