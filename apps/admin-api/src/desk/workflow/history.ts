import type { Language, Register } from '@app/domain';
import type { Store } from '@app/store';
import { isWithheld, type Instance, type LogEvent, namingOf, tell, titleOf, withoutContent } from '@app/workflows';
import { type Caller, readsAll } from '../../access/caller';

const atOnce = 30;

/** What happened, in one sentence. */
export type Told = {
  at: LogEvent['at'];
  stream: string;
  /** Whether the stream is that of a matter. */
  isWorkflow: boolean;
  seq: number;
  words: string;
  note: string | null;
};

/** Some events of a workflow, the latest first; `earlier` is where those before them end, null at the beginning. */
export async function historyOf(
  store: Store,
  instance: Instance,
  { caller, register, language }: { caller: Caller; register: Register | undefined; language: Language },
  before: number,
): Promise<{ events: Told[]; earlier: number | null }> {
  const last = Math.min(before, instance.version + 1) - 1;
  const after = Math.max(0, last - atOnce);
  const found = await store.events.ofStream(caller.county, instance.id, { after, limit: last - after });
  const withheld = isWithheld(instance, readsAll(caller));
  const shown = found.map((event) => (withheld ? withoutContent(event) : event));
  return { events: toldOf(shown, { register, language }).reverse(), earlier: after > 0 ? after + 1 : null };
}

/** Events in words, in their order. */
export function toldOf(
  events: readonly LogEvent[],
  { register, language }: { register: Register | undefined; language: Language },
): Told[] {
  const naming = namingOf(register);
  return events.map((event) => {
    const { at, stream, seq, note, about } = event;
    return {
      at,
      stream,
      isWorkflow: about.definition !== null,
      seq,
      words: tell(event, naming, language) || (titleOf(event)?.[language] ?? event.type),
      note,
    };
  });
}
