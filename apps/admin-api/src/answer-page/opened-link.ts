import { helsinkiDate, type CivilDate, type Instant, type Language, type Register } from '@app/domain';
import type { ResolvedLink, Store } from '@app/store';
import { type AnyDefinition, definitionOf, factsOf, type Instance, type WorkflowEvent } from '@app/workflows';

/** A step that whoever answers has taken, or that the county has recorded on their behalf. */
export type TakenStep = { command: string; event: WorkflowEvent };

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
  /** The latest first. */
  taken: TakenStep[];
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
  const [instance, register, now, events] = await Promise.all([
    store.workflows.read(link.county, link.workflow),
    store.register.read(link.county),
    store.now(),
    allEvents(store, link),
  ]);
  if (!instance || !register) return undefined;
  const definition = definitionOf(instance.definition);
  const taken = events.flatMap((event) => stepIn(definition, event)).reverse();
  const passedOn = !definition
    .concerns(instance.context as never)
    .some((organisation) => organisation === link.organisation);
  return { link, instance, definition, register, now, today: helsinkiDate(now), passedOn, taken };
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
    ([, command]) => command.roles.includes('respondent') && factsOf(command).includes(event.type),
  );
  return found ? [{ command: found[0], event }] : [];
}
