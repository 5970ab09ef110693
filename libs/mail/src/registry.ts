import type { z } from 'zod';
import { acknowledgementOverdue } from './templates/acknowledgement-overdue.template';
import { acknowledgementReminder } from './templates/acknowledgement-reminder.template';
import { acknowledgement } from './templates/acknowledgement.template';
import { advanceAssignment } from './templates/advance-assignment.template';
import { answerShared } from './templates/answer-shared.template';
import { answersCompiled } from './templates/answers-compiled.template';
import { boardItem } from './templates/board-item.template';
import { boardRescheduled } from './templates/board-rescheduled.template';
import { boardStepDue } from './templates/board-step-due.template';
import { boardStepOverdue } from './templates/board-step-overdue.template';
import { cancelled } from './templates/cancelled.template';
import { completionRequest } from './templates/completion-request.template';
import { draftSummary } from './templates/draft-summary.template';
import { escalationMade } from './templates/escalation-made.template';
import { escalationProposed } from './templates/escalation-proposed.template';
import { escalation } from './templates/escalation.template';
import { handlingOrderMoved } from './templates/handling-order-moved.template';
import { handedOver } from './templates/handed-over.template';
import { informationRequest } from './templates/information-request.template';
import { invitation } from './templates/invitation.template';
import { logCheckpoint } from './templates/log-checkpoint.template';
import { meetingAnnounced } from './templates/meeting-announced.template';
import { meetingCancelled } from './templates/meeting-cancelled.template';
import { meetingMoved } from './templates/meeting-moved.template';
import { nobodyReached } from './templates/nobody-reached.template';
import { overdue } from './templates/overdue.template';
import { receipt } from './templates/receipt.template';
import { registryCopy } from './templates/registry-copy.template';
import { reminder } from './templates/reminder.template';
import { reportPublished } from './templates/report-published.template';
import { rescheduled } from './templates/rescheduled.template';
import { result } from './templates/result.template';
import { stepDue } from './templates/step-due.template';
import { stepOverdue } from './templates/step-overdue.template';
import { termWarning } from './templates/term-warning.template';

/** Every mail the product can send. A name, once released, never changes: it stands in stored notifications. */
export const templates = {
  invitation,
  'advance-assignment': advanceAssignment,
  'information-request': informationRequest,
  reminder,
  overdue,
  'handed-over': handedOver,
  'escalation-proposed': escalationProposed,
  escalation,
  'escalation-made': escalationMade,
  'nobody-reached': nobodyReached,
  receipt,
  'registry-copy': registryCopy,
  'answer-shared': answerShared,
  'completion-request': completionRequest,
  'answers-compiled': answersCompiled,
  'draft-summary': draftSummary,
  'board-item': boardItem,
  'board-step-due': boardStepDue,
  'board-step-overdue': boardStepOverdue,
  'board-rescheduled': boardRescheduled,
  'handling-order-moved': handlingOrderMoved,
  result,
  acknowledgement,
  'acknowledgement-reminder': acknowledgementReminder,
  'acknowledgement-overdue': acknowledgementOverdue,
  'step-due': stepDue,
  'step-overdue': stepOverdue,
  'term-warning': termWarning,
  rescheduled,
  cancelled,
  'meeting-announced': meetingAnnounced,
  'meeting-moved': meetingMoved,
  'meeting-cancelled': meetingCancelled,
  'report-published': reportPublished,
  'log-checkpoint': logCheckpoint,
} as const;

export type TemplateName = keyof typeof templates;

/** What each template must be told. */
export type MailData = { [N in TemplateName]: z.output<(typeof templates)[N]['schema']> };

export const templateNames = Object.keys(templates) as TemplateName[];
