import type { CivilDate, Finding, PlanEntry, Register } from '@app/domain';
import { yearOf } from '@app/domain';
import { partiesOn } from '../collecting/collected-parties';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { datesOfPlan, lacking, missingDate } from '../planned-entry';
import type { IndicatorInput } from './indicator-card.data';
import { indicatorInput } from './indicator-card.data';

/** Start data of a planned round: its dates, and the county's sectors as the owners of the indicators. */
export function indicatorsFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = indicatorInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  if (!read.success) return { findings: read.error.issues.map(({ path }) => missingDate(entry.id, path)) };
  const parties = partiesOn(register, ['sector'], read.data.requestsSent.on);
  if (parties.length === 0) return { findings: [nobodyToAsk(entry.id)] };
  const data: IndicatorInput = {
    about: entry.about ?? thirdOf(read.data.statusDue.on),
    parties,
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}

/** The four months in which the day lies: `2026/1` until the end of April. */
function thirdOf(on: CivilDate): string {
  return `${yearOf(on)}/${Math.ceil(Number(on.slice(5, 7)) / 4)}`;
}

function nobodyToAsk(entry: string): Finding {
  return lacking(
    entry,
    label(
      'Rekisterissä ei ole hyvinvointialueen toimialoja, joilta kortit pyydetään.',
      'Registret saknar de sektorer vid välfärdsområdet som ombeds lämna korten.',
      'The register has no sectors of the county that could be asked for the cards.',
    ),
  );
}
