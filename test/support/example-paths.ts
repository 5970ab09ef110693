import { addDays, civilDate, ladders } from '@app/domain';
import type { AnyDefinition, Effects, Json, LaddersInForce } from '@app/workflows';
import type { Party } from '@app/workflows';
import { findDefinition, partyOf as asParty } from '@app/workflows';
import type { Register } from '@app/domain';
import { exampleRegister, historyOf2023, plannedEntry } from './example-area';
import type { Given, When } from './given';
import { given } from './given';
import { itemPrepared } from './handling-paths';
import { path, rung } from './path';
import { anAnswerTo } from './an-answer';

/** Histories of the example area that between them owe every mail and visit most states. Each is every step of one path. */

const workflow = { role: 'workflow' as const };
const requestOf016 = { ...workflow, by: '09.test.answer-016' };

function definition(name: string): AnyDefinition {
  const found = findDefinition(name);
  if (!found) throw new Error(name);
  return found;
}

function partyOf(register: Register, id: string): Party {
  const organisation = register.organisations.find((candidate) => candidate.id === id);
  if (!organisation) throw new Error(id);
  return asParty(organisation, register);
}

/** The year's negotiation, as planned or without some of its parties. */
export function negotiation(without: readonly string[] = []): Given[] {
  const start = plannedEntry('hyte-negotiation-2026');
  const data = start.data as { parties: Party[] };
  const parties = data.parties.filter(({ organisation }) => !without.includes(organisation));
  return path(
    given(definition('hyte-negotiation'), { ...data, parties } as Json, { at: '2026-01-02T08:00:00+02:00' }),
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
          extractsTo: null,
          last: true,
          body: 'hyte-lautakunta',
        },
        workflow,
      ),
    (so) => so.when('send-result', {}),
  );
}

/** A negotiation that is cancelled after the parties were asked. */
export function cancelledNegotiation(): Given[] {
  return path(upToAnswers().at(-1) as Given, (so) => so.when('cancel', { reason: 'Kokeilu.' }));
}

/** A negotiation whose dates move before the answers, after them and in the board, and that is held on another day. */
export function rescheduledNegotiation(): Given[] {
  const reschedule = (dates: object, when: When) => (so: Given) =>
    so.when('reschedule', { dates, reason: 'Tila on varattu.' }, when);
  return path(
    upToAnswers().at(-1) as Given,
    reschedule({ assignmentDue: { on: '2026-08-19', basis: 'requested' } }, { at: '2026-06-01T09:00:00+03:00' }),
    (so) =>
      so.when(
        'note-answer',
        { organisation: '016', outcome: 'answered', late: false },
        { ...requestOf016, at: '2026-06-10T09:00:00+03:00' },
      ),
    reschedule(
      { negotiation: { on: '2026-09-02', at: '09:00', place: 'Lahti', basis: 'agreed' } },
      { at: '2026-08-10T09:00:00+03:00' },
    ),
    (so) => so.when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' }),
    reschedule({ negotiation: { on: '2026-09-03', at: '09:00', place: 'Heinola', basis: 'agreed' } }, {}),
    (so) =>
      so.when(
        'record-negotiation',
        { heldOn: '2026-09-04', participants: [{ organisation: '016', people: 3 }] },
        { at: '2026-09-07T09:00:00+03:00' },
      ),
    (so) => so.when('send-draft-summary', {}, { at: '2026-09-10T09:00:00+03:00' }),
    reschedule({ commentsDue: { on: '2026-10-01', basis: 'requested' } }, { at: '2026-09-14T09:00:00+03:00' }),
    (so) => so.when('finish-summary', { proposal: 'Hyväksytään.' }, { at: '2026-10-02T09:00:00+03:00' }),
    reschedule(
      {
        hyteBoard: { on: '2026-11-12', basis: 'decided' },
        resultSent: { on: '2026-11-16', basis: 'agreed' },
        acknowledgements: { on: '2026-12-31', basis: 'requested' },
      },
      { at: '2026-10-05T09:00:00+03:00' },
    ),
  );
}

