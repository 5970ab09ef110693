export { lacksOf } from './kernel/check-definition';
export { clockCommands, passDeadline, remind } from './kernel/clock-commands';
export { type Actor, type Command, type Issue, type Json, type Refused, type Role, roles } from './kernel/command';
export type { Effects, OwedNotification, StartedChild, Timer } from './kernel/consequences';
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
  factsOf,
  type Replanned,
  type StateMeta,
} from './kernel/definition';
export { descriptionOf } from './kernel/description';
export { mermaidOf } from './kernel/diagram';
export { type Difference, fold, type Folded } from './kernel/fold';
export { type Deadline, type DeadlineStatus, type Instance, type Status, type WorkflowEvent } from './kernel/instance';
export { standing } from './kernel/standing';
export { calendarEntries, calendarSince, type CalendarSources } from './calendar/calendar-entries';
export type { CalendarEntry, CalendarOwner, DatedWorkflow, EntryStanding, Revision } from './calendar/calendar-entry';
export type { PlanInForce } from './calendar/other-meetings';
export { organisationBehind } from './calendar/whose-calendar';
export { definitionOf, definitions, findDefinition } from './registry';
export { type PlannedStart, type PlannedStarts, plannedStarts } from './planned-starts';
export { replannedCommand } from './replanned';
export { areaChangedCommand } from './area-changed';
export { partyOf } from './hyte-negotiation/hyte-negotiation.planned';
export type { Party } from './hyte-negotiation/hyte-negotiation.data';
