import type { AnyDefinition, Effects, Json } from '@app/workflows';
import { findDefinition, plannedStarts } from '@app/workflows';
import { examplePlan, exampleRegister, historyOf2023 } from './example-area';
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

/** The negotiation of 2023, entered in 2026, corrected and struck. */
export function history(): Given[] {
  const entry = historyOf2023() as Json;
  return path(
    given(definition('history-entry'), entry, {
      at: '2026-03-02T10:00:00+02:00',
      id: '09.history-hyte-negotiation-2023',
    }),
    (so) => so.when('correct', { ...historyOf2023({ participantsTotal: 48 }), reason: 'Yksi perui.' }),
    (so) => so.when('strike', { reason: 'Kirjattu kahdesti.' }),
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
    ...dataOf('answer-').flatMap(request),
    ...dataOf('hyte-board-').flatMap(countyHandling),
    ...dataOf('acknowledgement-').flatMap((data) => [...municipalHandling(data), ...withdrawnHandling(data)]),
  ].flatMap(({ effects }) => effects.notifications);
}