/** A negotiation in which two asked municipalities merge, one moves to another county and an actor joins. */
export function changedNegotiation(): Given[] {
  const change = (joined: object[], left: object[], at: string) => (so: Given) =>
    so.when('change-parties', { joined, left, reason: 'Kuntaliitos.' }, { at });
  const register = exampleRegister();
  return path(
    upToAnswers(['781', 'jarjesto-5']).at(-1) as Given,
    change(
      [partyOf(register, '781')],
      [
        { organisation: '016', successor: '781' },
        { organisation: '576', successor: '781' },
      ],
      '2026-06-01T09:00:00+03:00',
    ),
    (so) => so.when('note-answer', { organisation: '016', outcome: 'answered', late: false }, requestOf016),
    change([], [{ organisation: '142', successor: null }], '2026-06-02T09:00:00+03:00'),
    change([partyOf(register, 'jarjesto-5')], [], '2026-08-17T09:00:00+03:00'),
    (so) => so.when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' }),
  );
}

function upToAnswers(without: readonly string[] = []): Given[] {
  const steps = negotiation(without);
  return steps.slice(0, steps.findIndex(({ instance }) => instance.state === 'open.awaiting-answers') + 1);
}

export function childrenOf(steps: Given[]): Effects['children'] {
  return steps.flatMap(({ effects }) => effects.children);
}

/** A request that is answered late, returned for completion and withdrawn, whatever it asks. */
export function request(data: Json): Given[] {
  const { dueOn, lastOn } = data as { dueOn: string; lastOn: string };
  return path(
    given(definition('information-request'), data, { at: `${addDays(civilDate(dueOn), -84)}T09:00:00+03:00` }),
    (so) => so.when('remind', rung('answer', 'T-7', 'respondent', 'reminder'), { role: 'clock' }),
    (so) => so.when('remind', rung('answer', 'reach', 'coordinator', 'nobody-reached'), { role: 'clock' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: `${dueOn}T16:15:00+03:00` }),
    (so) => so.when('remind', rung('answer', 'overdue', 'respondent', 'overdue'), { role: 'clock' }),
    (so) => so.when('remind', rung('answer', 'escalation', 'coordinator', 'escalation-proposed'), { role: 'clock' }),
    (so) => so.when('escalate', {}),
    (so) => so.when('record-answer', { answers: anAnswerTo(data) }),
    (so) => so.when('return-for-completion', { reason: 'Kesken.', dueOn: lastOn }),
    (so) => so.when('withdraw', { reason: 'Ei tarvita.' }),
  );
}

/** A county whose own ladders take what is not answered to the manager by themselves. */
const byItself: LaddersInForce = {
  revision: 1,
  own: Object.fromEntries(
    (['answer', 'acknowledgement'] as const).map((name) => [
      name,
      ladders[name].map((one) => (one.key === 'escalation' ? { ...one, escalates: 'automatic' as const } : one)),
    ]),
  ),
};

/** A request that goes to the manager by itself. */
export function escalatedRequest(data: Json): Given[] {
  const { dueOn } = data as { dueOn: string };
  return path(
    given(definition('information-request'), data, { ladders: byItself }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: `${dueOn}T16:15:00+03:00` }),
    (so) => so.when('remind', escalation('answer'), { role: 'clock' }),
  );
}

/** A municipality's handling that goes to the manager by itself. */
export function escalatedHandling(data: Json): Given[] {
  return path(given(definition('board-handling'), data, { at: '2026-10-19T09:00:00+03:00', ladders: byItself }), (so) =>
    so.when('remind', escalation('handling'), { role: 'clock', at: '2026-12-02T08:00:00+02:00' }),
  );
}

function escalation(deadline: string) {
  return { ...rung(deadline, 'escalation', 'coordinator', 'escalation-proposed'), escalates: 'automatic' };
}

/** A request that is handed over to a colleague, taken back after the reply date, answered and corrected. */
export function handedOverRequest(data: Json): Given[] {
  const { dueOn } = data as { dueOn: string };
  return path(
    given(definition('information-request'), data),
    (so) => so.when('hand-over', { contact: 'colleague-1', from: 'colleague-0' }, { role: 'respondent' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: `${dueOn}T16:15:00+03:00` }),
    (so) => so.when('hand-over', { contact: 'colleague-2' }, { role: 'respondent' }),
    (so) => so.when('take-back-hand-over', {}),
    (so) => so.when('record-answer', { answers: anAnswerTo(data), documents: ['d1'] }, { role: 'respondent' }),
    (so) => so.when('correct-answer', { answers: anAnswerTo(data) }, { role: 'respondent' }),
  );
}

