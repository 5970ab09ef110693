import {
  addDays,
  addWorkingDays,
  daysBetween,
  helsinkiInstant,
  municipalitiesOn,
  workingDayOnOrAfter,
  yearOf,
  type CivilDate,
  type LocalTime,
  type PlanEntry,
} from '@app/domain';
import type { ApiClient } from '../api/api-client';
import { peopleFrom } from '../scenario/behaviour';
import { goals, termWords } from '../scenario/texts';
import type { World } from './world';

const morning: LocalTime = '09:45';
const afternoon: LocalTime = '15:50';
/** Councils take the agreement up when it has been in preparation for a while, and the signatures follow the last of them. */
const preparationDays = 21;
const signingDays = 10;

/** The county's coordinator in the matter of the council term: takes its steps over the API, on the days the plan gives. */
export class TermCoordinator {
  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
    private readonly workflow: string,
    private readonly dates: PlanEntry['dates'],
  ) {}

  /** Puts the term's steps into the calendar; the drive may end before the last of them. */
  planTerm(): void {
    const { on } = this;
    this.take(on('forum'), 'record-forum', { agreedOn: on('forum'), forum: termWords.forum }, afternoon);
    this.take(on('situation'), 'record-situation', { sharedOn: on('situation'), summary: termWords.situation });
    this.take(on('goalsWorkbook'), 'record-goals', { finishedOn: on('goalsWorkbook'), goals });
    this.take(
      on('negotiation'),
      'record-negotiation',
      { heldOn: on('negotiation'), participants: this.participants() },
      afternoon,
    );
    this.planMunicipalCouncils();
    const { code } = this.world.register.county;
    this.planDecision(code, on('countyCouncil'), '4');
    const signedOn = addWorkingDays(on('countyCouncil'), signingDays);
    this.take(signedOn, 'record-agreement', { signedOn }, afternoon);
    const evaluation = { evaluatedOn: on('midEvaluation'), findings: termWords.midEvaluation };
    this.take(on('midEvaluation'), 'record-mid-evaluation', evaluation);
  }

  private readonly on = (name: string): CivilDate => {
    const date = this.dates[name];
    if (!date) throw new Error(`The plan of ${this.workflow} has no date ${name}.`);
    return date.on;
  };

  private municipalities() {
    return municipalitiesOn(this.world.register, this.on('negotiation'));
  }

  private participants(): object[] {
    const { county } = this.world.register;
    const came = this.municipalities().flatMap(({ id, kind }) => {
      const people = peopleFrom(id, kind);
      return people === undefined ? [] : [{ organisation: id, people }];
    });
    return [{ organisation: county.code, people: 6 }, ...came];
  }

  /** Each council in its own meeting, one after another, until the day that was asked for. */
  private planMunicipalCouncils(): void {
    const from = addDays(this.on('negotiation'), preparationDays);
    const until = addDays(this.on('municipalities'), -signingDays);
    const municipalities = this.municipalities();
    municipalities.forEach(({ id }, no) => {
      const days = Math.floor((Math.max(daysBetween(from, until), 0) * no) / municipalities.length);
      this.planDecision(id, workingDayOnOrAfter(addDays(from, days)), `${70 + no}`);
    });
  }

  /** The minutes reach the coordinator on the working day after the meeting. */
  private planDecision(organisation: string, meetingOn: CivilDate, section: string): void {
    const caseNumber = `${organisation}/00.01.02/${yearOf(meetingOn)}`;
    const decision = { organisation, decision: 'approve', meetingOn, section, caseNumber };
    this.take(addWorkingDays(meetingOn, 1), 'record-approval', decision);
  }

  private take(on: CivilDate, command: string, data: object, time = morning): void {
    this.world.agenda.plan(helsinkiInstant(on, time), `the coordinator gives ${command}`, async () => {
      await this.api.give(await this.api.workflow(this.workflow), command, data);
    });
  }
}
