import type { Instant } from '@app/domain';
import type { About, Json, Role } from '@app/workflows';
import { findDefinition } from '@app/workflows';
import type { ToldEvent } from './told-events';

/** Events of other streams than workflows', and of steps that no recorded history takes; with data as they are recorded. */
export function unrecordedEvents(): ToldEvent[] {
  return [...ofStreams(), ...ofWorkflows()];
}

const proposed = {
  workflow: '09.lautakunta-1',
  version: 4,
  definition: 'board-handling',
  command: 'record-decision',
};
const reminder = { template: 'reminder', organisation: '111', audience: 'respondent' };

function ofStreams(): ToldEvent[] {
  const mail = (type: string, data: Json = {}, role: Role = 'clock') =>
    toldEvent('other streams', type, data, { role, about: { mail: reminder } });
  const other = (type: string, data: Json, about: About = {}) =>
    toldEvent('other streams', type, data, { role: 'coordinator', about });
  return [
    mail('NotificationSending', { contact: 'c-111-1', language: 'fi', messageId: '<m@vuosikello.invalid>' }),
    mail('NotificationAccepted', { retryAt: null }),
    mail('NotificationDeferred', { retryAt: '2026-08-10T06:15:00.000Z' }),
    mail('NotificationRejected', { retryAt: null }),
    mail('NotificationUnknown', { retryAt: '2026-08-10T06:15:00.000Z' }),
    mail('NotificationSuppressed', { reason: 'deadline-ended' }),
    mail('NotificationSuppressed', { retryAt: null }),
    mail('NotificationSuppressed', { reason: 'respondent-changed' }),
    mail('NotificationBounced', { contact: 'c-111-1', status: '5.1.1' }),
    mail('NotificationDelayed', { contact: 'c-111-1', status: '4.4.1' }),
    mail('NotificationDelivered', { contact: 'c-111-1', status: '2.0.0' }),
    mail('NotificationResent', { resentOf: '09.r.n3' }, 'admin'),
    other('TaskOpened', { key: 'nobody-reached/09.r', kind: 'nobody-reached', organisation: '111', workflow: '09.r' }),
    other('TaskClosed', {}, { task: { kind: 'nobody-reached', organisation: '111' } }),
    other('SilenceBegan', { organisation: '111', untilOn: '2026-07-31' }),
    other('SilenceEnded', {}),
    other('StandingLinkMade', { organisation: '111', expiresAt: '2029-05-31T21:00:00.000Z' }),
    other('StandingLinkRevoked', {}),
    toldEvent(
      'other streams',
      'LogKeyChanged',
      {
        previous: 'vuosikello.example.invalid/log/09+1a2b3c4d+AQ',
        key: 'vuosikello.example.invalid/log/09+5e6f7a8b+AQ',
      },
      { role: 'service', about: {} },
    ),
    other('LogRestored', {
      origin: 'vuosikello.example.invalid/log/09/2',
      earlier: { origin: 'a', size: 7 },
      why: 'key-lost',
    }),
    other('MailHeld', { scope: 'installation' }),
    other('MailReleased', { scope: 'county' }),
    other('CheckpointMailOwed', { notification: '09.log.n3', origin: 'vuosikello.example.invalid/log/09', size: 1042 }),
    other('KeyMade', { key: '09-1a2b3c4d', role: 'coordinator', expiresOn: '2027-12-31', permissions: null }),
    other('KeyMade', { key: '09-1a2b3c4d', role: 'service', expiresOn: null, permissions: ['workflows:read'] }),
    other('KeyRevoked', { key: '09-1a2b3c4d' }),
    other('FourEyesChanged', { commands: ['board-handling/record-decision', 'hyte-negotiation/send-result'] }),
    other('FourEyesChanged', { commands: [] }),
    ...['CommandProposed', 'CommandConfirmed', 'CommandRejected'].map((type) => other(type, proposed)),
    toldEvent('other streams', 'ProposalVoided', proposed, { role: 'coordinator' }),
    toldEvent('other streams', 'ProposalLapsed', proposed, { role: 'clock' }),
    ...['WebhookMade', 'WebhookChanged', 'WebhookSecretChanged', 'WebhookRemoved'].map((type) =>
      other(type, { webhook: '09-1a2b3c4d' }),
    ),
    other('PersonErased', { person: 'c-111-2', texts: 2, events: 1, workflows: 1 }),
    other('RecordDisposed', {
      workflow: '09.answer-016',
      events: 14,
      retentionYears: 10,
      reason: 'Säilytysaika päättyi.',
    }),
  ];
}

