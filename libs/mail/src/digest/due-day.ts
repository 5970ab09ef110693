import { type CivilDate, helsinkiDate } from '@app/domain';
import type { MailData, TemplateName } from '../registry';

/** Tells that nothing need be done: no date in it is anybody's. */
const asksNothing: readonly TemplateName[] = [
  'cancelled',
  'meeting-cancelled',
  'receipt',
  'result',
  'report-published',
  'log-checkpoint',
];

/**
 * The day by which a mail asks for something, in Helsinki: what makes it more or less urgent than others. Undefined where it asks for
 * nothing by a day. `data` has passed the template's schema.
 */
export function dueDayOf<N extends TemplateName>(template: N, data: MailData[N]): CivilDate | undefined {
  if (asksNothing.includes(template)) return undefined;
  if ('dueAt' in data && data.dueAt !== undefined) return helsinkiDate(data.dueAt);
  if ('dueOn' in data) return data.dueOn;
  if ('materialsDueOn' in data && data.materialsDueOn !== undefined) return data.materialsDueOn;
  if ('commentsDueOn' in data && data.commentsDueOn !== undefined) return data.commentsDueOn;
  if ('endsOn' in data) return data.endsOn;
  return undefined;
}
