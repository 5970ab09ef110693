import { addWorkingDays, helsinkiInstant, type CivilDate } from '@app/domain';
import { AnswerPage } from '../pages/answer-page';
import { acknowledgingOf } from '../scenario/behaviour';
import type { Party } from './party';
import { today, type World } from './world';

const recordsAt = '10:10';

/** Tells how a municipality's board dealt with the result: after the meeting, on the page its mail leads to. */
export class BoardClerk {
  #link = '';
  #planned = false;

  constructor(
    private readonly world: World,
    private readonly party: Party,
  ) {}

  /** A mail has asked for the acknowledgement or reminded of it. */
  asked({ link }: AnswerPage): void {
    this.#link = link;
    if (!this.#planned) this.planMeetings();
    this.#planned = true;
  }

  private planMeetings(): void {
    const body = this.world.register.bodies.find(({ id }) => id === this.party.answers);
    const [first, second = first] = body?.meetings.filter((meeting) => meeting > today(this.world)) ?? [];
    if (first === undefined || second === undefined) return;
    const how = acknowledgingOf(this.party.id);
    if (how === 'returned-once') this.planDecision(first, 'return');
    this.planDecision(how === 'first-meeting' ? first : second, 'note-and-forward');
  }

  private planDecision(meetingOn: CivilDate, decision: string): void {
    const section = `${80 + this.party.no}`;
    this.act(addWorkingDays(meetingOn, 1), recordsAt, 'records the decision', (page) =>
      page.send('record-decision', { decision, meetingOn, section }),
    );
  }

  private act(on: CivilDate, at: string, what: string, run: (page: AnswerPage) => Promise<void>): void {
    this.world.agenda.plan(helsinkiInstant(on, at), `${this.party.name} ${what}`, async () =>
      run(await AnswerPage.open(this.#link)),
    );
  }
}
