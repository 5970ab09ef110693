import {
  type CivilDate,
  type Finding,
  helsinkiDate,
  type Instant,
  type Language,
  type Plan,
  type Register,
  type Text,
} from '@app/domain';
import type { LaddersInForce } from '../kernel/ladders-in-force';
import type { Status } from '../kernel/instance';
import { loadOf, type Load } from './load';
import type { Post, SentMail, Undelivered, WaitingMail } from './post';
import type { Answering } from './answering';
import { type SimulatedYear, yearInSteps } from './simulate-year';
import { assumptions, leftOut, notDrivenWords } from './simulation-words';
import { timelineOf, type TimelineItem } from './timeline';

/** What a mail carries: one that is owed. */
export type CarriedMail = {
  notification: string;
  workflow: string;
  entry: string | null;
  template: string;
  organisation: string;
  audience: string;
};

/** A mail as it would leave; with more than one thing that it carries it is the mail of its reader's day. */
export type SimulatedMail = {
  day: CivilDate;
  at: Instant;
  to: { reader: string; contact: string | null; via: 'holder' | 'deputy' | 'registry' };
  language: Language;
  subject: string;
  carries: CarriedMail[];
};

/** What could not be driven: an entry, a date that nobody could meet on its day, or a step that was refused. */
export type NotDriven = {
  entry: string | null;
  workflow: string | null;
  deadline: string | null;
  dueOn: CivilDate | null;
  /** The day on which the date was met after all. */
  metOn: CivilDate | null;
  because: Text;
};

/** A year of a plan as it would go. Everything in it follows from the plan, the register and the answer to `answers`. */
export type Simulation = {
  county: string;
  year: number;
  from: CivilDate;
  to: CivilDate;
  answers: Answering;
  assumed: Text[];
  leftOut: Text[];
  counts: { workflows: number; mails: number; digests: number; owed: number; suppressed: number; undelivered: number };
  timeline: TimelineItem[];
  mails: SimulatedMail[];
  /** Mails that would reach nobody, with the reason. */
  undelivered: (CarriedMail & { day: CivilDate; reason: Exclude<Undelivered['reason'], 'no-deputy'> })[];
  load: Load[];
  /** What collides: of the findings of the plan’s check. */
  collisions: Finding[];
  /** The other findings of the check. */
  findings: Finding[];
  workflows: {
    id: string;
    entry: string | null;
    definition: string;
    outcome: Status;
    startedOn: CivilDate;
    endedOn: CivilDate | null;
  }[];
  notDriven: NotDriven[];
};

export type SimulationOf<Mail extends SentMail> = {
  /** Completed and without errors, with its findings; see `readyPlan`. */
  plan: Plan;
  findings: readonly Finding[];
  register: Register;
  answers: Answering;
  ladders?: LaddersInForce | undefined;
  post: Post<Mail>;
};

/** What came of it, and the mails themselves. */
export type Simulated<Mail extends SentMail> = { simulation: Simulation; sent: Mail[] };

/** Goes through a plan's year and tells what happens in it. Pure; the same input gives the same result. */
export function simulate<Mail extends SentMail>(input: SimulationOf<Mail>): Simulated<Mail> {
  const steps = simulateInSteps(input);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, step by step: whoever has other things to do beside it goes on when there is time. */
export function* simulateInSteps<Mail extends SentMail>(
  input: SimulationOf<Mail>,
): Generator<undefined, Simulated<Mail>> {
  const year = yield* yearInSteps(input);
  const { plan, register } = input;
  const entries = new Set(plan.entries.map(({ id }) => id));
  const entryOf = (workflow: string) => {
    const entry = workflow.split('.')[1];
    return entry !== undefined && entries.has(entry) ? entry : null;
  };
  const timeline = yield* timelineOf(year, { register, entryOf });
  return { simulation: simulationOf(input, year, { timeline, entryOf }), sent: year.sent };
}

function simulationOf<Mail extends SentMail>(
  { plan, findings, answers }: SimulationOf<Mail>,
  year: SimulatedYear<Mail>,
  { timeline, entryOf }: { timeline: TimelineItem[]; entryOf: (workflow: string) => string | null },
): Simulation {
  const { span, sent, standing, facts } = year;
  // A deputy is told beside somebody who is told: where there is none, nothing is missing.
  const dropped = year.dropped.flatMap(({ mail, reason }) => (reason === 'no-deputy' ? [] : [{ mail, reason }]));
  const suppressed = year.suppressed.length + year.dropped.length - dropped.length;
  const steps = facts.filter(({ actor }) => actor.role === 'coordinator').map(({ at }) => helsinkiDate(at));
  return {
    county: plan.county,
    year: plan.year,
    ...span,
    answers,
    assumed: assumptions(answers, span.from),
    leftOut: [...leftOut],
    counts: {
      workflows: standing.size,
      mails: sent.length,
      digests: sent.filter(({ carries }) => carries.length > 1).length,
      owed: sent.reduce((sum, { carries }) => sum + carries.length, dropped.length + suppressed),
      suppressed,
      undelivered: dropped.length,
    },
    timeline,
    mails: sent.map(({ at, reader, recipient, language, mail, carries }) => ({
      day: helsinkiDate(at),
      at,
      to: { reader, contact: recipient.contactId ?? null, via: recipient.via },
      language,
      subject: mail.subject,
      carries: carries.map((one) => carried(one, entryOf)),
    })),
    undelivered: dropped.map(({ mail, reason }) => ({
      ...carried(mail, entryOf),
      day: helsinkiDate(mail.owedAt),
      reason,
    })),
    load: loadOf(sent, { county: plan.county, steps }),
    collisions: findings.filter(({ code }) => code === 'collision'),
    findings: findings.filter(({ code }) => code !== 'collision'),
    workflows: [...standing.values()].map(({ id, definition, status, startedOn, endedOn }) => ({
      id,
      entry: entryOf(id),
      definition: definition.name,
      outcome: status,
      startedOn,
      endedOn,
    })),
    notDriven: notDrivenIn(year, entryOf),
  };
}

function carried(
  { id, workflow, template, to }: WaitingMail,
  entryOf: (workflow: string) => string | null,
): CarriedMail {
  const { organisation, audience } = to;
  return { notification: id, workflow, entry: entryOf(workflow), template, organisation, audience };
}

function notDrivenIn(
  { notStarted, unmet, refused }: SimulatedYear<SentMail>,
  entryOf: (workflow: string) => string | null,
): NotDriven[] {
  const nothing = { workflow: null, deadline: null, dueOn: null, metOn: null };
  return [
    ...notStarted.map(({ entry, because }) => ({
      ...nothing,
      entry,
      because: because ?? notDrivenWords.noWorkflow,
    })),
    ...unmet.map(({ workflow, deadline, dueOn, metAt, hindrance }) => ({
      entry: entryOf(workflow),
      workflow,
      deadline,
      dueOn,
      metOn: metAt && helsinkiDate(metAt),
      because: hindrance?.refused.detail ?? notDrivenWords.waitsForOthers,
    })),
    ...refused.map(({ workflow, refused: { detail } }) => ({
      ...nothing,
      entry: entryOf(workflow),
      workflow,
      because: detail,
    })),
  ];
}
