import type { CivilDate, Instant, Language } from '@app/domain';
import type { DatedWorkflow, PlanInForce } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

export const calendarScopes = ['county', 'organisation', 'person'] as const;
export type CalendarScope = (typeof calendarScopes)[number];

/** `subject` is the organisation's or the contact's id; null for the county itself. */
export type NewCalendar = {
  county: string;
  scope: CalendarScope;
  subject: string | null;
  /** That of its owner unless one is chosen. */
  language?: Language | undefined;
  /** A note on who reads it. */
  label?: string | undefined;
  /** What a repeated request is known by, within the county; without it each request makes a calendar. */
  request?: string | undefined;
};

/** `repeated`: the request has made that calendar before; its secret cannot be shown again. */
export type CalendarAnswer =
  | { outcome: 'made'; id: string; token: string }
  | { outcome: 'repeated'; calendar: Calendar }
  | { outcome: 'unknown-subject' };

/** A calendar that can be read under its secret address. */
export type Calendar = {
  id: string;
  county: string;
  scope: CalendarScope;
  subject: string | null;
  language: Language | null;
  label: string | null;
  createdAt: Instant;
};

/** `subjectKnown`: the register still has its subject. A calendar whose subject is gone stays empty. */
export type ListedCalendar = Calendar & { subjectKnown: boolean };

/** Which workflows a calendar needs: those that run or have ended since the day, of one organisation or all. */
export type CalendarNeeds = { since: CivilDate; organisation: string | null };

export interface CalendarStore {
  /**
   * Makes a calendar and the secret part of its address, of which only the SHA-256 is kept: `token` is seen here and never
   * again. Of two requests with the same `request` the second makes none, also when both come at once.
   */
  create(calendar: NewCalendar): Promise<CalendarAnswer>;
  /** The calendars in force. */
  list(county: string, page: Page): Promise<Listed<ListedCalendar>>;
  /** False when there is no such calendar in force. With `county` null it may be any county's. */
  revoke(county: string | null, id: string): Promise<boolean>;
  /** The calendar that a token opens; undefined when unknown or revoked. Looking changes nothing. */
  resolve(token: string): Promise<Calendar | undefined>;
  /** What a calendar is made of beside the register: workflows as they stand, and when, by the log, they last changed. */
  contents(county: string, needs: CalendarNeeds): Promise<{ workflows: DatedWorkflow[]; plans: PlanInForce[] }>;
}
