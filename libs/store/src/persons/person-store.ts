import type { ErasureRemains, Instant } from '@app/domain';
import type { Actor } from '@app/workflows';

/** A text of an event: its stream and number there, and where in its content (JSON Pointer: `/data/…` or `/note`). */
export type TextPlace = { stream: string; seq: number; pointer: string };

export type Erasure = {
  county: string;
  /** Id of the contact, or of a colleague to whom an answer was handed over. */
  person: string;
  /** Why; kept beside the record of it without what names the person. */
  reason?: string | undefined;
  /** Further texts to erase whole, each with its copies elsewhere. */
  texts?: readonly TextPlace[] | undefined;
  actor: Actor;
  /** Only say what would be done. */
  dryRun?: boolean | undefined;
};

/** Why something about the person stays. */
export type Kept =
  /** The id, which the log names; `telling` where it shows the name. */
  | { why: 'id'; telling: boolean }
  /** Part of a public decision or its agenda. */
  | ({ why: 'public-decision' } & TextPlace)
  /** Words that are also an id or a name of a state: the log has them in the clear. */
  | ({ why: 'token' } & TextPlace)
  /** An organisation, or the county, has the address as that of its registry: it is changed in the register. */
  | { why: 'registry-address'; organisation: string };

export type Erased = {
  person: string;
  at: Instant;
  removed: {
    contact: boolean;
    colleague: boolean;
    /** Response links and calendars that open nothing any more. */
    links: number;
    calendars: number;
    /** Texts of events, and in how many events and workflows they stood. */
    texts: number;
    events: number;
    workflows: number;
    /** By table: rows in which the person was blotted out. */
    rows: Record<string, number>;
  };
  kept: Kept[];
  /** Texts that may be about the person: somebody has to read them, and can name them in another erasure. At most 200. */
  doubtful: TextPlace[];
  /** What only people can do. */
  remains: readonly ErasureRemains[];
};

export type ErasureAnswer =
  | { outcome: 'erased' | 'would-erase'; erased: Erased }
  | { outcome: 'unknown-person' }
  | { outcome: 'erased-before'; at: Instant }
  /** A mail to the person is being sent at this moment: nothing was done. */
  | { outcome: 'mail-under-way' }
  /** Places that are no texts of events, or whose texts have been erased; nothing was done. */
  | { outcome: 'no-such-texts'; texts: TextPlace[] }
  /** The log does not give what is stored: that is to be looked at first. Nothing was done. */
  | { outcome: 'replay-differs'; workflow: string; detail: string };

export interface PersonStore {
  /**
   * Erases a person: the contact's data and whatever free text names the person, wherever it stands, in one transaction. Events keep their
   * hashes, and every workflow is what its log gives. What was under way at that moment is looked for once more a few seconds later.
   * Asked for somebody who has been erased, it erases the further texts that are named, or says when that was.
   */
  erase(erasure: Erasure): Promise<ErasureAnswer>;
}
