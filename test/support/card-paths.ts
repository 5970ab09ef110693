import { type AnyDefinition, findDefinition, type Json } from '@app/workflows';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

const informationRequest = findDefinition('information-request') as AnyDefinition;

/** A request of another kind than the advance assignment: its date moves, it is escalated, answered by post and completed. */
export function requestOfCard(data: Json): Given[] {
  const answers = { notes: 'Kirjeellä.' };
  const question = { id: 'notes', text: { fi: 'Huomiot', sv: 'Anmärkningar', en: 'Notes' } };
  return path(
    given(informationRequest, { ...(data as object), questions: [question] }),
    (so) => so.when('remind', rung('answer', 'T-7', 'respondent', 'reminder'), { role: 'clock' }),
    (so) => so.when('reschedule', { dueOn: '2026-08-10', reason: 'Kiire.' }, { at: '2026-06-01T09:00:00+03:00' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: '2026-08-10T16:15:00+03:00' }),
    (so) => so.when('remind', rung('answer', 'overdue', 'respondent', 'overdue'), { role: 'clock' }),
    (so) => so.when('remind', rung('answer', 'escalation', 'coordinator', 'escalation-proposed'), { role: 'clock' }),
    (so) => so.when('escalate', {}),
    (so) =>
      so.when('record-received-answer', { answers, receivedOn: '2026-08-07' }, { at: '2026-08-12T09:00:00+03:00' }),
    (so) => so.when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' }),
  );
}

/** The same, withdrawn before anybody has answered. */
export function withdrawnCard(data: Json): Given[] {
  return path(given(informationRequest, data), (so) => so.when('withdraw', { reason: 'Ei tarvita.' }));
}
