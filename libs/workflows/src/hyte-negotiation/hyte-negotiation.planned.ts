import type { Body, Finding, Organisation, PlanEntry, Register } from '@app/domain';
import { organisationsOn, presenterRole } from '@app/domain';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { lacking, missingBody, missingDate, datesOfPlan } from '../planned-entry';
import { bodyInOrderOf } from '../board-handling/handling-child';
import type { NegotiationInput, Party } from './hyte-negotiation.data';
import { negotiationDates } from './hyte-negotiation.data';

const board = 'hyte-lautakunta';
const executive = 'aluehallitus';

/**
 * Start data of a planned negotiation: its dates, everybody in the register as a party (the municipalities and the other
 * actors, 612/2021 § 7(4)), and the board that handles the result. Findings say what the plan or the register lacks.
 */
export function negotiationFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = negotiationDates.safeParse(datesOfPlan(entry.dates));
  const body = register.bodies.find(({ id, of }) => id === board && of === register.county.code);
  // Who takes part is who exists when the parties are invited; who merges or moves away later leaves by a command.
  const organisations = read.success ? organisationsOn(register, read.data.invitation.on) : register.organisations;
  const findings = [
    ...(read.success ? [] : read.error.issues.map(({ path }) => missingDate(entry.id, path))),
    ...(body ? [] : [missingBody(entry.id, board)]),
    ...organisations
      .filter((organisation) => isMunicipality(organisation) && !bodyFor(organisation, register))
      .map((organisation) => withoutBody(entry.id, organisation)),
  ];
  if (!read.success || !body || findings.length > 0) return { findings };

  const input: NegotiationInput = {
    year: Number(read.data.negotiation.on.slice(0, 4)),
    about: entry.about ?? String(Number(read.data.negotiation.on.slice(0, 4)) + 1),
    dates: read.data,
    parties: organisations.map((organisation) => partyOf(organisation, register)),
    board: { body: bodyInOrderOf(body, register.county), presenter: presenterRole(register, board) ?? null },
    executivePresenter: presenterRole(register, executive) ?? null,
    closes: register.county.closes,
  };
  return { data: input as Json };
}

/** An organisation as a party, with the body that answers for it. */
export function partyOf(organisation: Organisation, register: Pick<Register, 'bodies'>): Party {
  const body = bodyFor(organisation, register);
  return {
    organisation: organisation.id,
    kind: isMunicipality(organisation) ? 'municipality' : 'other',
    body: body ? bodyInOrderOf(body, organisation) : null,
  };
}

function isMunicipality({ kind }: Organisation): boolean {
  return kind === 'municipality';
}

function bodyFor({ answers }: Organisation, { bodies }: Pick<Register, 'bodies'>): Body | undefined {
  return bodies.find(({ id }) => id === answers);
}

function withoutBody(entry: string, { id, name }: Organisation): Finding {
  return lacking(
    entry,
    label(
      `Kunnalta ${name.fi} (${id}) puuttuu vastaava toimielin (answers).`,
      `Kommunen ${name.sv} (${id}) saknar svarande organ (answers).`,
      `The municipality ${name.fi} (${id}) has no answering body (answers).`,
    ),
  );
}
