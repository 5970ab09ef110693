export { languages, nameIn, type Language, type Name, type Text } from './text';
export type { Finding, Severity } from './finding';
export { type TaskKind, taskKinds } from './tasks/task-kinds';
export { taskWords } from './tasks/task-words';
export { deliverableContacts, saysAddressIsDead } from './organisations/undeliverable';

export {
  addDays,
  civilDate,
  daysBetween,
  InvalidDateError,
  isCivilDate,
  weekdayOf,
  yearOf,
  type CivilDate,
  type Weekday,
} from './calendar/civil-date';
export { calendarUid } from './calendar/calendar-uid';
export {
  addMs,
  helsinkiDate,
  helsinkiInstant,
  helsinkiTime,
  instant,
  InvalidInstantError,
  InvalidTimeError,
  type Instant,
  type LocalTime,
} from './calendar/instant';
export { longDate, onDate } from './calendar/long-date';
export { numericDate } from './calendar/numeric-date';
export { planWeekdays, weekdayAbbreviation, weekdayName, type PlanWeekday } from './calendar/weekday';
export {
  addWorkingDays,
  blockedDay,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
} from './calendar/working-day';
export { InvalidPeriodError, parsePeriod, periodEnd, type Period, type PeriodUnit } from './calendar/period';
export {
  timeLimit,
  type BlockedEnd,
  type Direction,
  type TimeLimit,
  type TimeLimitPolicy,
  type TimeLimitQuestion,
} from './calendar/time-limit';
export type { TimeLimitStep } from './calendar/time-limit-steps';
export {
  defaultSendingHours,
  isSendingTime,
  nextSendingMorning,
  sendingTimeOnOrAfter,
  type SendingHours,
} from './calendar/sending-hours';

export { bases, type Basis } from './duties/basis';
export { councilTerm, councilTermOn, nextCouncilTerm, type CouncilOf, type CouncilTerm } from './duties/council-terms';
export { citations, citationText, type Citation } from './duties/citations';
export { duties, dutyIds, dutyOf, type Duty, type DutyId } from './duties/catalogue';
export { dutiesOf, type DutiesQuestion, type DutyRow } from './duties/duties-of';
export { dutiesCsv } from './duties/duty-csv';
export { dutyPeriod, type DutyPeriod } from './duties/duty-period';
export { dutyStatuses, type DutyStatus } from './duties/duty-status';
export { dutyView, type DutyView, type EvidenceView } from './duties/duty-view';
export { dutyPeriodWords, dutyStatusWords, evidenceWords } from './duties/duty-words';
export type { Evidence, EvidenceKind, EvidenceWeight } from './duties/evidence';

export {
  organisationKinds,
  type Body,
  type Contact,
  type County,
  type Interface,
  type NameCases,
  type Organisation,
  type OrganisationKind,
  type Register,
  type RegisterChange,
  type RoleHeld,
} from './organisations/register';
export { dateWord, dateWords } from './plan/date-words';
export { parseRegister, type ParsedRegister } from './organisations/parse-register';
export { registerSchema, type RegisterInput } from './organisations/register.schema';
export { registerFromTables, registerTables } from './organisations/register-tables';
export { contactInput, registerFile, roleInput } from './organisations/register-file';
export { leaving, successorOf } from './organisations/area-changes';
export { areaChangeKey, areaChangeReason } from './organisations/named-change';
export { handOver, type HandOver } from './organisations/hand-over';
export {
  municipalitiesFrom,
  type MunicipalityArea,
  type MunicipalityClassification,
} from './organisations/municipality-classification';
export { withMunicipalities } from './organisations/with-municipalities';
export { fitsCaseNumber } from './organisations/case-number';
export { InvalidAddressError, parseAddress } from './organisations/address';
export { interfaceContacts, isValidOn, municipalitiesOn, organisationsOn } from './organisations/on-date';
export { roleName } from './organisations/role-names';
export { audienceOrRole, audienceRole, holderOf, presenterRole, rolesOn } from './organisations/seats';
export { actsFor, recipientFor, type Recipient } from './organisations/recipient';
export { firstMeetingFor, lastMeetingBefore, materialsDueOn, nextMeeting } from './organisations/meetings';

export type { Plan, PlanDate, PlanEntry, PlanRuleDate } from './plan/plan';
export type { DateRule } from './plan/date-rule';
export { planSchema, type PlanInput } from './plan/plan.schema';
export { planFile } from './plan/plan-file';
export { planFromTables, planTables, type PlanHead } from './plan/plan-tables';
export { checkPlan, type CheckedPlan, type PlanCheckOptions } from './plan/check-plan';
export { dutiesInPlan, type FulfilledDuty } from './plan/duty-findings';
export { completePlan, type CompletedPlan, type DerivedDate } from './plan/complete-plan';

export {
  type Audience,
  comesAfter,
  dayDirections,
  type Ladder,
  ladderNames,
  type LadderName,
  ladderSchema,
  type OwnLadders,
  type Rung,
  rungAudiences,
} from './reminders/ladder';
export { escalationTemplate, ladderFindings, ladderTemplates } from './reminders/ladder-findings';
export { ladderTitles, stopConditions, type StopCondition } from './reminders/ladder-words';
export { ladders, reachRung } from './reminders/ladders';
export { rungDates, type AnsweringBody, type DatedRung, type RungOptions } from './reminders/rung-dates';

export { looksLikeTable, recogniseTables, type RecognisedTables } from './data-tables';
export type { TableData } from './tables/recognise';
export type { Table, TableRow } from './tables/table';
export type { WrittenTable } from './tables/write-table';

export {
  erasureKept,
  type ErasureKept,
  erasureRemainders,
  erasureRemains,
  type ErasureRemains,
} from './persons/erasure-words';

export { hookUrlFault, type HookUrlFault } from './webhooks/hook-url';
export { isPublicAddress } from './webhooks/public-address';
