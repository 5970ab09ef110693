import type { Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

/** A council term is the longest for which a standing link is made, in days. */
export const longestStandingDays = 1461;

export type NewStandingLink = {
  county: string;
  organisation: string;
  /** For how many days from now it opens something; at most `longestStandingDays`. */
  days: number;
  /** A note on who holds it. */
  label?: string | undefined;
  /** Who has it made, as the log says it. */
  actor: Actor;
  /** What a repeated request is known by, within the county; without it each request makes a link. */
  request?: string | undefined;
};

/** A link to all that is asked of an organisation. */
export type StandingLink = {
  id: string;
  county: string;
  organisation: string;
  label: string | null;
  createdAt: Instant;
  expiresAt: Instant;
};

/** `repeated`: the request has made that link before; its secret cannot be shown again. */
export type StandingLinkAnswer =
  | { outcome: 'made'; link: StandingLink; token: string }
  | { outcome: 'repeated'; link: StandingLink }
  | { outcome: 'unknown-organisation' };

export interface StandingLinkStore {
  /**
   * Makes a link and the secret part of its address, of which only the SHA-256 is kept: `token` is seen here and never again. Of
   * two requests with the same `request` the second makes none, also when both come at once. The log says who made it, and who revoked it.
   */
  create(link: NewStandingLink): Promise<StandingLinkAnswer>;
  /** The links in force, of one organisation or of all. */
  list(county: string, organisation: string | undefined, page: Page): Promise<Listed<StandingLink>>;
  /** False when there is no such link in force. With `county` null it may be any county's. */
  revoke(county: string | null, id: string, by: { actor: Actor; organisation?: string }): Promise<boolean>;
  /** What a token opens; undefined when unknown, expired or revoked. Looking changes nothing. */
  resolve(token: string): Promise<StandingLink | undefined>;
}
