import type { CivilDate } from '../calendar/civil-date';
import type { Instant } from '../calendar/instant';
import type { Register } from '../organisations/register';
import { nameIn, type Language } from '../text';
import { citationText } from './citations';
import type { DutyId } from './catalogue';
import type { DutyRow } from './duties-of';
import type { DutyPeriod } from './duty-period';
import type { Warning } from './duty-reasons';
import type { DutyStatus } from './duty-status';
import type { Evidence, EvidenceKind } from './evidence';

export type Named = { id: string; name: string };

/** A piece of evidence as a reader sees it in one language. */
export type EvidenceView = {
  on: CivilDate;
  kind: EvidenceKind;
  fulfils: boolean;
  text: string;
  organisation: Named | null;
  body: string | null;
  section: string | null;
  caseNumber: string | null;
  source: string | null;
  /** `id` is `<stream>#<seq>`; `at` is when it was recorded, which may be long after it happened. */
  event: { id: string; stream: string; seq: number; type: string; at: Instant };
};

/** A duty as a reader sees it in one language. */
export type DutyView = {
  id: string;
  duty: DutyId;
  title: string;
  organisation: Named;
  basis: { act: string; section: string; moment: string | null; text: string };
  period: DutyPeriod;
  status: DutyStatus;
  reason?: string;
  warning?: Warning;
  evidence: EvidenceView[];
};

/** Puts a duty into words, with the names of the register; an organisation that is not in it is shown by its id. */
export function dutyView(row: DutyRow, register: Register, language: Language): DutyView {
  const { id, duty, title, organisation, basis, period, status, reason, warning, evidence } = row;
  return {
    id,
    duty,
    title: title[language],
    organisation: named(organisation, register, language),
    basis: {
      act: basis.act,
      section: basis.section,
      moment: basis.moment ?? null,
      text: citationText(basis, language),
    },
    period,
    status,
    ...(reason && { reason: reason[language] }),
    ...(warning && { warning }),
    evidence: evidence.map((item) => evidenceView(item, register, language)),
  };
}

function evidenceView(evidence: Evidence, register: Register, language: Language): EvidenceView {
  const { on, kind, weight, text, organisation, body, section, caseNumber, source, event } = evidence;
  return {
    on,
    kind,
    fulfils: weight === 'fulfils',
    text: text[language],
    organisation: organisation === undefined ? null : named(organisation, register, language),
    body: body ? nameIn(body, language) : null,
    section: section ?? null,
    caseNumber: caseNumber ?? null,
    source: source ?? null,
    event: { id: `${event.stream}#${event.seq}`, ...event },
  };
}

function named(id: string, { county, organisations }: Register, language: Language): Named {
  const name = id === county.code ? county.name : organisations.find((candidate) => candidate.id === id)?.name;
  return { id, name: name ? nameIn(name, language) : id };
}
