import { followsOf } from '../kernel/follows';
import type { Instance } from '../kernel/instance';
import { definitionOf } from '../registry';

/**
 * A topic that a workflow begins to follow. `seen` is the place of the newest publication on it that the workflow was told of;
 * null as long as nobody has looked.
 */
export type BegunRow = { workflow: string; topic: string; command: string; seen: string | null };

/** Where only the command changes, the workflow has been told what there was. */
const toldAll = '9223372036854775807';

/** What changes in who follows what. */
export type Following = { begun: BegunRow[]; ended: { workflow: string; topic: string }[] };

/** Notes what a step changed in what a workflow follows; `before` is null where it was started. */
export function noteFollowing(following: Following, before: Instance | null, after: Instance): void {
  const { id: workflow } = after;
  const [was, is] = [before ? topicsOf(before) : {}, topicsOf(after)];
  const isOf = (topic: string) => (row: { workflow: string; topic: string }) =>
    row.workflow === workflow && row.topic === topic;
  for (const topic of Object.keys(was)) {
    if (topic in is) continue;
    following.begun = following.begun.filter((row) => !isOf(topic)(row));
    following.ended.push({ workflow, topic });
  }
  for (const [topic, command] of Object.entries(is)) {
    if (was[topic] === command) continue;
    following.begun = following.begun.filter((row) => !isOf(topic)(row));
    following.begun.push({ workflow, topic, command, seen: topic in was ? toldAll : null });
  }
}

/** The topics that a workflow follows as it stands, with their commands. */
export function topicsOf(instance: Instance): Record<string, string> {
  return followsOf(definitionOf(instance.definition), instance);
}
