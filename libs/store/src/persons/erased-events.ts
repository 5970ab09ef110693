import { contentOf } from '@app/ledger';
import { type Folded, type Instance, isPublicText, type Json, textsErased, type WorkflowEvent } from '@app/workflows';
import { foldStored } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import type { EventRow } from '../workflows/event-rows';
import { eventOf } from '../workflows/event-rows';
import { erasedMark } from './erased-mark';
import type { Kept, TextPlace } from './person-store';
import { blotting, redact } from './redact';

/** A regular expression, and one without a look around that whatever fits it fits too: a hundred times as much is looked through in a second with it. */
export type Pattern = { fits: string; quick: string };

/** What to look for: whatever fits the pattern is blotted out; texts that are named are replaced whole. */
export type Wanted = {
  county: string;
  pattern: Pattern | null;
  named: readonly TextPlace[];
  hint: Pattern | null;
};

/** An event's new words, ready to be stored. */
type NewWords = { stream: string; seq: number; body: string; note: string | null; texts: number };

export type StreamErasure = {
  changes: NewWords[];
  kept: Kept[];
  /** The workflow as its log gives it now and what it has published, with the event that says so; undefined where the stream is no workflow's or nothing changed. */
  refolded?: { instance: Instance; event: WorkflowEvent; publications: Folded['publications'] };
};

/** The log does not give what is stored. */
export class ReplayDiffersError extends Error {
  constructor(
    readonly workflow: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'ReplayDiffersError';
  }
}

const columns = `e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at) as at, e.actor, e.role, e.command_id, e.note, e.body`;
// "case" keeps the order: the slow pattern is tried on what fits the quick one only.
const fitting = ['body', 'note'].map((one) => `case when e.${one} ~* $3 then e.${one} ~* $2 end`).join(' or ');
const streamsThatName: Statement = {
  text: `select distinct e.stream from vuosikello.event e
         where e.county = $1 and (${fitting} or e.stream = any ($4)) order by e.stream`,
};
const readStream: Statement = {
  text: `select ${columns}, e.salt is null and e.salts_left is null as disposed
         from vuosikello.event e where e.county = $1 and e.stream = $2 order by e.seq`,
};
const doubtfulEvents: Statement = {
  text: `select ${columns} from vuosikello.event e
         where e.county = $1 and (${fitting}) order by e.stream, e.seq limit 500`,
};

const nothing: Pattern = { fits: '[^\\s\\S]', quick: '[^\\s\\S]' };

export type StoredEvent = EventRow & { disposed: boolean };

/** The streams in which something may have to be erased. */
export async function streamsWith(query: Query, { county, pattern, named }: Wanted): Promise<string[]> {
  const { fits, quick } = pattern ?? nothing;
  const rows = await query<{ stream: string }>(streamsThatName, [
    county,
    fits,
    quick,
    named.map(({ stream }) => stream),
  ]);
  return rows.map(({ stream }) => stream);
}

/** The events of a stream, in order. */
export function storedEvents(query: Query, county: string, stream: string): Promise<StoredEvent[]> {
  return query<StoredEvent>(readStream, [county, stream]);
}

/** The text at a place; undefined where there is none, or it is a token, or has been erased whole. */
export function textAt(events: readonly StoredEvent[], { seq, pointer }: TextPlace): string | undefined {
  const event = events.find((one) => one.seq === seq);
  const text = event && !event.disposed ? textsOf(event)[pointer] : undefined;
  return text === erasedMark ? undefined : text;
}

/** What is a text in an event, by pointer: as its content says. */
function textsOf({ command_id, body, note }: Pick<EventRow, 'command_id' | 'body' | 'note'>): Record<string, string> {
  const { texts } = contentOf({ commandId: command_id, body, note }, { seed: Buffer.alloc(16) });
  return Object.fromEntries(Object.entries(texts).map(([pointer, { text }]) => [pointer, text]));
}

