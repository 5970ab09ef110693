import type { AnyDefinition, Effects, Json } from '@app/workflows';
import { findDefinition, plannedStarts } from '@app/workflows';
import { examplePlan, exampleRegister } from './example-area';
import type { Given } from './given';
import { given } from './given';

/** Histories of the example area that between them owe every mail and visit most states. Each is every step of one path. */

const workflow = { role: 'workflow' as const };
const rung = (deadline: string, key: string, audience: string, template: string) => ({
  deadline,
  rung: key,
  audience,
  template,
});

function path(begin: Given, ...steps: ((so: Given) => Given)[]): Given[] {
  return steps.reduce<Given[]>((taken, step) => [...taken, step(taken.at(-1) ?? begin)], [begin]);
}

function definition(name: string): AnyDefinition {
  const found = findDefinition(name);
  if (!found) throw new Error(name);
  return found;
}

export function negotiation(): Given[] {
  const [start] = plannedStarts(examplePlan(), exampleRegister()).starts;
  if (!start) throw new Error('nothing planned');
  return path(
    given(definition('hyte-negotiation'), start.data, { at: '2026-01-02T08:00:00+02:00' }),
    (so) => so.when('remind', rung('planning', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) => so.when('remind', rung('planning', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    (so) => so.when('record-planning', { heldOn: '2026-03-12' }, { at: '2026-03-12T15:00:00+02:00' }),
    (so) => so.when('fix-date', { negotiation: { on: '2026-08-27', at: '08:30', basis: 'agreed' } }),
    (so) => so.when('invite', {}, { at: '2026-05-25T09:00:00+03:00' }),
    (so) =>
      so.when(
        'compile-answers',
        { summary: 'https://paijatha.example.invalid/koonti' },
        { at: '2026-08-21T10:00:00+03:00' },
      ),
    (so) =>
      so.when(
        'record-negotiation',
        { heldOn: '2026-08-27', participants: [{ organisation: '016', people: 3 }] },
        { at: '2026-08-28T09:00:00+03:00' },
      ),
    (so) => so.when('send-draft-summary', { document: 'https://paijatha.example.invalid/luonnos' }),
    (so) => so.when('finish-summary', { proposal: 'Hyväksytään.' }, { at: '2026-09-25T09:00:00+03:00' }),
    (so) =>
      so.when(
        'note-decision',
        {
          organisation: '09',
          decision: 'approve',
          meetingOn: '2026-10-15',
          section: '36',
          caseNumber: null,
          minutes: null,
          body: 'hyte-lautakunta',
        },
        workflow,
      ),
    (so) => so.when('send-result', {}),
  );
}

const termGoal = { title: 'Liikunta', measure: 'MOVE-mittaus', baseline: '38 %', target: '< 30 %', owner: 'Kunnat' };

/** The council term 2025–2029 from its plan to its hand-over and end: negotiated, approved, signed and evaluated. */
export function councilTerm(): Given[] {
  return path(
    plannedTerm(),
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
    ...['016', '081', '098', '111', '142', '316', '398', '560', '576', '781', '09'].map(
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

/** A council term that ends without its negotiation: warned of, handed over and closed as missed. */
export function missedTerm(): Given[] {
  return path(
    plannedTerm(),
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

function plannedTerm(): Given {
  const start = plannedStarts(examplePlan(), exampleRegister()).starts.find(
    ({ definition: name }) => name === 'council-term-negotiation',
  );
  if (!start) throw new Error('no council term is planned');
  return given(definition(start.definition), start.data, { at: '2026-01-02T08:00:00+02:00', id: start.id });
}

/** A negotiation that is cancelled after the parties were asked. */
export function cancelledNegotiation(): Given[] {
  const steps = negotiation();
  const asked = steps.findIndex(({ instance }) => instance.state === 'open.awaiting-answers');
  return [
    ...steps.slice(0, asked + 1),
    ...steps.slice(asked, asked + 1).map((so) => so.when('cancel', { reason: 'Kokeilu.' })),
  ];
}

export function childrenOf(steps: Given[]): Effects['children'] {
  return steps.flatMap(({ effects }) => effects.children);
}

export function request(data: Json): Given[] {
  return path(
    given(definition('information-request'), data),
    (so) => so.when('remind', rung('answer', 'T-7', 'respondent', 'reminder'), { role: 'clock' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: '2026-08-17T16:15:00+03:00' }),
    (so) => so.when('remind', rung('answer', 'overdue', 'respondent', 'overdue'), { role: 'clock' }),
    (so) => so.when('remind', rung('answer', 'escalation', 'coordinator', 'escalation-proposed'), { role: 'clock' }),
    (so) => so.when('escalate', {}),
    (so) => so.when('record-answer', { answers: { efforts: 'Liikunta.' } }),
    (so) => so.when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' }),
    (so) => so.when('withdraw', { reason: 'Ei tarvita.' }),
  );
}

export function countyHandling(data: Json): Given[] {
  return path(
    given(definition('board-handling'), data, { at: '2026-09-25T09:00:00+03:00' }),
    (so) => so.when('remind', rung('materials', 'T-7', 'presenter', 'board-step-due'), { role: 'clock' }),
    (so) => so.when('remind', rung('materials', 'overdue', 'coordinator', 'board-step-overdue'), { role: 'clock' }),
    (so) => so.when('place-on-agenda', { meetingOn: '2026-10-15' }),
    (so) => so.when('remind', rung('decision', 'T-7', 'presenter', 'board-step-due'), { role: 'clock' }),
    (so) =>
      so.when(
        'record-decision',
        { decision: 'approve', meetingOn: '2026-10-15', section: '36' },
        { at: '2026-10-16T09:00:00+03:00' },
      ),
    (so) => so.when('remind', rung('extract', 'T-7', 'presenter', 'board-step-due'), { role: 'clock' }),
  );
}

export function municipalHandling(data: Json): Given[] {
  return path(
    given(definition('board-handling'), data, { at: '2026-10-19T09:00:00+03:00' }),
    (so) => so.when('remind', rung('handling', 'T-14', 'respondent', 'acknowledgement-reminder'), { role: 'clock' }),
    (so) => so.when('remind', rung('handling', 'overdue', 'respondent', 'acknowledgement-overdue'), { role: 'clock' }),
    (so) => so.when('remind', rung('handling', 'escalation', 'coordinator', 'escalation-proposed'), { role: 'clock' }),
    (so) => so.when('escalate', {}, { at: '2026-12-02T09:00:00+02:00' }),
    (so) =>
      so.when(
        'record-decision',
        { decision: 'note', meetingOn: '2026-12-15', section: '91' },
        { at: '2026-12-16T09:00:00+02:00', role: 'respondent' },
      ),
  );
}

/** A municipality's handling that the county no longer wants. */
export function withdrawnHandling(data: Json): Given[] {
  return path(given(definition('board-handling'), data, { at: '2026-10-19T09:00:00+03:00' }), (so) =>
    so.when('withdraw', { reason: 'Ei tarvita.' }),
  );
}

/** Every mail that these histories owe: between them every mail there is. */
export function owedMails(): Effects['notifications'] {
  const year = negotiation();
  const dataOf = (kind: string) =>
    childrenOf(year)
      .filter(({ key }) => key.startsWith(kind))
      .map(({ data }) => data);
  return [
    ...year,
    ...cancelledNegotiation(),
    ...councilTerm(),
    ...missedTerm(),
    ...dataOf('answer-').flatMap(request),
    ...dataOf('hyte-board-').flatMap(countyHandling),
    ...dataOf('acknowledgement-').flatMap((data) => [...municipalHandling(data), ...withdrawnHandling(data)]),
  ].flatMap(({ effects }) => effects.notifications);
}
