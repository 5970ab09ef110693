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
export { type AnyDefinition, type CommandDefinition, factsOf, type StateMeta } from './kernel/definition';
export { descriptionOf } from './kernel/description';
export { mermaidOf } from './kernel/diagram';
export type { EvidenceFact, EvidenceOf, EvidenceReader } from './kernel/evidence';
export { evidenceIn, type EvidenceTypes, evidenceTypes } from './kernel/read-evidence';
export { type Difference, fold, type Folded } from './kernel/fold';
export { type Deadline, type DeadlineStatus, type Instance, type Status, type WorkflowEvent } from './kernel/instance';
export { type HistoryFile, type HistoryFileEntry, readHistoryFile } from './history-entry/history-file';
export { standing } from './kernel/standing';
export { definitionOf, definitions, findDefinition } from './registry';
export { type PlannedStart, type PlannedStarts, plannedStarts } from './planned-starts';
