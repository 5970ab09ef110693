import type { DutyId, Evidence } from '@app/domain';
import { label } from '../fields';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { CouncilReport } from './yearly-municipal-report.data';

const duty: DutyId = 'municipal-report';

/** A municipality's report to its council fulfils its duty of the year in which the council handled it (612/2021 § 6). */
export const reportsEvidence: EvidenceOf = {
  ReportRecorded: (soFar, fact) => {
    const { organisation } = fact.data as CouncilReport;
    return [...soFar.filter(({ of }) => of !== organisation), reported(fact)];
  },
  // What was recorded by mistake is not evidence of anything.
  ReportsCancelled: () => [],
};

function reported(fact: EvidenceFact): Evidence {
  const { organisation, meetingOn, section, caseNumber, document } = fact.data as CouncilReport;
  return {
    duty,
    of: organisation,
    period: meetingOn,
    event: eventOf(fact),
    on: meetingOn,
    kind: 'reported',
    weight: 'fulfils',
    body: label('Valtuusto', 'Fullmäktige', 'Municipal council'),
    section,
    ...(caseNumber !== undefined && { caseNumber }),
    ...(document !== undefined && { source: document }),
    text: label(
      'Valtuusto käsitteli vuosittaisen raportin hyvinvoinnista.',
      'Fullmäktige behandlade den årliga rapporten om välfärden.',
      'The council handled the yearly report on wellbeing.',
    ),
  };
}
