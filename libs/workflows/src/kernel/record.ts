import type { CivilDate, Instant } from '@app/domain';
import type { WorkflowDocument } from './document';

/** What an official document is. `document`: a file or link that was attached. */
export const recordKinds = ['answer', 'decision', 'minutes', 'agreement', 'report', 'document'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Who may read a record. What is not `public`, or not all of it, has a ground. */
export const publicityClasses = ['public', 'partly-secret', 'secret'] as const;
export type PublicityClass = (typeof publicityClasses)[number];

/** How long a record is kept: full calendar years after the one in which its matter ended, or for ever. */
export type Retention = { years: number } | 'permanent';

/**
 * What a fact is to the register of records: it makes a record, with the classes that hold until somebody says otherwise; or it is
 * the entry in the case register of what there is of a kind. `caseNumber` reads the number from what the fact says.
 */
export type RecordRule = { caseNumber?: (data: never) => string | null | undefined } & (
  { makes: RecordKind; publicity: PublicityClass; retention: Retention } | { registers: RecordKind }
);

/** By fact type, the start's too. */
export type RecordsOf = Readonly<Record<string, RecordRule>>;

/** An official document as the workflow keeps it. `id` is `r1`, `r2` … in the order of the log. */
export type WorkflowRecord = {
  id: string;
  kind: RecordKind;
  /** The fact by which it came, and its number in the workflow's stream. */
  fact: string;
  seq: number;
  /** When it was entered: with the fact, or later in the county's case register. */
  registeredAt: Instant;
  caseNumber: string | null;
  /** Null: nobody has said so far; then it is not for everybody. */
  publicity: PublicityClass | null;
  /** Why it is not public, or not all of it. */
  ground: string | null;
  retention: Retention;
  /** The attached document that it is. */
  document?: string;
};

/** How long a matter is kept in which nothing has to be kept longer: its events, mails and files. The product's assumption; no act says so. */
export const matterRetentionYears = 10;

/** Until somebody classifies them: what bodies decide, and what is reported and agreed, is kept for ever; answers and files as long as the matter. */
export const publicForEver = { publicity: 'public', retention: 'permanent' } as const;
export const publicAnswer = { publicity: 'public', retention: { years: matterRetentionYears } } as const;

/** The first day on which what has this retention may be disposed of, its matter having ended on the day; null where it never may. */
export function disposableFrom(retention: Retention, endedOn: CivilDate): CivilDate | null {
  if (retention === 'permanent') return null;
  return `${String(Number(endedOn.slice(0, 4)) + retention.years + 1).padStart(4, '0')}-01-01` as CivilDate;
}

/** Whether a record is for everybody who may read the workflow. */
export function isPublicRecord({ publicity }: Pick<WorkflowRecord, 'publicity'>): boolean {
  return publicity === 'public';
}

/** The record that an attached document is: what is restricted has not been classified yet. */
export function recordOfDocument({ publicity }: Pick<WorkflowDocument, 'publicity'>) {
  return { publicity: publicity === 'public' ? ('public' as const) : null, retention: publicAnswer.retention };
}