/** Erases in one stream. Of a workflow the consequences are those of the facts as they then read. */
export function eraseIn(stored: readonly StoredEvent[], wanted: Wanted, workflow: Instance | undefined): StreamErasure {
  const kept: Kept[] = [];
  const after = stored.map((event): EventRow & { touched: boolean } => {
    if (event.disposed) return { ...event, touched: false };
    const words = redact(event, changeIn(event, wanted, workflow, kept));
    return { ...event, body: words.body, note: words.note, touched: words.pointers.length > 0 };
  });
  const first = after.find(({ touched }) => touched);
  if (!first) return { changes: [], kept };
  if (!workflow) return { changes: changesBetween(stored, after), kept };

  requireReplay(workflow, stored.map(eventOf));
  const last = stored.at(-1) as StoredEvent;
  const recomputed = recompute(workflow, after.map(eventOf));
  const settled = after.map((row) => {
    const data = recomputed.get(row.seq);
    return data === undefined ? row : { ...row, body: data };
  });
  requireReplay(workflow, settled.map(eventOf));
  const changes = changesBetween(stored, settled);
  const event: WorkflowEvent = {
    stream: workflow.id,
    seq: last.seq + 1,
    kind: 'fact',
    type: textsErased,
    data: { texts: changes.reduce((sum, { texts }) => sum + texts, 0) },
    at: last.at,
    actor: { id: 'clock', role: 'clock' },
    commandId: '',
  };
  const folded = foldStored(workflow.definition, workflow, [...settled.map(eventOf), event]);
  return { changes, kept, refolded: { instance: folded.instance, event, publications: folded.publications } };
}

/** Places of texts, in whatever events, that fit a hint and do not stay for another reason. */
export async function doubtfulTexts(
  query: Query,
  { county, hint }: Wanted,
  kept: readonly Kept[],
): Promise<TextPlace[]> {
  if (hint === null) return [];
  const fits = new RegExp(hint.fits, 'iu');
  const known = new Set(kept.map((one) => JSON.stringify('pointer' in one ? [one.stream, one.seq, one.pointer] : [])));
  const rows = await query<EventRow>(doubtfulEvents, [county, hint.fits, hint.quick]);
  return rows
    .flatMap((row) =>
      Object.entries(textsOf(row))
        .filter(([, text]) => fits.test(text))
        .map(([pointer]) => ({ stream: row.stream, seq: row.seq, pointer })),
    )
    .filter(({ stream, seq, pointer }) => !known.has(JSON.stringify([stream, seq, pointer])))
    .slice(0, 200);
}

function changeIn(event: EventRow, { pattern, named }: Wanted, workflow: Instance | undefined, kept: Kept[]) {
  const texts = textsOf(event);
  const whole = new Set(
    named.filter(({ stream, seq }) => stream === event.stream && seq === event.seq).map((one) => one.pointer),
  );
  const blot = pattern === null ? undefined : blotting(pattern.fits);
  return (text: string, pointer: string): string | undefined => {
    if (whole.has(pointer)) return erasedMark;
    const blotted = blot?.(text) ?? text;
    if (blotted === text) return undefined;
    const place = { stream: event.stream, seq: event.seq, pointer };
    if (texts[pointer] === undefined) {
      kept.push({ why: 'token', ...place });
      return undefined;
    }
    if (workflow && isPublicText(workflow.definition.name, event.type, pointer.replace(/^\/data/, ''))) {
      kept.push({ why: 'public-decision', ...place });
      return undefined;
    }
    return blotted;
  };
}

/** By number, the bodies of consequences that follow otherwise from the facts as they read now. */
function recompute(workflow: Instance, events: readonly WorkflowEvent[]): Map<number, string> {
  const { differences } = foldStored(workflow.definition, workflow, events);
  return new Map(
    differences.map(({ seq, recorded, recomputed }) => {
      const [was, is] = [recorded, recomputed].map((one) => one?.slice(0, one.indexOf(' ')));
      if (recomputed === null || was !== is)
        throw new ReplayDiffersError(workflow.id, `event ${seq} would be ${recomputed ?? 'none'}`);
      return [seq, recomputed.slice(recomputed.indexOf(' ') + 1)];
    }),
  );
}

function requireReplay(workflow: Instance, events: readonly WorkflowEvent[]): void {
  const { differences } = foldStored(workflow.definition, workflow, events);
  const [first] = differences;
  if (first) throw new ReplayDiffersError(workflow.id, `event ${first.seq} is not what follows`);
}

function changesBetween(before: readonly EventRow[], after: readonly EventRow[]): NewWords[] {
  return after.flatMap((row, index): NewWords[] => {
    const old = before[index] as EventRow;
    const body = canonicalize(JSON.parse(row.body) as Json) ?? row.body;
    if (body === old.body && row.note === old.note) return [];
    const [was, is] = [textsOf(old), textsOf({ ...row, body })];
    const texts = Object.keys(was).filter((pointer) => was[pointer] !== is[pointer]).length;
    return texts === 0 ? [] : [{ stream: row.stream, seq: row.seq, body, note: row.note, texts }];
  });
}
