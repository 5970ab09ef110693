export { lacksOf } from './kernel/check-definition';
export { clockCommands, passDeadline, remind } from './kernel/clock-commands';
export {
  type Actor,
  type AttachedFile,
  type Command,
  type Issue,
  type Json,
  type Refused,
  type Role,
  roles,
} from './kernel/command';
export type { Effects, OwedNotification, OwnPublication, StartedChild, TaskStep } from './kernel/consequences';
export type { Timer } from './kernel/timers';
export { commandsOf, kernelCommands } from './kernel/kernel-commands';
export {
  type Accepted,
  advance,
  type AllowedCommand,
  allowedCommands,
  type Decision,
  type Place,
  start,
} from './kernel/decide';
export {
  type AnyDefinition,
  type AreaChanged,
  type CommandDefinition,
  defineWorkflow,
  type Fact,
  factsOf,
  type Replanned,
  type Started,
  type StateMeta,
} from './kernel/definition';
export { descriptionOf } from './kernel/description';
export { drawingOf, type Drawing } from './drawing/drawing';
export { marksOf } from './drawing/marks';
export { mermaidOf } from './drawing/mermaid';
export { svgOf } from './drawing/svg';
export { svgStyle } from './drawing/svg-style';
export { bpmnOf } from './drawing/bpmn';
export type { EvidenceFact, EvidenceOf, EvidenceReader } from './kernel/evidence';
export { evidenceIn, type EvidenceTypes, evidenceTypes } from './kernel/read-evidence';
export { issueWords } from './kernel/issue-words';
export { intentActions, met } from './kernel/intents';
export { type Difference, fold, type Folded } from './kernel/fold';
export { followsOf, type Hearing } from './kernel/follows';
export {
  type Deadline,
  type DeadlineStatus,
  type Instance,
  isAwaited,
  isRunning,
  isRunningSet,
  type Status,
  type WorkflowEvent,
  plannedId,
} from './kernel/instance';
export { publicities, type WorkflowDocument } from './kernel/document';
export {
  disposableFrom,
  isPublicRecord,
  matterRetentionYears,
  type PublicityClass,
  publicityClasses,
  type RecordKind,
  recordKinds,
  type Retention,
  type WorkflowRecord,
} from './kernel/record';
export { isFileWithheld, isMailWithheld, isWithheld, withoutText } from './kernel/withheld';
export { type PrintedAnswer, printedAnswersOf } from './registry-copy/printed-answer';
export { publicityTitles } from './kernel/record-commands';
export { attachDocument, documentIdAfter, currentDocuments, documentAttached } from './kernel/document-commands';
export { isOvertaken, tellsOfPause } from './kernel/life-commands';
export { type HistoryFile, type HistoryFileEntry, readHistoryFile } from './history-entry/history-file';
export { forecastMigration, migrate, migrationTitle, workflowMigrated } from './kernel/migrate';
export { deadlinesAt } from './kernel/chart';
export type { LaddersInForce } from './kernel/ladders-in-force';
export { type LadderEffect, ladderEffects } from './kernel/ladder-effects';
export { textsErased } from './kernel/erasure-commands';
export { isPublicText } from './public-texts';
export { laddersRevision, useLadders } from './kernel/ladder-commands';
export { type Upcoming, upcomingMail, type UpcomingMail, upcomingMails } from './kernel/upcoming-mails';
export { standing } from './kernel/standing';
export { calendarEntries, calendarSince, type CalendarSources } from './calendar/calendar-entries';
export type { CalendarEntry, CalendarOwner, DatedWorkflow, EntryStanding, Revision } from './calendar/calendar-entry';
export type { PlanInForce } from './calendar/other-meetings';
export { organisationBehind } from './calendar/whose-calendar';
export { definitionOf, definitions, findDefinition, foldStored, OlderSoftwareError, versionLacks } from './registry';
export { type PlannedStart, type PlannedStarts, plannedStarts } from './planned-starts';
export { planChanges, type PlanChanges } from './plan-changes/plan-changes';
export { planSteps, type PlanStep } from './plan-changes/plan-steps';
export { deadlineMoves } from './plan-changes/deadline-moves';
export type { DateChange } from './plan-changes/date-changes';
export type { PendingRung } from './plan-changes/mail-changes';
export {
  type EntryPreview,
  type KnownMail,
  type MailChanges,
  planPreview,
  type PlanPreview,
} from './plan-changes/plan-preview';
export { readyPlan, type ReadyPlan } from './plan-changes/ready-plan';
export { bodyInOrderOf, plannedFor, presentedBody } from './board-handling/handling-child';
export { type AskedParty, askedPartyOf, decidingBodyOf } from './asked-party';
export { areaChangedCommand } from './area-changed';
export { partyOf } from './hyte-negotiation/hyte-negotiation.planned';
export type { Party } from './hyte-negotiation/hyte-negotiation.data';
export { indicatorCardForm } from './cards/indicator-card-form';
export { interfaceTopicsForm } from './cards/interface-topics-form';
export { municipalityCard } from './cards/municipality-card';
export { ngoCard } from './cards/ngo-card';
export { sectorCard } from './cards/sector-card';
export { termAccountForm } from './cards/term-account-form';
export { type About } from './words/told';
export { eventTypes, hasWords, wordsOf } from './words/event-words';
export { tell, titleOf, withoutContent, type LogEvent, type StreamFacts } from './words/log-event';
export { partTitle } from './drawing/titles';
export { audienceTitle, mailTitle } from './words/mail-titles';
export { csvHead, csvLines, jsonLine, type Reader } from './words/log-lines';
export { cloudEvent, cloudEventOf, type EventSource, publicData } from './words/cloud-event';
export { type Naming, namingOf } from './words/naming';
export { type BegunRow, type Following, topicsOf } from './units/following';
export { hearTopic, mostHearingRounds, type Publication, unheardIn } from './units/hearing';
export { organisationsOf } from './units/organisations-of';
export { decideTold, type Follower, publishedTo, type Tell, tellsIn } from './units/told';
export { addStep, addTold, addHearing, emptyUnit, leavesWork, mailKey, type Unit, unitOfStart } from './units/unit';
export type { EndedRow, PublicationRow, TellPayload } from './units/rows';
export { signedOn, type Span, yearSpan } from './simulation/year-span';
export { type Load } from './simulation/load';
export type { WaitingMail } from './simulation/post';
export { type Answering, answerings } from './simulation/answering';
export {
  simulate,
  type Simulated,
  type SimulatedMail,
  simulateInSteps,
  type Simulation,
  type SimulationOf,
} from './simulation/simulation';
export type { TimelineItem } from './simulation/timeline';
export { roleName } from './words/role-names';
