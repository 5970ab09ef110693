import { helsinkiDate, type CivilDate, type Instant, type Language, type Register } from '@app/domain';
import type { DocumentNames, Draft, ResolvedLink, Store } from '@app/store';
import { type AnyDefinition, definitionOf, factsOf, type Instance, type WorkflowEvent } from '@app/workflows';

/** A step that whoever answers has taken, or that the county has recorded on their behalf. */
export type TakenStep = { command: string; event: WorkflowEvent };

/** When answering passed to somebody else, or back to whoever was asked at first. */
export type HandedOver = { at: Instant; takenBack: boolean };

/** What a link opens: one workflow, and what the page needs to know about it. */
export type OpenedLink = {
  link: ResolvedLink;
  instance: Instance;
  definition: AnyDefinition;
  register: Register;
  now: Instant;
  today: CivilDate;
  /** A successor goes on with the matter: whoever was sent this link has no part in it any more. */
  passedOn: boolean;
  /** That the answer was handed over to somebody else, or that was taken back, after the mail with this link: it then opens nothing. */
  handedOver: HandedOver | undefined;
  /** What has been written and not sent. */
  draft: Draft | undefined;
  /** The latest first. */
  taken: TakenStep[];
  /** What the files that have been attached are called, by the document's id. */
  documentNames: DocumentNames;
};

/** `address` is where the page stands on this server, without its language: what belongs to it stands below. */
export type OpenedPage = OpenedLink & {
  language: Language;
  address: string;
  /** The page of all that is asked of the organisation, where the reader came from it. */
  standingAddress?: string;
};

const tokenForm = /^[A-Za-z0-9_-]{16,200}$/;
const eventsAtOnce = 200;

/** Opens a link. Undefined when there is no such link in force. Changes nothing. @throws DatabaseAwayError */
export async function openLink(store: Store, token: string): Promise<OpenedLink | undefined> {
  const link = isToken(token) ? await store.links.resolve(token) : undefined;
  return link && openWorkflow(store, link);
}

/** Whether a text can be the secret of a link. */
export function isToken(text: string): boolean {
  return tokenForm.test(text);
}

/** What a link leads to, whoever holds it. Undefined when the workflow or the county is gone. @throws DatabaseAwayError */
export async function openWorkflow(store: Store, link: ResolvedLink): Promise<OpenedLink | undefined> {
  const [instance, register, now, documentNames, events] = await Promise.all([
    store.workflows.read(link.county, link.workflow),
    store.register.withColleagues(link.county),
    store.now(),
    store.documents.names(link.county, link.workflow),
    allEvents(store, link),
  ]);
  if (!instance || !register) return undefined;
  const definition = definitionOf(instance.definition);
  const taken = events.flatMap((event) => stepIn(definition, event)).reverse();
  const passedOn = !definition
    .concerns(instance.context as never)
    .some((organisation) => organisation === link.organisation);
  const draft =
    link.organisation === null || instance.status !== 'open'
      ? undefined
      : await store.answers.draft(link.county, link.workflow, link.organisation);
  const handedOver = handedOverAfter(definition, link, events);
  const today = helsinkiDate(now);
  return { link, instance, definition, register, now, today, passedOn, handedOver, draft, taken, documentNames };
}

/**
 * Whoever the answer is handed over to gets a link of their own, and the earlier ones die: all that came with a mail that was owed
 * before. A mail is called after the number of the event that owes it.
 */
function handedOverAfter(
  { commands }: AnyDefinition,
  { notification }: ResolvedLink,
  events: readonly WorkflowEvent[],
): HandedOver | undefined {
  // A standing link is nobody's in particular.
  if (notification === null) return undefined;
  const [, owedAs = '0'] = /\.n(\d+)(?:\.r\d+)?$/.exec(notification) ?? [];
  const [over, back] = [commands['hand-over'], commands['take-back-hand-over']].map((one) => (one ? factsOf(one) : []));
  const isOne = (facts: readonly string[] | undefined, type: string) => facts?.includes(type) === true;
  const latest = events.findLast(({ seq, type }) => seq > Number(owedAs) && (isOne(over, type) || isOne(back, type)));
  return latest && { at: latest.at, takenBack: isOne(back, latest.type) };
}

async function allEvents(store: Store, { county, workflow }: ResolvedLink): Promise<WorkflowEvent[]> {
  const events: WorkflowEvent[] = [];
  for (;;) {
    const page = await store.workflows.events(county, workflow, {
      after: events.at(-1)?.seq ?? 0,
      limit: eventsAtOnce,
    });
    events.push(...page);
    if (page.length < eventsAtOnce) return events;
  }
}

function stepIn({ commands }: AnyDefinition, event: WorkflowEvent): TakenStep[] {
  if (event.kind !== 'fact') return [];
  const found = Object.entries(commands).find(
    ([name, command]) =>
      name !== 'hand-over' && command.roles.includes('respondent') && factsOf(command).includes(event.type),
  );
  return found ? [{ command: found[0], event }] : [];
}
