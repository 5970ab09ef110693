import type { CivilDate, CouncilTerm, Finding, PlanEntry, Register } from '@app/domain';
import { councilTerm, councilTermOn, dateWord, municipalitiesOn, onDate } from '@app/domain';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { presentedBody } from '../board-handling/handling-child';
import { lacking, missingBody, missingDate, datesOfPlan } from '../planned-entry';
import { councilsIn } from './council-term-negotiation.councils';
import type { BodyStep, TermInput } from './council-term-negotiation.data';
import { bodySteps, movableSteps, termDates } from './council-term-negotiation.data';

const countyBodies: Record<BodyStep, string> = {
  hyteBoard: 'hyte-lautakunta',
  countyExecutive: 'aluehallitus',
  countyCouncil: 'aluevaltuusto',
};

/**
 * Start data of a planned council term: its dates, and the municipalities that the county has on its first date. The term's
 * end follows from the law; a plan may leave it out, and may not give another. Findings say what the plan lacks.
 */
export function termFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const term = termNamedBy(entry);
  if (!term) return { findings: [unknownTerm(entry)] };
  const own = datesOfPlan(Object.fromEntries(Object.entries(entry.dates).filter(([name]) => name in termDates.shape)));
  const read = termDates.safeParse({ termEnds: { on: term.endsOn, basis: 'statutory-period-end' }, ...own });
  const bodies = bodySteps.map((step) => [step, presentedBody(register, countyBodies[step])] as const);
  const findings = [
    ...bodies.flatMap(([step, body]) =>
      entry.dates[step] && !body ? [missingBody(entry.id, countyBodies[step])] : [],
    ),
    ...(read.success ? [] : read.error.issues.map(({ path }) => missingDate(entry.id, path))),
    ...(read.success && read.data.termEnds.on !== term.endsOn ? [wrongEnd(entry, term)] : []),
    ...movableSteps.flatMap((step) => {
      const on = entry.dates[step]?.on;
      return on !== undefined && on > term.endsOn ? [afterEnd(entry, step, on, term)] : [];
    }),
  ];
  if (!read.success || findings.length > 0) return { findings };
  const municipalities = municipalitiesOn(register, read.data.forum.on).map(({ id }) => id);
  const input: TermInput = {
    term: term.id,
    dates: read.data,
    municipalities,
    bodies: Object.fromEntries(bodies.filter(([, body]) => body)) as TermInput['bodies'],
    councils: councilsIn(register, municipalities),
    closes: register.county.closes,
    takenOver: [],
  };
  return { data: input as Json };
}

/** The term that the entry is about; where it does not say, the one in which it has the negotiation. */
function termNamedBy({ about, dates }: PlanEntry): CouncilTerm | undefined {
  if (about !== undefined) return councilTerm(about, 'county');
  return dates.negotiation && councilTermOn(dates.negotiation.on, 'county');
}

function unknownTerm({ id, about = '–' }: PlanEntry): Finding {
  return lacking(
    id,
    label(
      `Valtuustokautta «${about}» ei ole. Anna se kentässä about, esimerkiksi 2025-2029.`,
      `Det finns ingen fullmäktigeperiod «${about}». Ange den i fältet about, till exempel 2025-2029.`,
      `There is no council term «${about}». Give it in about, for example 2025-2029.`,
    ),
  );
}

function wrongEnd({ id, dates }: PlanEntry, { id: term, endsOn }: CouncilTerm): Finding {
  const message = label(
    `Valtuustokausi ${term} päättyy ${onDate(endsOn, 'fi')}. Korjaa kauden loppu (termEnds) tai jätä se pois.`,
    `Fullmäktigeperioden ${term} slutar ${onDate(endsOn, 'sv')}. Rätta periodens slut (termEnds) eller lämna bort det.`,
    `The council term ${term} ends ${onDate(endsOn, 'en')}. Correct the end of the term (termEnds), or leave it out.`,
  );
  return { ...lacking(id, message, 'term-exceeded'), date: dates.termEnds?.on ?? null, proposal: endsOn };
}

function afterEnd({ id }: PlanEntry, step: string, on: CivilDate, { id: term, endsOn }: CouncilTerm): Finding {
  const { fi, sv, en } = dateWord(step);
  const message = label(
    `Päivä on valtuustokauden ${term} jälkeen: ${fi} (${step}). Kausi päättyy ${onDate(endsOn, 'fi')}.`,
    `Dagen är efter fullmäktigeperioden ${term}: ${sv} (${step}). Perioden slutar ${onDate(endsOn, 'sv')}.`,
    `This date is after the council term ${term}: ${en} (${step}). The term ends ${onDate(endsOn, 'en')}.`,
  );
  return { ...lacking(id, message, 'term-exceeded'), date: on };
}