function ofWorkflows(): ToldEvent[] {
  const asked = {
    organisation: '111',
    title: { fi: 'Ennakkotehtävä', sv: 'Förhandsuppgift', en: 'Advance assignment' },
  };
  const request = (type: string, data: Json, role: Role = 'coordinator') =>
    toldEvent('information-request', type, data, { role, about: asked });
  const handling = (type: string, data: Json) =>
    toldEvent('board-handling', type, data, { role: 'coordinator', about: asked });
  const negotiation = (type: string, data: Json) => toldEvent('hyte-negotiation', type, data, { role: 'coordinator' });
  const term = (type: string, data: Json) => toldEvent('council-term-negotiation', type, data, { role: 'workflow' });
  const decision = {
    organisation: '111',
    decision: 'note-and-forward',
    meetingOn: '2026-11-17',
    section: '91',
    caseNumber: '539/00.04.01/2026',
    minutes: null,
    extractsTo: null,
    body: '111-hyvinvointilautakunta',
    last: true,
  };
  const clock = { deadline: 'answer', rung: 'escalation', audience: 'manager', template: 'escalation' };
  return [
    request('RequestAssigned', { contact: 'c-111-2' }),
    request('RequestHandedOver', { contact: 'c-111-2', from: 'c-111-1' }, 'respondent'),
    request('HandOverTakenBack', {}),
    request('HandlingAnnounced', { body: 'Hyvinvointilautakunta', meetingOn: '2026-06-09' }, 'respondent'),
    request(
      'AnswerReceived',
      {
        answers: {},
        late: false,
        onBehalf: false,
        body: 'Hyvinvointilautakunta',
        handledOn: '2026-06-09',
        section: '12',
      },
      'respondent',
    ),
    request('AnswerCorrected', { answers: {}, late: true, onBehalf: false }, 'respondent'),
    request('AnswerCorrected', { answers: {}, late: false, onBehalf: true }),
    request('AnswerRegistered', { caseNumber: '12/00.04.01/2026' }),
    request('AnswerAccepted', {}),
    request('RequestClosed', {}),
    request('EscalationFellDue', { ...clock, escalates: 'automatic' }, 'clock'),
    request('RemindersRelaid', { name: 'answer', setNo: 2, rungs: [] }, 'workflow'),
    request('DeadlineReaddressed', { name: 'answer' }, 'workflow'),
    request('LaddersChanged', { revision: 3, own: {} }, 'workflow'),
    request('DocumentAttached', {
      document: {
        id: 'd2',
        title: 'Valtuuston pöytäkirja',
        publicity: 'restricted',
        caseNumber: '12/00.04.01/2026',
        supersedes: 'd1',
      },
      file: { sha256: 'a'.repeat(64), bytes: 12, mediaType: 'application/pdf', name: 'ote.pdf' },
    }),
    request('RecordClassified', { record: 'r1', publicity: 'secret', reason: 'Liikesalaisuus.' }),
    request('TextsErased', { texts: 2 }, 'workflow'),
    request('WorkflowMigrated', { from: 1, to: 2, reason: 'Uusi lomake.' }, 'admin'),
    handling('DeadlinePassed', { deadline: 'handling' }),
    handling('EscalationFellDue', { ...clock, deadline: 'handling' }),
    handling('HandlingClosed', {}),
    handling('HandlingWithdrawn', { reason: 'Asia raukesi.' }),
    negotiation('CommentRecorded', { organisation: '111', text: 'Ei huomautettavaa.' }),
    negotiation('BoardRejectionNoted', {
      ...decision,
      organisation: '09',
      body: 'hyte-lautakunta',
      decision: 'reject',
    }),
    negotiation('AcknowledgementNoted', decision),
    negotiation('AcknowledgementForwarded', {
      ...decision,
      decision: null,
      meetingOn: null,
      section: null,
      caseNumber: null,
    }),
    negotiation('BoardMeetingMoved', {
      organisation: '09',
      meetings: [{ body: 'hyte-lautakunta', was: '2026-10-15', on: '2026-11-12' }],
    }),
    term('MattersTakenOver', { from: '09.council-term-negotiation-2021-2025', matters: [{ title: 'Seuranta' }] }),
    term('TermCancelled', { reason: 'Aloitettu kahdesti.' }),
    toldEvent('wellbeing-report', 'GoalsCarriedOver', {
      from: '09.n',
      matter: { fi: 'Vuosineuvottelu 2025', sv: 'Förhandlingen 2025', en: 'Negotiation 2025' },
      agreedOn: '2026-01-29',
      goals: [{ title: 'Liikunta', id: '09.n#1' }],
    }),
    toldEvent('wellbeing-report', 'DatesChanged', {
      reason: 'Aineisto viivästyi.',
      dates: { reportReady: { on: '2026-04-17', basis: 'agreed' } },
    }),
    toldEvent('indicator-card', 'StepSkipped', { step: 'compiled', reason: 'Kortteja ei saatu.' }),
    toldEvent('event', 'StepSkipped', { step: 'notes', reason: 'Ei sovittu mitään.' }),
    toldEvent('event', 'DeadlinePassed', { deadline: 'event' }, { role: 'clock' }),
  ];
}

function toldEvent(
  definition: string,
  type: string,
  data: Json,
  { role = 'coordinator', about = {} }: { role?: Role; about?: About } = {},
): ToldEvent {
  const at = '2026-06-01T06:00:00.000Z' as Instant;
  return {
    definition,
    event: {
      stream: '09.example',
      seq: 1,
      kind: 'fact',
      type,
      data,
      at,
      actor: { id: 'example', role },
      commandId: 'example',
    },
    about: definition === 'other streams' ? about : { ...about, definition: findDefinition(definition) },
  };
}
