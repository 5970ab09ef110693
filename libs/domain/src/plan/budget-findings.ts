import { addDays, type CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { workingDayOnOrBefore } from '../calendar/working-day';
import type { Finding } from '../finding';
import type { Register } from '../organisations/register';
import type { Text } from '../text';
import { withProposal } from './date-messages';
import type { DatedEntry } from './dated-entries';

/**
 * Warns of a result that is sent only after the budget is handled: it cannot be taken into next year's activity any more. Proposed is
 * the latest day that still works: where the register knows the body's lead time, the day its materials are due.
 */
export function budgetFindings({ id, dates }: DatedEntry, register: Register | undefined): Finding[] {
  const [sent, handled] = [dates.get('resultSent'), dates.get('budgetHandled')];
  if (sent === undefined || handled === undefined || sent.on <= handled.on) return [];
  const lead = register?.bodies.find((body) => body.id === handled.body)?.materialsDaysBefore ?? 0;
  const proposal = workingDayOnOrBefore(addDays(handled.on, -lead));
  return [
    {
      code: 'too-late-for-budget',
      severity: 'warning',
      entry: id,
      date: sent.on,
      message: withProposal(tooLate(sent.on, handled.on), proposal),
      path: sent.path,
      proposal,
    },
  ];
}

function tooLate(sentOn: CivilDate, handledOn: CivilDate): Text {
  const [sent, handled] = [numericDate(sentOn), numericDate(handledOn)];
  return {
    fi: `resultSent: tulos lähetetään ${sent.fi}, kun talousarvio on jo käsitelty ${handled.fi}. Se ei ehdi seuraavan vuoden toimintaan ja talousarvioon.`,
    sv: `resultSent: resultatet skickas ${sent.sv}, då budgeten redan har behandlats ${handled.sv}. Det hinner inte med i nästa års verksamhet och budget.`,
    en: `resultSent: the result is sent on ${sent.en}, when the budget has been handled already on ${handled.en}. It is too late for next year’s activity and budget.`,
  };
}
