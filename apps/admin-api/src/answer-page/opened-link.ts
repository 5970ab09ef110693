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

export type OpenedPage = OpenedLink & { language: Language };

const tokenForm = /^[A-Za-z0-9_-]{16,200}$/;
const eventsAtOnce = 200;

/** Opens a link. Undefined when there is no such link in force. Changes nothing. @throws DatabaseAwayError */
export async function openLink(store: Store, token: string): Promise<OpenedLink | undefined> {
  const link = tokenForm.test(token) ? await store.links.resolve(token) : undefined;
  if (!link) return undefined;
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
