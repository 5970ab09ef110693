import type { Basis, Instant } from '@app/domain';

/** What the page says of one request, in one language: who asks for what, by when, why, and what happens with it. */
export type Explanation = {
  heading: string;
  lead: string;
  /** The date that is asked for; absent where there is none. */
  due?: { says: string; at: Instant; basis: Basis; passed: boolean };
  /** What helps in keeping the date: the negotiation's time, the body's meetings. */
  beside: string[];
  sections: { heading: string; says: string[] }[];
  /** What the main form gives, for its heading. */
  formHeading: string;
  /** The command whose form stands open; the others can be opened. */
  mainCommand?: string;
};
