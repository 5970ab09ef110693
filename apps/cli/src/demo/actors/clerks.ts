import type { Inbox, InboxMessage } from '@app/embedded';
import { AnswerPage, linksIn } from '../pages/answer-page';
import type { AnswerDesk } from './answer-desk';
import { AnsweringClerk } from './answering-clerk';
import { BoardClerk } from './board-clerk';
import { addressBook, type Party } from './party';
import { plannedWorkflowOf, type World } from './world';

/** The matter in the Message-ID of a mail that goes alone, as every proposal to the coordinator does. */
const matterPattern = /^<(.+)\.n\d+\.[^.@]+@/;

/**
 * The clerks of the organisations, one for each matter they are asked about. All they have is their mail: they open each link in
 * it, see what the page is about and what it offers, and come back to it when they are ready.
 */
export class Clerks {
  readonly #answering = new Map<string, AnsweringClerk>();
  readonly #boards = new Map<string, BoardClerk>();
  readonly #addresses: Map<string, Party>;

  constructor(
    private readonly world: World,
    private readonly desk: AnswerDesk,
  ) {
    this.#addresses = addressBook(world.register);
  }

  /** Reads mails from now on. */
  watch(inbox: Inbox): void {
    inbox.onMessage((mail) => {
      const reader = this.readerOf(mail);
      if (!reader) return;
      const [, matter] = matterPattern.exec(mail.messageId) ?? [];
      if (matter !== undefined && reader.id === this.world.register.county.code) this.desk.written(matter);
      for (const link of linksIn(mail.text)) this.planReading(reader, link);
    });
  }

  private readerOf({ envelopeTo }: InboxMessage): Party | undefined {
    return envelopeTo.map((address) => this.#addresses.get(address.toLowerCase())).find(Boolean);
  }

  private planReading(reader: Party, link: string): void {
    this.world.agenda.plan(this.world.now(), `${reader.name} reads a mail`, async () => {
      const page = await AnswerPage.open(link);
      const matter = await this.world.matterOf(link);
      if (matter === undefined) return;
      if (page.offers('record-answer')) this.answeringClerk(reader, matter).asked(page);
      // What its own boards do is recorded by the county's coordinator.
      const isOwn = reader.id === this.world.register.county.code;
      if (page.offers('record-decision') && !isOwn) this.boardClerk(reader, matter).asked(page);
    });
  }

  private answeringClerk(party: Party, matter: string): AnsweringClerk {
    const clerk = this.#answering.get(matter) ?? new AnsweringClerk(this.world, this.desk, party, matter);
    this.#answering.set(matter, clerk);
    return clerk;
  }

  private boardClerk(party: Party, matter: string): BoardClerk {
    const asking = plannedWorkflowOf(this.world, matter) ?? '';
    const clerk = this.#boards.get(matter) ?? new BoardClerk(this.world, party, asking);
    this.#boards.set(matter, clerk);
    return clerk;
  }
}
