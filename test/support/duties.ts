import type { DutyId, DutyRow, Evidence, EvidenceKind, Organisation, Register, RegisterChange } from '@app/domain';
import { civilDate, dutiesOf, instant } from '@app/domain';

/** A county (09) of two municipalities and one other actor, evidence in short, and questions to its register of duties. */

export const municipality = (id: string, name: string, validity: Partial<Organisation> = {}): Organisation => ({
  id,
  kind: 'municipality',
  name: { fi: name, sv: name },
  languages: ['fi'],
  ...validity,
});

export function registerWith(organisations: Organisation[], changes: RegisterChange[] = []): Register {
  return {
    county: {
      code: '09',
      name: { fi: 'Alue', sv: 'Område' },
      languages: ['fi'],
      registry: 'r@a.test',
      closes: '16:15',
    },
    bodies: [],
    organisations: [
      ...organisations,
      { id: 'jarjesto-1', kind: 'ngo', name: { fi: 'Ry', sv: 'Rf' }, languages: ['fi'] },
    ],
    contacts: [],
    interfaces: [],
    changes,
  };
}

export const register = registerWith([municipality('016', 'Asikkala'), municipality('111', 'Heinola')]);

let seq = 0;
export function item(duty: DutyId, of: string, on: string, kind: EvidenceKind, more: Partial<Evidence> = {}): Evidence {
  seq += 1;
  const weight =
    kind === 'planned' ? 'promises' : ['held', 'present', 'reported'].includes(kind) ? 'fulfils' : 'supports';
  return {
    duty,
    of,
    period: on,
    event: { stream: '09.test', seq, type: 'Happened', at: instant('2026-01-02T08:00:00Z') },
    on: civilDate(on),
    kind,
    weight,
    text: { fi: kind, sv: kind, en: kind },
    ...more,
  };
}

export type Asked = { today: string; evidence?: Evidence[]; year?: number; since?: string | null; of?: Register };

export function ask({ today, evidence = [], year, since = '2026-01-02', of = register }: Asked): DutyRow[] {
  return dutiesOf({
    register: of,
    evidence,
    recordsBegin: since === null ? null : civilDate(since),
    today: civilDate(today),
    year,
  });
}

export function row(asked: Asked, id: string): DutyRow {
  const found = ask(asked).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

export const stands = (asked: Asked, id: string) => {
  const { status, reason, warning } = row(asked, id);
  return [status, reason?.fi ?? null, ...(warning ? [warning] : [])];
};
