import type { Instant } from '@app/domain';

export type NewLink = {
  county: string;
  workflow: string;
  notification: string;
  contact: string | null;
  expiresAt: Instant;
};

export type ResolvedLink = {
  id: string;
  county: string;
  workflow: string;
  /** The mail that brought it. */
  /** The mail that brought it; null of a standing link. */
  notification: string | null;
  /** The organisation that was written to; null where it is not known which mail brought the link. */
  organisation: string | null;
  contact: string | null;
  language: string | null;
};

export interface LinkStore {
  /** Makes the secret part of an answer link; only its SHA-256 is kept. */
  issue(link: NewLink): Promise<string>;
  /** The secret part of a link that is still to be issued: until then it opens nothing. */
  draw(): string;
  /**
   * The same as `issue`, with what was drawn, for mails that the engine is about to send, many together. It is safe on the disk once the
   * beginning of the sending has been recorded.
   */
  issueToSend(link: NewLink, token: string): Promise<void>;
  /** What a link opens; undefined when unknown, expired or revoked. Looking changes nothing. */
  resolve(token: string): Promise<ResolvedLink | undefined>;
  /** The county of a link that opened something once, whether or not it still does. */
  countyOf(token: string): Promise<string | undefined>;
  /** Makes a link open nothing any more. False when there is no such link in force. */
  revoke(county: string, id: string): Promise<boolean>;
}
