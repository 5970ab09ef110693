import { addDays, addWorkingDays, helsinkiInstant, type CivilDate, type Instant } from '@app/domain';
import { AnswerPage } from '../pages/answer-page';
import { earlyAnswerAt, lastDayAnswerAt, lateAnswerAt } from '../scenario/answer-days';
import { answersOn, shortAnswersOn, type FormAnswers } from '../scenario/answers';
import { answeringOf } from '../scenario/behaviour';
import type { AnswerDesk } from './answer-desk';
import type { Party } from './party';
import { plannedWorkflowOf, today, type World } from './world';

const announcesAt = '09:40';
const callsAt = '10:40';
/** How many working days before the reply date somebody telephones. */
const callsDays = 3;
const completesAt = '13:20';

/** Answers one request for one party: opens the page its mail leads to, fills in the form, sends it. */
export class AnsweringClerk {
  /** The newest link that came: each mail brings its own, and all lead to the same page. */
  #link = '';
  /** Whether it has decided when to answer, or not to: then more mails change nothing but the link. */
  #decided = false;
  #answered = false;

  constructor(
    private readonly world: World,
    private readonly desk: AnswerDesk,
    private readonly party: Party,
    private readonly matter: string,
  ) {}

  /** A mail has asked for the answer, reminded of it, or asked to complete it. */
  asked(page: AnswerPage): void {
    this.#link = page.link;
    if (this.#decided) return;
    this.#decided = true;
    if (this.#answered) {
      this.plan(helsinkiInstant(addWorkingDays(today(this.world), 2), completesAt));
    } else {
      this.planFirst(page.dueOn() ?? addWorkingDays(today(this.world), 10));
    }
  }

  private planFirst(dueOn: CivilDate): void {
    const askedOn = today(this.world);
    const { no, of } = this.party;
    switch (answeringOf(plannedWorkflowOf(this.world, this.matter) ?? '', this.party.id)) {
      case 'early':
        return this.plan(earlyAnswerAt(askedOn, dueOn, no, of));
      case 'incomplete':
        return this.plan(earlyAnswerAt(askedOn, dueOn, 1, of), shortAnswersOn);
      case 'last-day':
        return this.plan(lastDayAnswerAt(dueOn, no));
      case 'late':
        return this.plan(lateAnswerAt(dueOn));
      case 'board':
        return this.planThroughBoard(dueOn);
      case 'telephone':
        return this.planCall(dueOn);
      case 'never':
        return;
    }
  }

  /** The board answers at its last meeting before the reply date; the page is told of it first. */
  private planThroughBoard(dueOn: CivilDate): void {
    const { no, answers } = this.party;
    const body = this.world.register.bodies.find(({ id }) => id === answers);
    const meetingOn = body?.meetings.findLast((meeting) => meeting > today(this.world) && meeting < dueOn);
    if (!body || meetingOn === undefined) return this.plan(lastDayAnswerAt(dueOn, no));
    const announceAt = helsinkiInstant(addWorkingDays(today(this.world), 6), announcesAt);
    this.act(announceAt, 'announces the handling', (page) =>
      page.send('announce-handling', { body: body.name.fi, meetingOn }),
    );
    const handled = { body: body.name.fi, handledOn: meetingOn, section: `${60 + no}` };
    this.plan(helsinkiInstant(addDays(meetingOn, 1), announcesAt), answersOn, handled);
  }

  private planCall(dueOn: CivilDate): void {
    const at = helsinkiInstant(addWorkingDays(dueOn, -callsDays), callsAt);
    this.world.agenda.plan(at, `${this.party.name} telephones`, () => this.desk.told(this.matter));
  }

  private plan(at: Instant, answers: FormAnswers = answersOn, more: Record<string, string> = {}): void {
    this.act(at, 'answers', async (page) => {
      const by = { no: this.party.no, on: today(this.world), councilMetOn: this.councilMetOn() };
      const given = answers(page.fieldsOf('record-answer'), by);
      await page.send('record-answer', { ...given, ...more });
      this.desk.answered(this.matter);
      this.#answered = true;
      this.#decided = false;
    });
  }

  /** When the party's council had met last; today where it has none. */
  private councilMetOn(): CivilDate {
    const on = today(this.world);
    const council = this.world.register.bodies.find(({ id }) => id === `${this.party.id}-valtuusto`);
    return council?.meetings.findLast((meeting) => meeting <= on) ?? on;
  }

  private act(at: Instant, what: string, run: (page: AnswerPage) => Promise<void>): void {
    this.world.agenda.plan(at, `${this.party.name} ${what}`, async () => run(await AnswerPage.open(this.#link)));
  }
}
