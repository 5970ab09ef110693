import { addDays, addWorkingDays, helsinkiInstant, type CivilDate, type Instant, type Organisation } from '@app/domain';
import { AnswerPage } from '../pages/answer-page';
import { earlyAnswerAt, lastDayAnswerAt, lateAnswerAt } from '../scenario/answer-days';
import { answeringOf } from '../scenario/behaviour';
import { answersOf, shortAnswersOf } from '../scenario/texts';
import { today, type World } from './world';

/** The days of the advance assignment as the plan has them, and how many are asked. */
export type Assignment = { invitedOn: CivilDate; dueOn: CivilDate; parties: number };

const announcesAt = '09:40';
const completesAt = '13:20';

/** Answers the advance assignment for one party: opens the page its mail leads to, fills in the form, sends it. */
export class AnsweringClerk {
  /** The newest link that came: each mail brings its own, and all lead to the same page. */
  #link = '';
  /** Whether it has decided when to answer, or not to: then more mails change nothing but the link. */
  #decided = false;
  #answered = false;

  constructor(
    private readonly world: World,
    private readonly assignment: Assignment,
    private readonly organisation: Organisation,
    /** Tells the parties apart where the scenario spreads them. */
    private readonly no: number,
  ) {}

  /** A mail has asked for the answer, reminded of it, or asked to complete it. */
  asked(link: string): void {
    this.#link = link;
    if (this.#decided) return;
    this.#decided = true;
    if (this.#answered) {
      this.plan(helsinkiInstant(addWorkingDays(today(this.world), 2), completesAt), answersOf(this.no));
    } else {
      this.planFirst();
    }
  }

  private planFirst(): void {
    const { invitedOn, dueOn, parties } = this.assignment;
    switch (answeringOf(this.organisation.id)) {
      case 'early':
        return this.plan(earlyAnswerAt(invitedOn, dueOn, this.no, parties), answersOf(this.no));
      case 'incomplete':
        return this.plan(earlyAnswerAt(invitedOn, dueOn, 1, parties), shortAnswersOf(this.no));
      case 'last-day':
        return this.plan(lastDayAnswerAt(dueOn, this.no), answersOf(this.no));
      case 'late':
        return this.plan(lateAnswerAt(dueOn), answersOf(this.no));
      case 'board':
        return this.planThroughBoard(dueOn);
      case 'telephone':
      case 'never':
        return;
    }
  }

  /** The board answers at its last meeting before the reply date; the page is told of it first. */
  private planThroughBoard(dueOn: CivilDate): void {
    const body = this.world.register.bodies.find(({ id }) => id === this.organisation.answers);
    const meetingOn = body?.meetings.findLast((meeting) => meeting > today(this.world) && meeting < dueOn);
    if (!body || meetingOn === undefined) return this.plan(lastDayAnswerAt(dueOn, this.no), answersOf(this.no));
    const announceAt = helsinkiInstant(addWorkingDays(today(this.world), 6), announcesAt);
    this.act(announceAt, 'announces the handling', (page) =>
      page.send('announce-handling', { body: body.name.fi, meetingOn }),
    );
    const handled = { body: body.name.fi, handledOn: meetingOn, section: `${60 + this.no}` };
    this.plan(helsinkiInstant(addDays(meetingOn, 1), announcesAt), answersOf(this.no), handled);
  }

  private plan(at: Instant, answers: Record<string, string>, more: Record<string, string> = {}): void {
    this.act(at, 'answers', async (page) => {
      const fields = Object.entries(answers).map(([question, text]) => [`answers.${question}`, text] as const);
      await page.send('record-answer', { ...Object.fromEntries<string>(fields), ...more });
      this.#answered = true;
      this.#decided = false;
    });
  }

  private act(at: Instant, what: string, run: (page: AnswerPage) => Promise<void>): void {
    this.world.agenda.plan(at, `${this.organisation.name.fi} ${what}`, async () =>
      run(await AnswerPage.open(this.#link)),
    );
  }
}
