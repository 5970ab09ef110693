import { MemoryLog } from '../support/memory-log';
import { verifiedBundle } from '../support/verifier-core';
import { seeded } from './seeded';
import { bundleOf, file, logKey, type Scene, tamperings } from './tampering';

export type TamperRun = {
  tried: number;
  /** How often each kind was tried, and by which code it was found. */
  kinds: Record<string, Record<string, number>>;
  wrong: string[];
};

const largestLog = 70;

/**
 * Tampers with exports of small logs, whole ones and parts, in every way known, and has the single-file verifier read them with the log's
 * key and an older checkpoint. Wrong is what it did not catch, and an untouched export that it did not accept.
 * @param seed all follows from it
 */
export async function runTamperings(count: number, seed: number): Promise<TamperRun> {
  const random = seeded(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const names = Object.keys(tamperings);
  const run: TamperRun = { tried: 0, kinds: {}, wrong: [] };
  for (let turn = 0; run.tried < count; turn += 1) {
    const scene = await sceneFrom(pick);
    const untouched = file(scene.lines);
    if (turn % names.length === 0) {
      const { fault } = await verifiedBundle(untouched, { keys: [logKey], old: scene.old.note });
      if (fault) run.wrong.push(`turn ${turn}, untouched (${scene.part}): ${fault.code}, ${fault.detail}`);
    }
    const name = names[turn % names.length] ?? '';
    const tampered = await tamperings[name]?.(scene);
    if (tampered === undefined || Buffer.from(tampered as string).equals(Buffer.from(untouched))) continue;
    run.tried += 1;
    const { fault } = await verifiedBundle(tampered, { keys: [logKey], old: scene.old.note });
    if (!fault) run.wrong.push(`turn ${turn}, ${name} (${scene.part}): not caught`);
    const found = (run.kinds[name] ??= {});
    const code = fault?.code ?? 'not caught';
    found[code] = (found[code] ?? 0) + 1;
  }
  return run;
}

async function sceneFrom(pick: (below: number) => number): Promise<Scene> {
  const size = 2 + pick(largestLog - 2);
  const log = new MemoryLog(size);
  const oldSize = 1 + pick(size);
  const old = { size: oldSize, note: await log.checkpoint(oldSize) };
  if (pick(3) === 0) log.erase(0, '/data/answers/efforts', erasedFirst);
  if (pick(3) === 0) log.dispose(size - 1);
  const part = (['whole', 'whole', 'range', 'streams'] as const)[pick(4)] ?? 'whole';
  const from = pick(size);
  const parts = {
    whole: undefined,
    range: { from, to: from + 1 + pick(size - from) },
    streams: { streams: [log.events[from]?.envelope.stream ?? ''] },
  };
  return { log, lines: await bundleOf(log, { part: parts[part], knownSizes: [oldSize] }), part, old, pick };
}

/** What stands where the first event's text was. */
const erasedFirst = {
  commandId: 'c-0',
  body: JSON.stringify({ answers: { efforts: '[poistettu]', count: 7 }, late: false }),
  note: 'Puhelimitse sovittu',
};
