import type { Inbox, InboxMessage } from '@app/embedded';
import type { Organisation } from '@app/domain';
import { AnswerPage, linkIn } from '../pages/answer-page';
import { AnsweringClerk, type Assignment } from './answering-clerk';
import { BoardClerk } from './board-clerk';
import type { World } from './world';

/**
 * The clerks of the parties. All they have is their mail: they open the link in it, see what the page offers, and come
 * back to it when they are ready.
 */
export class Clerks {
  readonly #answering = new Map<string, AnsweringClerk>();
  readonly #boards = new Map<string, BoardClerk>();
  readonly #organisationOf: Map<string, Organisation>;

  constructor(
    private readonly world: World,
    private readonly assignment: Assignment,
  ) {
    this.#organisationOf = addressBook(world);
  }

  /** Reads mails from now on. */
  watch(inbox: Inbox): void {
    inbox.onMessage((mail) => {
      const link = linkIn(mail.text);
      const organisation = this.readerOf(mail);
      if (link !== undefined && organisation) this.planReading(organisation, link);
    });
  }

  private readerOf({ envelopeTo }: InboxMessage): Organisation | undefined {
    return envelopeTo.map((address) => this.#organisationOf.get(address.toLowerCase())).find(Boolean);
  }

  private planReading(organisation: Organisation, link: string): void {
    this.world.agenda.plan(this.world.now(), `${organisation.name.fi} reads a mail`, async () => {
      const page = await AnswerPage.open(link);
      if (page.offers('record-answer')) this.answeringClerk(organisation).asked(link);
      if (page.offers('record-decision')) this.boardClerk(organisation).asked(link);
    });
  }

  private answeringClerk(organisation: Organisation): AnsweringClerk {
    const known = this.#answering.get(organisation.id);
    const clerk = known ?? new AnsweringClerk(this.world, this.assignment, organisation, this.#answering.size);
    this.#answering.set(organisation.id, clerk);
    return clerk;
  }

  private boardClerk(organisation: Organisation): BoardClerk {
    const known = this.#boards.get(organisation.id);
    const clerk = known ?? new BoardClerk(this.world, organisation, this.#boards.size);
    this.#boards.set(organisation.id, clerk);
    return clerk;
  }
}

function addressBook({ register }: World): Map<string, Organisation> {
  const byId = new Map(register.organisations.map((organisation) => [organisation.id, organisation]));
  const registries = register.organisations.map((organisation) => [organisation.registry, organisation] as const);
  const people = register.contacts.map(({ email, of }) => [email, byId.get(of)] as const);
  return new Map(
    [...registries, ...people].flatMap(([address, organisation]) =>
      address !== undefined && organisation ? [[address.toLowerCase(), organisation] as const] : [],
    ),
  );
}
