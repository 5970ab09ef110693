import { type HandlingStep } from '../board-handling/county-order';
import type { Finding, PlanEntry, Register } from '@app/domain';
import { yearOf } from '@app/domain';
import { presentedBody } from '../board-handling/handling-child';
import { partiesOn } from '../collecting/collected-parties';
import type { Json } from '../kernel/command';
import { datesOfPlan, missingBody, missingDate } from '../planned-entry';
import type { ReportInput } from './wellbeing-report.data';
import { reportInput } from './wellbeing-report.data';

const bodies: Record<HandlingStep, string> = {
  hyteBoard: 'hyte-lautakunta',
  countyExecutive: 'aluehallitus',
  countyCouncil: 'aluevaltuusto',
};

/** Start data of a planned report: its dates, who is asked for a card when the requests go out, and the handling order. */
export function reportFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = reportInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  const order = Object.entries(bodies).map(([step, id]) => [step, id, presentedBody(register, id)] as const);
  const findings = [
    ...(read.success ? [] : read.error.issues.map(({ path }) => missingDate(entry.id, path))),
    ...order.flatMap(([, id, body]) => (body ? [] : [missingBody(entry.id, id)])),
  ];
  if (!read.success || findings.length > 0) return { findings };
  const on = read.data.requestsSent.on;
  const data: ReportInput = {
    about: entry.about ?? String(yearOf(read.data.countyCouncil.on) - 1),
    parties: partiesOn(register, ['municipality', 'sector', 'ngo'], on),
    sectors: partiesOn(register, ['sector'], on).map(({ organisation }) => organisation),
    bodies: Object.fromEntries(order.map(([step, , body]) => [step, body])) as ReportInput['bodies'],
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}
