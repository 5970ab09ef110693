import type { Given } from './given';
import { path, rung } from './path';
import { approvedBy, begin, draft, held, municipalities, noted, sent } from './term-stages';

/** Histories of the council term 2025–2029 of the example area. Each is every step of one path. */

const termGoal = { title: 'Liikunta', measure: 'MOVE-mittaus', baseline: '38 %', target: '< 30 %', owner: 'Kunnat' };

const yearly = (year: number, half: string, at: string) => (so: Given) =>
  so.when('record-yearly-input', { year, half, findings: 'Tavoitteissa edetään.' }, { at });

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
    (so) => sent(so),
    ...[...municipalities, '09'].map(
      (organisation, no) => (so: Given) => noted(so, organisation, { meetingOn: '2027-02-08', section: `${no + 1}` }),
    ),
    (so) => so.when('record-agreement', { signedOn: '2027-02-22' }, { at: '2027-02-22T12:00:00+02:00' }),
    yearly(2027, 'accounts', '2027-06-15T12:00:00+03:00'),
    (so) =>
      so.when(
        'record-mid-evaluation',
        { evaluatedOn: '2027-09-30', findings: 'Tavoitteissa edettiin.' },
        { at: '2027-09-30T12:00:00+03:00' },
      ),
    yearly(2027, 'budgets', '2027-11-15T12:00:00+02:00'),
    (so) => so.when('remind', rung('accounts', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) =>
      so.when(
        'skip-step',
        { step: 'accounts', reason: 'Arvioitiin väliarvioinnissa.' },
        { at: '2028-06-26T12:00:00+03:00' },
      ),
    yearly(2028, 'budgets', '2028-11-15T12:00:00+02:00'),
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
    // Kärkölä's case went on with the new municipality.
    (so) => noted(so, '990', { meetingOn: '2028-01-31', section: '3' }, '2028-02-01T10:00:00+02:00', 'approval-316'),
    (so) => so.when('record-agreement', { signedOn: '2028-02-07' }, { at: '2028-02-07T12:00:00+02:00' }),
    (so) => so.when('skip-step', { step: 'midEvaluation', reason: 'Sopimus on vasta tullut voimaan.' }),
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

/** A council term whose agreement goes to the executive and the council: the council's meeting moves, it rejects, and is asked again. */
export function rejectedTerm(): Given[] {
  const note =
    (more: object, at: string, key = 'approval-09') =>
    (so: Given) =>
      noted(so, '09', more, at, key);
  return path(
    held(),
    (so) =>
      so.when('reschedule', {
        dates: { countyExecutive: { on: '2027-01-18', basis: 'decided' } },
        reason: 'Aluehallitus käsittelee sopimuksen ensin.',
      }),
    (so) => sent(so),
    note({ body: 'aluehallitus', meetingOn: '2027-01-18', last: false }, '2027-01-19T10:00:00+02:00'),
    (so) =>
      so.when(
        'note-moved-meetings',
        { organisation: '09', meetings: [{ body: 'aluevaltuusto', was: '2027-02-08', on: '2027-03-08' }] },
        { role: 'workflow', by: `${so.instance.id}.approval-09` },
      ),
    note({ decision: 'reject', meetingOn: '2027-03-08' }, '2027-03-09T10:00:00+02:00'),
    (so) => so.when('send-agreement', draft, { at: '2027-03-10T10:00:00+02:00' }),
    note({ meetingOn: '2027-04-12' }, '2027-04-13T10:00:00+03:00', 'approval-09--2'),
    (so) =>
      so.when(
        'record-agreement',
        { signedOn: '2027-04-20', whyWithout: 'Kunnat hyväksyvät sopimuksen myöhemmin.' },
        { at: '2027-04-20T10:00:00+03:00' },
      ),
    (so) => noted(so, '016', { meetingOn: '2027-04-26' }, '2027-04-27T10:00:00+03:00'),
    (so) => so.when('hand-over', { openMatters: [] }, { at: '2029-03-05T10:00:00+02:00' }),
    (so) => so.when('close', { evaluation: 'Osa kunnista jäi pois.' }, { at: '2029-06-15T10:00:00+03:00' }),
  );
}
