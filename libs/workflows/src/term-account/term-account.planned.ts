import { type HandlingStep } from '../board-handling/county-order';
import type { Finding, PlanEntry, Register } from '@app/domain';
import { councilTerm, councilTermOn } from '@app/domain';
import { presentedBody } from '../board-handling/handling-child';
import { partiesOn } from '../collecting/collected-parties';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { datesOfPlan, lacking, missingDate } from '../planned-entry';
import type { AccountInput } from './term-account.data';
import { accountInput } from './term-account.data';

const bodies: Record<HandlingStep, string> = {
  hyteBoard: 'hyte-lautakunta',
  countyExecutive: 'aluehallitus',
  countyCouncil: 'aluevaltuusto',
};

/** Start data of a term's accounts: its dates, the municipalities on the day of delivery, and the county's handling order. */
export function accountFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = accountInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  if (!read.success) return { findings: read.error.issues.map(({ path }) => missingDate(entry.id, path)) };
  const { on } = read.data.deliveredToCounty;
  const term = entry.about === undefined ? councilTermOn(on, 'county') : councilTerm(entry.about, 'county');
  const order = Object.entries(bodies).map(([step, id]) => [step, id, presentedBody(register, id)] as const);
  const findings = [
    ...order.flatMap(([, id, body]) => (body ? [] : [missingBody(entry.id, id)])),
    ...(term ? [] : [unknownTerm(entry.id)]),
  ];
  if (!term || findings.length > 0) return { findings };
  const data: AccountInput = {
    about: term.id,
    termEnds: term.endsOn,
    parties: partiesOn(register, ['municipality'], on),
    bodies: Object.fromEntries(order.map(([step, , body]) => [step, body])) as AccountInput['bodies'],
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}

function missingBody(entry: string, id: string): Finding {
  return lacking(
    entry,
    label(
      `Rekisterissä ei ole toimielintä ${id}.`,
      `Registret saknar organet ${id}.`,
      `The register lacks the body ${id}.`,
    ),
  );
}

function unknownTerm(entry: string): Finding {
  return lacking(
    entry,
    label(
      'Valtuustokautta ei tunneta. Anna se kentässä about, esimerkiksi 2025-2029.',
      'Fullmäktigeperioden är okänd. Ange den i fältet about, till exempel 2025-2029.',
      'The council term is not known. Give it in about, for example 2025-2029.',
    ),
  );
}
