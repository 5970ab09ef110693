/** How webhooks are set up here. */
export const WEBHOOKS = Symbol('webhooks');

export type WebhookSettings = {
  /** What the secrets are derived from; without it there are no webhooks. */
  key: Buffer | undefined;
  /** For development: http and addresses of one's own network. */
  allowPrivate: boolean;
};