/** A request that is withdrawn because its respondent takes no part any more. */
export function requestOfOneThatLeft(data: Json): Given[] {
  return path(given(definition('information-request'), data), (so) =>
    so.when('withdraw-unanswered', { reason: 'Kuntaliitos.' }, workflow),
  );
}

/** A request whose date moves twice and that another organisation then goes on with. */
export function movedRequest(data: Json): Given[] {
  const successor = partyOf(exampleRegister(), '111');
  return path(
    given(definition('information-request'), data),
    (so) => so.when('reschedule', { dueOn: '2026-08-10', reason: 'Kiire.' }, { at: '2026-06-01T09:00:00+03:00' }),
    (so) => so.when('remind', rung('answer', 'agenda', 'respondent', 'reminder'), { role: 'clock' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock', at: '2026-08-10T16:15:00+03:00' }),
    (so) =>
      so.when('reschedule', { dueOn: '2026-08-19', reason: 'Kokous siirtyi.' }, { at: '2026-08-11T09:00:00+03:00' }),
    (so) => so.when('reschedule', { next: { on: '2026-09-02', basis: 'agreed' }, reason: 'Tila.' }, workflow),
    (so) =>
      so.when(
        'succeed',
        { organisation: '111', organisationKind: 'municipality', body: successor.body, reason: 'Kuntaliitos.' },
        workflow,
      ),
    (so) => so.when('confirm-receipt', {}, { role: 'respondent' }),
    (so) => so.when('remind', rung('answer', 'reach', 'coordinator', 'nobody-reached'), { role: 'clock' }),
    (so) => so.when('record-answer', { answers: { efforts: 'Liikunta.' } }, { at: '2026-08-19T09:00:00+03:00' }),
  );
}

/** A case of the county's board whose meeting moves. */
export function movedHandling(data: Json): Given[] {
  return path(
    given(definition('board-handling'), data, { at: '2026-09-25T09:00:00+03:00' }),
    (so) =>
      so.when(
        'reschedule',
        { meetingOn: '2026-11-12', reason: 'Kokous siirtyi.' },
        { at: '2026-09-28T09:00:00+03:00' },
      ),
    (so) => so.when('place-on-agenda', { meetingOn: '2026-11-12' }),
    (so) => so.when('reschedule', { meetingOn: '2026-12-10', reason: 'Kokous siirtyi.' }),
  );
}

/** A municipality's case whose date moves and that its successor goes on with. */
export function movedMunicipalHandling(data: Json): Given[] {
  const { body } = partyOf(exampleRegister(), '016');
  return path(
    given(definition('board-handling'), data, { at: '2026-10-19T09:00:00+03:00' }),
    (so) =>
      so.when(
        'reschedule',
        { due: { on: '2026-12-18', basis: 'requested' }, reason: 'Kokous siirtyi.' },
        { at: '2026-10-26T09:00:00+02:00' },
      ),
    (so) => so.when('remind', rung('handling', 'agenda', 'respondent', 'acknowledgement-reminder'), { role: 'clock' }),
    (so) => so.when('succeed', { organisation: '016', bodies: [body], reason: 'Kuntaliitos.' }, workflow),
  );
}

export function countyHandling(data: Json): Given[] {
  return path(
    given(definition('board-handling'), data, { at: '2026-09-25T09:00:00+03:00' }),
    (so) => so.when('remind', rung('materials', 'T-7', 'presenter', 'board-step-due'), { role: 'clock' }),
    (so) => so.when('remind', rung('materials', 'overdue', 'coordinator', 'board-step-overdue'), { role: 'clock' }),
    (so) => so.when('mark-prepared', itemPrepared),
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
    (so) => so.when('remind', rung('handling', 'reach', 'coordinator', 'nobody-reached'), { role: 'clock' }),
    (so) => so.when('confirm-receipt', {}, { role: 'respondent' }),
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
