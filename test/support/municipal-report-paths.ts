import { findDefinition } from '@app/workflows';
import { plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of the municipalities' reports of 2026 in the example area. Each is every step of one path. */

const municipalities = ['016', '081', '098', '111', '142', '316', '398', '560', '576', '781'];

export function beginReports(): Given {
  const { id, data } = plannedEntry('municipal-reports-2026');
  const definition = findDefinition('yearly-municipal-report');
  if (!definition) throw new Error('yearly-municipal-report');
  return given(definition, data, { at: '2026-01-02T08:00:00+02:00', id });
}

export const report = (organisation: string, more: object = {}) => ({
  organisation,
  meetingOn: '2026-11-16',
  section: '71',
  ...more,
});

export function reportedBy(organisations: readonly string[], so = beginReports()): Given {
  return organisations.reduce(
    (step, organisation) => step.when('record-report', report(organisation), { at: '2026-11-17T10:00:00+02:00' }),
    so,
  );
}

/** The date moves, all municipalities but one report, one merges away, and the rest is explained. */
export function municipalReports(): Given[] {
  return path(
    beginReports(),
    (so) =>
      so.when('reschedule', {
        dates: { deliveredToCounty: { on: '2026-12-15', basis: 'requested' } },
        reason: 'Valtuustot kokoontuvat myöhemmin.',
      }),
    (so) => so.when('remind', rung('deliveredToCounty', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) => reportedBy(municipalities.slice(0, 8), so),
    (so) =>
      so.when('change-municipalities', {
        joined: [],
        left: [{ organisation: '781', successor: '016' }],
        reason: 'Kuntaliitos.',
      }),
    (so) =>
      so.when('pass-deadline', { deadline: 'deliveredToCounty' }, { role: 'clock', at: '2026-12-15T16:15:00+02:00' }),
    (so) => so.when('remind', rung('deliveredToCounty', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    (so) => so.when('close', { whyWithout: 'Padasjoen valtuusto käsittelee raportin tammikuussa.' }),
  );
}

/** Started by mistake. */
export function cancelledReports(): Given[] {
  return path(beginReports(), (so) => so.when('cancel', { reason: 'Aloitettu kahdesti.' }));
}
