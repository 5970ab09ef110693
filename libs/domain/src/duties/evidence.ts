import type { CivilDate } from '../calendar/civil-date';
import type { Instant } from '../calendar/instant';
import type { Name, Text } from '../text';
import type { DutyId } from './catalogue';

export type EvidenceKind =
  | 'planned'
  | 'invited'
  | 'answered'
  | 'held'
  | 'present'
  | 'decision'
  | 'acknowledged'
  | 'reported'
  | 'approved'
  | 'delivered'
  | 'published';

/** `fulfils` the duty alone; `supports` it beside what does; `promises` it: a date that is planned for it and lies ahead. */
export type EvidenceWeight = 'fulfils' | 'supports' | 'promises';

/** What one event of the log says of one duty of one organisation. */
export type Evidence = {
  duty: DutyId;
  /** Whose duty: the county's code or a municipality's. */
  of: string;
  /** The period it belongs to: a year (`2026`), a council term (`2025-2029`), or a day in one. */
  period: string;
  /** The event it follows from. */
  event: { stream: string; seq: number; type: string; at: Instant };
  /** The day on which it happened; of a promise the planned day. */
  on: CivilDate;
  kind: EvidenceKind;
  weight: EvidenceWeight;
  /** Who did it, where that is another than the duty's holder. */
  organisation?: string;
  body?: Name;
  /** The § of the minutes. */
  section?: string;
  caseNumber?: string;
  /** Where it can be checked: a link, or words that name the document. */
  source?: string;
  /** Why a negotiation that was held does not fulfil 612/2021 § 7(4). */
  lacks?: 'other-actors';
  text: Text;
};
