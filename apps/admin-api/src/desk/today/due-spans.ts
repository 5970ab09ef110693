import { addDays, helsinkiInstant } from '@app/domain';
import type { AtDesk } from '../desk-room';

/** What is late, and what is due today or within the seven days after it. */
export const dueKinds = ['overdue', 'soon'] as const;
export type DueKind = (typeof dueKinds)[number];

/** When that falls, seen from now. */
export function dueSpans({ now, today }: Pick<AtDesk, 'now' | 'today'>) {
  return { overdue: { to: now }, soon: { from: now, to: helsinkiInstant(addDays(today, 8), '00:00') } };
}
