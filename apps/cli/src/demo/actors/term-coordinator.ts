import {
  addDays,
  addWorkingDays,
  daysBetween,
  helsinkiInstant,
  municipalitiesOn,
  workingDayOnOrAfter,
  yearOf,
  type CivilDate,
  type Organisation,
} from '@app/domain';
import type { Casting } from './casting';
import { participantsOf } from '../scenario/behaviour';
import { goals, termWords } from '../scenario/texts';
import { afternoon, morning, type PlannedSteps } from './planned-steps';

/** Councils take the agreement up when it has been in preparation for a while, and the signatures follow the last of them. */
const preparationDays = 21;
const signingDays = 10;

/** When the agreement of the council term is signed, which the county council approves on the given day. */
export function signedOn(countyCouncilOn: CivilDate): CivilDate {
  return addWorkingDays(countyCouncilOn, signingDays);
}

/** The county's coordinator in the matter of the council term; the drive may end before the last of the steps. */
export function castTerm({ world: { register }, steps }: Casting): void {
  const { on } = steps;
  const municipalities = municipalitiesOn(register, on('negotiation'));
  const { code } = register.county;
  steps.take(steps.after('forum'), 'record-forum', { agreedOn: on('forum'), forum: termWords.forum });
  steps.step('situation', 'record-situation', { sharedOn: on('situation'), summary: termWords.situation });
  steps.step('goalsWorkbook', 'record-goals', { finishedOn: on('goalsWorkbook'), goals });
  steps.take(steps.after('negotiation'), 'record-negotiation', {
    heldOn: on('negotiation'),
    participants: [{ organisation: code, people: 6 }, ...participantsOf(municipalities)],
  });
  planMunicipalCouncils(steps, municipalities);
  planDecision(steps, code, on('countyCouncil'), { section: '4', caseNumber: '21' });
  const signed = signedOn(on('countyCouncil'));
  steps.take(helsinkiInstant(signed, afternoon), 'record-agreement', { signedOn: signed });
  const evaluation = { evaluatedOn: on('midEvaluation'), findings: termWords.midEvaluation };
  steps.step('midEvaluation', 'record-mid-evaluation', evaluation);
}

/** Each council in its own meeting, one after another, until the day that was asked for. */
function planMunicipalCouncils(steps: PlannedSteps, municipalities: readonly Organisation[]): void {
  const from = addDays(steps.on('negotiation'), preparationDays);
  const until = addDays(steps.on('municipalities'), -signingDays);
  municipalities.forEach(({ id }, no) => {
    const days = Math.floor((Math.max(daysBetween(from, until), 0) * no) / municipalities.length);
    planDecision(steps, id, workingDayOnOrAfter(addDays(from, days)), {
      section: `${70 + no}`,
      caseNumber: `${610 + no}`,
    });
  });
}

/** The minutes reach the coordinator on the working day after the meeting. */
function planDecision(
  steps: PlannedSteps,
  organisation: string,
  meetingOn: CivilDate,
  { section, caseNumber }: { section: string; caseNumber: string },
): void {
  const number = `${caseNumber}/00.01.02/${yearOf(meetingOn)}`;
  const decision = { organisation, decision: 'approve', meetingOn, section, caseNumber: number };
  steps.take(helsinkiInstant(addWorkingDays(meetingOn, 1), morning), 'record-approval', decision);
}
