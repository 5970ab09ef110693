import type { Body, CivilDate, Register } from '@app/domain';
import { presenterRole } from '@app/domain';
import type { Json } from '../kernel/command';
import type { ChildIntent } from '../kernel/intents';
import type { BodyInOrder, HandlingInput, PlannedBody, Subject } from './board-handling.data';

/** How other definitions start a handling: bodies are kept from the register when they start, and given a meeting when the case is. */

/** A body of the county with the official who presents to it, as the register has them. */
export type PresentedBody = Omit<PlannedBody, 'plannedOn'>;

/** A body as the register has it, for a handling order; `caseNumberPattern` is its organisation's. */
export function bodyInOrderOf(
  { id, name, meetings, materialsDaysBefore, extractDaysAfter }: Body,
  { caseNumberPattern }: { caseNumberPattern?: string },
): BodyInOrder {
  return {
    id,
    name,
    meetings,
    materialsDaysBefore,
    extractDaysAfter,
    ...(caseNumberPattern !== undefined && { caseNumberPattern }),
  };
}

/** The county's body of that id; undefined where the register has none. */
export function presentedBody(register: Pick<Register, 'bodies' | 'county'>, id: string): PresentedBody | undefined {
  const { bodies, county } = register;
  const body = bodies.find((candidate) => candidate.id === id && candidate.of === county.code);
  return body && { ...bodyInOrderOf(body, county), presenter: presenterRole(register, id) ?? null };
}

/** The body with the meeting in which the plan has it handle the case. */
export function plannedFor(body: BodyInOrder | PresentedBody, plannedOn: CivilDate | null): PlannedBody {
  return { presenter: null, ...body, plannedOn };
}

type Case = {
  subject: Subject;
  /** The year or the council term that the case is about. */
  about: string;
  title: HandlingInput['title'];
  document: string | null;
  closes: HandlingInput['closes'];
};

/**
 * Starts the handling of the county's own case in its bodies, in order; each with its presenter. The parent hears `note-decision` of each
 * body (`last` tells the end of it) and `note-moved-meetings` of those that move.
 */
export function countyHandling(
  key: string,
  county: string,
  { bodies, proposal, ...matter }: Case & { bodies: PlannedBody[]; proposal: string | null },
): ChildIntent {
  const data: HandlingInput = { organisation: county, preparedBy: 'presenter', bodies, due: null, proposal, ...matter };
  return { key, workflow: 'board-handling', data: data as Json };
}

/**
 * Asks a municipality to have its bodies handle the case, in order, by a date of any basis. The parent hears `note-decision` of
 * each body as the municipality tells of it.
 */
export function municipalHandling(
  key: string,
  organisation: string,
  { bodies, due, ...matter }: Case & { bodies: BodyInOrder[]; due: HandlingInput['due'] },
): ChildIntent {
  const data: HandlingInput = {
    organisation,
    preparedBy: 'respondent',
    bodies: bodies.map((body) => plannedFor(body, null)),
    due,
    proposal: null,
    ...matter,
  };
  return { key, workflow: 'board-handling', data: data as Json };
}
