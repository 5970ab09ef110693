import type { Log } from './log';

const rememberedMs = 60_000;
const remembered = 1_000;

/** A log for what a client can bring about as often as it likes: the same thing is told once a minute, so that nobody fills the log. */
export function onceAMinute(log: Log, elapsedMs: () => number): Log {
  const told = new Map<string, number>();
  return (level, event, fields) => {
    const said = JSON.stringify([event, fields]);
    const before = told.get(said) ?? -Infinity;
    if (elapsedMs() - before < rememberedMs) return;
    if (told.size >= remembered) told.clear();
    told.set(said, elapsedMs());
    log(level, event, fields);
  };
}
