import type { Given } from './given';
import { path, rung } from './path';
import { approvedBy, begin, municipalities } from './term-stages';

/** Histories of the council term 2025–2029 of the example area. Each is every step of one path. */

const termGoal = { title: 'Liikunta', measure: 'MOVE-mittaus', baseline: '38 %', target: '< 30 %', owner: 'Kunnat' };

/** The council term 2025–2029 from its plan to its hand-over and end: negotiated, approved, signed and evaluated. */
export function councilTerm(): Given[] {
  return path(
    begin(),
    (so) => so.when('remind', rung('forum', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) => so.when('remind', rung('forum', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    (so) =>
      so.when(
        'record-forum',
        { agreedOn: '2026-01-15', forum: 'Kuntien johtajat ja hyvinvointialueen johtoryhmä.' },
        { at: '2026-01-15T15:00:00+02:00' },
      ),
    (so) => so.when('record-situation', { sharedOn: '2026-03-31' }, { at: '2026-03-31T15:00:00+03:00' }),
    (so) =>
      so.when('record-goals', { finishedOn: '2026-09-30', goals: [termGoal] }, { at: '2026-09-30T15:00:00+03:00' }),
    (so) =>
      so.when(
        'record-negotiation',
        { heldOn: '2026-11-12', participants: [{ organisation: '016', people: 2 }] },
        { at: '2026-11-12T16:00:00+02:00' },
      ),
    ...[...municipalities, '09'].map(
      (organisation, no) => (so: Given) =>
        so.when(
          'record-approval',
          { organisation, decision: 'approve', meetingOn: '2027-02-08', section: `${no + 1}`, caseNumber: '7/2027' },
          { at: '2027-02-09T10:00:00+02:00' },
        ),
    ),
    (so) => so.when('record-agreement', { signedOn: '2027-02-22' }, { at: '2027-02-22T12:00:00+02:00' }),
    (so) =>
      so.when(
        'record-mid-evaluation',
        { evaluatedOn: '2027-09-30', findings: 'Tavoitteissa edettiin.' },
        { at: '2027-09-30T12:00:00+03:00' },
      ),
    (so) =>
      so.when(
        'hand-over',
        { openMatters: [{ title: 'Yhteinen seuranta', owner: 'Hyte-lautakunta', dueOn: '2029-12-31' }] },
        { at: '2029-03-05T10:00:00+02:00' },
      ),
    (so) => so.when('close', { evaluation: 'Puolet tavoitteista saavutettiin.' }, { at: '2029-06-15T10:00:00+03:00' }),
  );
}

/** A council term in which two municipalities merge while the councils decide: one of them had, and so must the new one. */
export function changedTerm(): Given[] {
  const others = municipalities.filter((organisation) => organisation !== '316');
  return path(
    approvedBy(['09', ...others]),
    (so) =>
      so.when(
        'change-municipalities',
        {
          joined: ['990'],
          left: [
            { organisation: '142', successor: '990' },
            { organisation: '316', successor: '990' },
          ],
          reason: 'Kuntaliitos 1.1.2028.',
        },
        { role: 'workflow', at: '2028-01-01T08:00:00+02:00' },
      ),
    (so) =>
      so.when(
        'record-approval',
        { organisation: '990', decision: 'approve', meetingOn: '2028-01-31', section: '3', caseNumber: '2/2028' },
        { at: '2028-02-01T10:00:00+02:00' },
      ),
    (so) => so.when('record-agreement', { signedOn: '2028-02-07' }, { at: '2028-02-07T12:00:00+02:00' }),
  );
}

/** A council term that ends without its negotiation: warned of, handed over and closed as missed. */
export function missedTerm(): Given[] {
  return path(
    begin(),
    (so) =>
      so.when('remind', rung('termEnds', 'M-24', 'coordinator', 'term-warning'), {
        role: 'clock',
        at: '2027-05-31T08:00:00+03:00',
      }),
    (so) => so.when('skip-step', { reason: 'Foorumi oli jo olemassa.' }),
    (so) =>
      so.when('remind', rung('termEnds', 'M-1', 'coordinator-and-director', 'term-warning'), {
        role: 'clock',
        at: '2029-04-30T08:00:00+03:00',
      }),
    (so) => so.when('pass-deadline', { deadline: 'termEnds' }, { role: 'clock', at: '2029-05-31T16:15:00+03:00' }),
    (so) =>
      so.when('remind', rung('termEnds', 'overdue', 'coordinator', 'term-warning'), {
        role: 'clock',
        at: '2029-06-01T08:00:00+03:00',
      }),
    (so) => so.when('hand-over', { openMatters: [{ title: 'Neuvottelu' }] }, { at: '2029-06-04T10:00:00+03:00' }),
    (so) => so.when('close-as-missed', { reason: 'Osapuolet eivät löytäneet aikaa.' }),
  );
}
