import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { workingDayOnOrBefore } from '../calendar/working-day';
import type { CouncilTerm } from '../duties/council-terms';
import type { Finding } from '../finding';
import type { Text } from '../text';
import { termOf } from './complete-entry';
import { withProposal } from './date-messages';
import type { DatedDate, DatedEntry } from './dated-entries';
import { workflowKind } from './workflow-kinds';

const end = 'termEnds';

/** Errors of a once-a-term workflow: dates after the end of its county's council term, another end than the term's, no such term. */
export function termFindings(entry: DatedEntry): Finding[] {
  if (workflowKind(entry.workflow).recurrence !== 'term') return [];
  const { about } = entry;
  const term = termOf({ ...entry, days: new Map([...entry.dates].map(([name, { on }]) => [name, on])) });
  if (term !== undefined) return ofTerm(entry, term);
  return about === undefined ? [] : [termExceeded(entry, null, noSuchTerm(about), [...entry.path, 'about'])];
}

/** What the template derives from a day that is too late, is mended with it. */
function ofTerm(entry: DatedEntry, term: CouncilTerm): Finding[] {
  const dates = [...entry.dates.values()];
  const given = dates.filter(({ origin }) => origin !== 'template').flatMap((date) => ofDate(entry, date, term));
  return given.length > 0 ? given : dates.flatMap((date) => ofDate(entry, date, term));
}

function ofDate(entry: DatedEntry, date: DatedDate, term: CouncilTerm): Finding[] {
  if (date.name === end) {
    if (date.on === term.endsOn) return [];
    const message = withProposal(otherEnd(date.on, term), term.endsOn);
    return [termExceeded(entry, date.on, message, date.path, term.endsOn)];
  }
  if (date.on <= term.endsOn) return [];
  const proposal = workingDayOnOrBefore(term.endsOn);
  return [termExceeded(entry, date.on, withProposal(afterEnd(date, term), proposal), date.path, proposal)];
}

function termExceeded(
  { id }: DatedEntry,
  date: CivilDate | null,
  message: Text,
  path: DatedDate['path'],
  proposal?: CivilDate,
): Finding {
  const found = { code: 'term-exceeded', severity: 'error' as const, entry: id, date, message, path };
  return proposal === undefined ? found : { ...found, proposal };
}

function afterEnd({ name, on }: DatedDate, { id, endsOn }: CouncilTerm): Text {
  const [date, last] = [numericDate(on), numericDate(endsOn)];
  return {
    fi: `${name}: ${date.fi} on valtuustokauden ${id} päättymisen (${last.fi}) jälkeen.`,
    sv: `${name}: ${date.sv} infaller efter att fullmäktigeperioden ${id} har gått ut (${last.sv}).`,
    en: `${name}: ${date.en} is after the end of the council term ${id} (${last.en}).`,
  };
}

function otherEnd(on: CivilDate, { id, endsOn }: CouncilTerm): Text {
  const [date, last] = [numericDate(on), numericDate(endsOn)];
  return {
    fi: `${end}: valtuustokausi ${id} päättyy ${last.fi}, ei ${date.fi}.`,
    sv: `${end}: fullmäktigeperioden ${id} går ut ${last.sv}, inte ${date.sv}.`,
    en: `${end}: the council term ${id} ends on ${last.en}, not on ${date.en}.`,
  };
}

function noSuchTerm(about: string): Text {
  return {
    fi: `about: valtuustokautta ”${about}” ei ole. Kirjoita kauden vuodet, esimerkiksi 2025-2029.`,
    sv: `about: det finns ingen fullmäktigeperiod ”${about}”. Skriv periodens år, till exempel 2025-2029.`,
    en: `about: there is no council term “${about}”. Write the years of the term, for example 2025-2029.`,
  };
}
