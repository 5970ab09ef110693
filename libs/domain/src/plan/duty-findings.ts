import { yearOf, type CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { citations, citationText, type Citation } from '../duties/citations';
import { councilTermOn, type CouncilTerm } from '../duties/council-terms';
import { civilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Language, Text } from '../text';
import type { DatedEntry } from './dated-entries';
import { templateOf } from './workflow-kinds';

/** A duty that is known to be fulfilled, whatever the plan says. `period` is a year or a council term: '2026', '2025-2029'. */
export type FulfilledDuty = { duty: DutyInPlan; period: string };

/** The duties that a year's plan has to hold. */
export const dutiesInPlan = ['annual-negotiation', 'county-report', 'council-term-negotiation'] as const;
type DutyInPlan = (typeof dutiesInPlan)[number];

/** What the acts want of a plan: a workflow one of whose dates lies in the period. */
type Wanted = {
  duty: DutyInPlan;
  period: string;
  workflow: string;
  date: string;
  isIn: (on: CivilDate) => boolean;
  message: Text;
};

/**
 * Warns of a year or a council term without its statutory negotiation or report. An entry whose date cannot be read or is not fixed
 * yet may be the one, so nothing is said then.
 */
export function dutyFindings(
  entries: readonly DatedEntry[],
  year: number,
  fulfilled: readonly FulfilledDuty[],
): Finding[] {
  return wantedIn(year)
    .filter(({ duty, period }) => !fulfilled.some((known) => known.duty === duty && known.period === period))
    .filter((wanted) => !entries.some((entry) => mayFulfil(entry, wanted)))
    .map(({ message }) => ({ code: 'duty-missing', severity: 'warning' as const, entry: null, date: null, message }));
}

function mayFulfil({ workflow, dates, unreadable }: DatedEntry, wanted: Wanted): boolean {
  if (workflow !== wanted.workflow) return false;
  const date = dates.get(wanted.date);
  return date === undefined ? unreadable.has(wanted.date) || wanted.date in templateOf(workflow) : wanted.isIn(date.on);
}

function wantedIn(year: number): Wanted[] {
  const term = councilTermOn(civilDate(`${year}-01-01`), 'county');
  const isInYear = (on: CivilDate) => yearOf(on) === year;
  const period = String(year);
  const yearly: Wanted[] = [
    {
      ...{ duty: 'annual-negotiation', period, workflow: 'hyte-negotiation', date: 'negotiation', isIn: isInYear },
      message: negotiationMissing(year),
    },
    {
      ...{ duty: 'county-report', period, workflow: 'wellbeing-report', date: 'countyCouncil', isIn: isInYear },
      message: reportMissing(year),
    },
  ];
  return term !== undefined && yearOf(term.endsOn) === year ? [...yearly, ofTerm(term)] : yearly;
}

function ofTerm(term: CouncilTerm): Wanted {
  return {
    duty: 'council-term-negotiation',
    period: term.id,
    workflow: 'council-term-negotiation',
    date: 'negotiation',
    isIn: (on) => term.startsOn <= on && on <= term.endsOn,
    message: termNegotiationMissing(term),
  };
}

function negotiationMissing(year: number): Text {
  const cited = cite(citations.countyNegotiates);
  return {
    fi: `Vuodelta ${year} puuttuu hyte-neuvottelu (hyte-negotiation, negotiation). Hyvinvointialueen on neuvoteltava vähintään kerran vuodessa kuntien ja muiden toimijoiden kanssa (${cited.fi}).`,
    sv: `År ${year} saknar förhandlingen om främjande av hälsa och välfärd (hyte-negotiation, negotiation). Välfärdsområdet ska minst en gång per år förhandla med kommunerna och andra aktörer (${cited.sv}).`,
    en: `The year ${year} has no HYTE negotiation (hyte-negotiation, negotiation). The county has to negotiate at least once a year with the municipalities and the other actors (${cited.en}).`,
  };
}

function reportMissing(year: number): Text {
  const cited = cite(citations.countyReports);
  return {
    fi: `Vuodelta ${year} puuttuu hyvinvointiraportin käsittely aluevaltuustossa (wellbeing-report, countyCouncil). Hyvinvointialueen on raportoitava aluevaltuustolle vuosittain (${cited.fi}).`,
    sv: `År ${year} saknar behandlingen av välfärdsrapporten i välfärdsområdesfullmäktige (wellbeing-report, countyCouncil). Välfärdsområdet ska årligen rapportera till fullmäktige (${cited.sv}).`,
    en: `The year ${year} has no handling of the wellbeing report in the county council (wellbeing-report, countyCouncil). The county has to report to its council every year (${cited.en}).`,
  };
}

function termNegotiationMissing({ id, endsOn }: CouncilTerm): Text {
  const [cited, end] = [cite(citations.councilTermNegotiation), numericDate(endsOn)];
  return {
    fi: `Valtuustokausi ${id} päättyy ${end.fi}, eikä suunnitelmassa ole sen neuvottelua (council-term-negotiation, negotiation). Hyvinvointialueen ja kuntien on neuvoteltava vähintään kerran valtuustokaudessa (${cited.fi}).`,
    sv: `Fullmäktigeperioden ${id} går ut ${end.sv}, och planen saknar dess förhandling (council-term-negotiation, negotiation). Välfärdsområdet och kommunerna ska förhandla minst en gång under fullmäktigeperioden (${cited.sv}).`,
    en: `The council term ${id} ends on ${end.en}, and the plan has no negotiation of it (council-term-negotiation, negotiation). The county and its municipalities have to negotiate at least once a council term (${cited.en}).`,
  };
}

function cite(citation: Citation): Text {
  const said = (language: Language) => citationText(citation, language);
  return { fi: said('fi'), sv: said('sv'), en: said('en') };
}
