import { addWorkingDays, helsinkiInstant, yearOf, type Body, type CivilDate } from '@app/domain';
import { AnswerPage } from '../pages/answer-page';
import { decisionOn, handlingOf, type Handling } from '../scenario/behaviour';
import type { Party } from './party';
import { today, type World } from './world';

const recordsAt = '10:10';
const firstSection = 80;
const firstCaseNumber = 530;

/** Tells how a municipality's bodies dealt with a matter: after each meeting, on the page its mail leads to. */
export class BoardClerk {
  #link = '';
  #planned = false;
  /** How many decisions it has told: the § numbers go on. */
  #told = 0;

  constructor(
    private readonly world: World,
    private readonly party: Party,
    /** The planned workflow that asks. */
    private readonly asking: string,
  ) {}

  /** A mail has asked for the decision or reminded of it. */
  asked(page: AnswerPage): void {
    this.#link = page.link;
    if (!this.#planned) this.planMeetings(this.bodyOn(page), handlingOf(this.asking, this.party.id));
    this.#planned = true;
  }

  /** The body of the municipality that the page asks about. */
  private bodyOn(page: AnswerPage): Body | undefined {
    const own = this.world.register.bodies.filter(({ of }) => of === this.party.id);
    return own.find(({ name }) => page.names(`(${name.fi})`));
  }

  private planMeetings(body: Body | undefined, how: Handling): void {
    const [first, second = first] = body?.meetings.filter((meeting) => meeting > today(this.world)) ?? [];
    if (first === undefined || second === undefined) return;
    if (how === 'returned-once') this.planDecision(first, 'return');
    this.planDecision(how === 'first-meeting' ? first : second, decisionOn(this.asking));
  }

  private planDecision(meetingOn: CivilDate, decision: string): void {
    const { no } = this.party;
    const caseNumber = `${firstCaseNumber + no}/00.04.01/${yearOf(meetingOn)}`;
    this.act(addWorkingDays(meetingOn, 1), async (page) => {
      const section = `${firstSection + no + this.#told}`;
      await page.send('record-decision', { decision, meetingOn, section, caseNumber });
      this.#told += 1;
      if (decision !== 'return') await this.goOn();
    });
  }

  /** The next body of the order takes the matter up at its first meeting, if there is one. */
  private async goOn(): Promise<void> {
    const page = await AnswerPage.open(this.#link);
    if (page.offers('record-decision')) this.planMeetings(this.bodyOn(page), 'first-meeting');
  }

  private act(on: CivilDate, run: (page: AnswerPage) => Promise<void>): void {
    this.world.agenda.plan(helsinkiInstant(on, recordsAt), `${this.party.name} records a decision`, async () =>
      run(await AnswerPage.open(this.#link)),
    );
  }
}
