import { contentHash, contentOf, Frontier, hashLeaf, type Node, tileHeight } from '@app/ledger';
import { entryOf, type LoggedEvent, type LogStore, type SignedCheckpoint } from '@app/store';
import {
  checked,
  checkpointIn,
  expectOld,
  fault,
  type FaultFound,
  type LogCheck,
  type LogKnown,
  noteCheckpoint,
  RootsToPass,
} from './log-check';

const page = 5_000;

/**
 * Checks a county's log in the database: computes every leaf again from the stored rows, and from the leaves the tree; compares
 * with what is stored, with every checkpoint that was signed, and with the one that was kept. Names the first fault.
 */
export async function checkStoredLog(
  log: Pick<LogStore, 'read' | 'nodes' | 'head' | 'checkpoint' | 'checkpoints' | 'unplaced' | 'unexplained'>,
  county: string,
  { keysOf, old }: LogKnown,
): Promise<LogCheck> {
  return checked({ source: 'database', county }, async (check) => {
    // Asked for first, in this order: the log may grow and be signed while it is read.
    const last = await log.checkpoint(county);
    const head = await log.head(county);
    const roots = last ? await rootsSigned(log, last, keysOf, check) : new RootsToPass();
    if (old !== undefined) check.old = expectOld(roots, old, check.origin, keysOf);
    const frontier = Frontier.empty();
    roots.pass(0, () => frontier.root());
    while (frontier.size < head.size) {
      const events = await log.read({ county, after: frontier.size - 1, to: head.size - 1, limit: page });
      if (events.length === 0) throw missing(frontier.size);
      await grow(log, county, events, frontier, roots, check);
    }
    if (!frontier.root().equals(head.root))
      throw fault('head', null, 'The right edge of the tree that is stored is not that of the leaves');
    roots.end(head.size);
    const [beyond] = await log.read({ county, after: head.size - 1, limit: 1 });
    if (beyond && beyond.position >= (await log.head(county)).size)
      throw fault('head', beyond.position, 'There are leaves behind the end of the log');
    const unplaced = await log.unplaced(county);
    if (unplaced) throw withoutPosition(unplaced);
    const unexplained = await log.unexplained(county);
    if (unexplained)
      throw fault(
        'erasure',
        unexplained.position,
        `A text of ${named(unexplained)} has been erased, and no event says by whom and when`,
      );
  });
}

/** The roots that every stored checkpoint says, and who signed the latest. */
async function rootsSigned(
  log: Pick<LogStore, 'checkpoints'>,
  last: SignedCheckpoint,
  keysOf: LogKnown['keysOf'],
  check: LogCheck,
): Promise<RootsToPass> {
  const roots = new RootsToPass();
  const { origin } = last;
  for (let after: SignedCheckpoint | undefined; !isSame(after, last);) {
    const page: SignedCheckpoint[] = await log.checkpoints(check.county as string, after);
    for (after of page) {
      const { size, root } = checkpointIn(after.note);
      // What an earlier origin said holds no longer: it was left when the database was restored.
      if (after.origin === origin) roots.expect(size, root, 'root', `the checkpoint of ${size} entries`);
      check.checkpoints += 1;
      if (isSame(after, last)) break;
    }
    if (page.length === 0) throw fault('checkpoint', null, `The latest checkpoint, of ${last.size} entries, is gone`);
  }
  noteCheckpoint(check, { note: last.note, keysOf, called: 'the latest checkpoint' });
  return roots;
}

function isSame(one: SignedCheckpoint | undefined, other: SignedCheckpoint): boolean {
  return one?.origin === other.origin && one.size === other.size;
}

async function grow(
  log: Pick<LogStore, 'nodes'>,
  county: string,
  events: readonly LoggedEvent[],
  frontier: Frontier,
  roots: RootsToPass,
  check: LogCheck,
): Promise<void> {
  const completed: ReturnType<Frontier['append']> = [];
  for (const event of events) {
    if (event.position !== frontier.size) throw missing(frontier.size);
    assertAsLogged(event, check);
    completed.push(...frontier.append(event.leafHash).filter(({ level }) => level > 0 && level % tileHeight === 0));
    roots.pass(frontier.size, () => frontier.root());
    check.events += 1;
    check.lastAt = event.at;
  }
  await assertNodes(log, county, completed);
}

function assertAsLogged(event: LoggedEvent, check: LogCheck): void {
  const { position, commandId, body, note, salts, contentHash: content } = event;
  if (body === null || salts === null) {
    check.disposed += 1;
  } else {
    if ('left' in salts && Object.values(salts.left).some((left) => 'hash' in left)) check.erased += 1;
    if (!contentIn(event, () => contentHash(contentOf({ commandId, body, note }, salts))).equals(content))
      throw fault('content', position, `What ${named(event)} says is not what was logged`);
  }
  if (!hashLeaf(entryOf(event)).equals(event.leafHash))
    throw fault(
      'entry',
      position,
      `${named(event)} is not as it was logged: its type, time, actor or number was changed`,
    );
}

/** A body that is no JSON any more, or a text without its salt, was changed too. */
function contentIn(event: LoggedEvent, hash: () => Buffer): Buffer {
  try {
    return hash();
  } catch (error) {
    throw fault('content', event.position, `What ${named(event)} says cannot be read: ${(error as Error).message}`);
  }
}

async function assertNodes(
  log: Pick<LogStore, 'nodes'>,
  county: string,
  computed: readonly (Node & { hash: Buffer })[],
): Promise<void> {
  if (computed.length === 0) return;
  const stored = await log
    .nodes(county)(computed)
    .catch((error: unknown) => {
      if (error instanceof RangeError) throw fault('node', null, `A hash of the tree is not stored: ${error.message}`);
      throw error;
    });
  const other = computed.findIndex(({ hash }, at) => stored[at]?.equals(hash) !== true);
  if (other < 0) return;
  const { level = 0, index = 0 } = computed[other] ?? {};
  const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
  throw fault('node', from, `The stored hash over the positions ${from} to ${to - 1} is not that of its leaves`);
}

function missing(position: number): FaultFound {
  return fault('position', position, `The event at position ${position} is missing`);
}

function withoutPosition({ stream, seq, at, why }: Awaited<ReturnType<LogStore['unplaced']>> & object): FaultFound {
  const words = {
    'passed-over': 'was slipped in, or its leaf was removed: the log has gone on without it',
    waiting: 'has waited for its position for more than a minute: does an engine run?',
  };
  return fault(why, null, `Event ${seq} of ${stream}, of ${at}, ${words[why]}`);
}

function named({ stream, seq }: Pick<LoggedEvent, 'stream' | 'seq'>): string {
  return `event ${seq} of ${stream}`;
}
