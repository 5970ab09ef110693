/** What became of a command; of what is not known there are no names. */
export type GivenCommand = { definition: string; command: string; outcome: string; code?: string };

/** Who looks on: counts commands, and knows what they are part of. */
export interface StoreWatch {
  command(given: GivenCommand): void;
  /** The trace under way, as a W3C `traceparent`; undefined where nobody traces. */
  traceparent(): string | undefined;
  /** Does the work as a part of that trace. */
  span<T>(
    name: string,
    parent: string | undefined,
    attributes: Record<string, string>,
    work: () => Promise<T>,
  ): Promise<T>;
}

export const nobody: StoreWatch = {
  command: () => {},
  traceparent: () => undefined,
  span: (_name, _parent, _attributes, work) => work(),
};

type Answered = {
  outcome: string;
  replayed?: boolean;
  instance?: { definition: { name: string } } | null;
  refused?: { code: string };
};

/** Names that somebody made up never become a label. */
const unknown = 'unknown';

/** Gives a command before the watcher's eyes. */
export async function watchCommand<Answer extends Answered>(
  watch: StoreWatch,
  asked: { command: string; definition?: string },
  give: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await watch.span('command', undefined, { 'vuosikello.command': asked.command }, give);
  const { outcome, replayed, instance, refused } = answer;
  const isKnown = outcome === 'accepted' || (outcome === 'refused' && refused?.code !== 'unknown-command');
  const definition = instance?.definition.name ?? (isKnown ? asked.definition : undefined);
  watch.command({
    definition: definition ?? unknown,
    command: isKnown ? asked.command : unknown,
    outcome: replayed ? 'replayed' : outcome,
    ...(refused && { code: refused.code }),
  });
  return answer;
}
