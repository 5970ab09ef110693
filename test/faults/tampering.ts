import {
  contentHash,
  contentOf,
  envelopeEntry,
  formatVerifierKey,
  hashLeaf,
  parseCheckpoint,
  parseNote,
  sha256,
  type BundledEvent,
  writeBundle,
} from '@app/ledger';
import { logOrigin, MemoryLog, signedCheckpoint, verifierKeyFromWord } from '../support/memory-log';

/** A bundle as it left the log, and what somebody who wants it changed has to work with. */
export type Scene = {
  log: MemoryLog;
  /** Its lines, the head first, none ended. */
  lines: string[];
  part: 'whole' | 'range' | 'streams';
  /** What the auditor kept: covers at least one entry. */
  old: { note: string; size: number };
  /** A whole number from nought, below `below`. */
  pick: (below: number) => number;
};

/** Gives the bundle changed (the whole file), or undefined where this bundle has nothing of the kind to change. */
export type Tampering = (scene: Scene) => string | Buffer | undefined | Promise<string | undefined>;

export const logKey = formatVerifierKey(verifierKeyFromWord('the log'));
const forgersKey = formatVerifierKey(verifierKeyFromWord('a forger'));

type Line = Record<string, unknown> & {
  position?: number;
  entry?: string;
  content?: string;
  salt?: string;
  texts?: Record<string, { salt: string; text: string }>;
};

export function file(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

export async function bundleOf(
  log: MemoryLog,
  options: {
    word?: string;
    part?: Parameters<typeof writeBundle>[0]['part'];
    knownSizes?: number[];
    size?: number;
  } = {},
): Promise<string[]> {
  const { word = 'the log', part, knownSizes = [], size } = options;
  const checkpoint = await log.checkpoint(size, word);
  const keys = [verifierKeyFromWord(word)];
  const lines: string[] = [];
  const read = part && 'from' in part ? part : { to: size ?? log.events.length, ...(part ?? {}) };
  const request = { county: '09', checkpoint, keys, part, knownSizes };
  for await (const line of writeBundle(request, log.read(read), log.nodes)) lines.push(line.slice(0, -1));
  return lines;
}

/** Changes one line as JSON; the file is whole otherwise. */
function edited(lines: readonly string[], at: number, change: (line: Line) => void): string {
  const line = JSON.parse(lines[at]!) as Line;
  change(line);
  return file(lines.with(at, JSON.stringify(line)));
}

const isEvent = (line: string) => line.startsWith('{"position"');

/** The place of a line that has what is asked for; undefined where there is none. */
function some({ lines, pick }: Scene, has: (line: string) => boolean): number | undefined {
  const places = [...lines.keys()].filter((at) => has(lines[at]!));
  return places[pick(places.length)];
}

const withTexts = (line: string) => isEvent(line) && line.includes('"texts"');
const textsAt = (line: Line) => Object.keys(line.texts ?? {});

function renumbered(lines: readonly string[]): string[] {
  let next = 0;
  return lines.map((line) => {
    if (!isEvent(line)) return line;
    return JSON.stringify({ ...(JSON.parse(line) as Line), position: next++ });
  });
}

/** Says something else at a position and hashes everything again: text, content, entry, leaf, as the log itself would have. */
function rewritten(log: MemoryLog, position: number): MemoryLog {
  const other = new MemoryLog(0);
  other.events.push(...log.events);
  const event = other.events[position]!;
  const said = {
    commandId: `c-${position}`,
    body: JSON.stringify({ answers: { efforts: 'Something else' } }),
    note: null,
  };
  const salts = { seed: sha256(`another ${position}`).subarray(0, 16) };
  const envelope = { ...event.envelope, content: contentHash(contentOf(said, salts)) };
  other.events[position] = { position, said, salts, envelope, leaf: hashLeaf(envelopeEntry(envelope)) };
  return other;
}

function shifted(events: readonly BundledEvent[]): BundledEvent[] {
  return events.map((event, position) => ({ ...event, position }));
}

/** Whatever anybody can do to an export. Each must be caught by somebody who kept an old checkpoint. */
export const tamperings: Record<string, Tampering> = {
  'flip a bit': ({ lines, pick }) => {
    const bytes = Buffer.from(file(lines));
    const at = pick(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << pick(8));
    return bytes;
  },
  'change a byte of an event': (scene) => {
    const at = some(scene, isEvent)!;
    const begin = file(scene.lines.slice(0, at)).length;
    const bytes = Buffer.from(file(scene.lines));
    const place = begin + scene.pick(scene.lines[at]!.length);
    bytes[place] = bytes[place] === 0x61 ? 0x62 : 0x61;
    return bytes.equals(Buffer.from(file(scene.lines))) ? undefined : bytes;
  },
  'delete a line': ({ lines, pick }) => file(lines.toSpliced(pick(lines.length), 1)),
  'delete an event and number the others anew': (scene) =>
    file(renumbered(scene.lines.toSpliced(some(scene, isEvent)!, 1))),
  'change the order': ({ lines, pick }) => {
    const [one, other] = [1 + pick(lines.length - 1), 1 + pick(lines.length - 1)];
    if (one === other) return undefined;
    return file(lines.with(one, lines[other]!).with(other, lines[one]!));
  },
  'change the order and number anew': (scene) => {
    const [one, other] = [some(scene, isEvent)!, some(scene, isEvent)!];
    if (one === other || scene.part !== 'whole') return undefined;
    return file(renumbered(scene.lines.with(one, scene.lines[other]!).with(other, scene.lines[one]!)));
  },
  'repeat a line': ({ lines, pick }) => {
    const at = pick(lines.length);
    return file(lines.toSpliced(pick(lines.length + 1), 0, lines[at]!));
  },
  'slip an event in': (scene) => {
    const foreign = rewritten(scene.log, scene.pick(scene.log.events.length));
    return bundleOf(foreign).then((lines) => {
      const slipped = lines[1 + scene.pick(lines.length - 1)]!;
      const inserted = scene.lines.toSpliced(1 + scene.pick(scene.lines.length), 0, slipped);
      return file(scene.part === 'whole' && scene.pick(2) === 0 ? renumbered(inserted) : inserted);
    });
  },
  'cut off lines': ({ lines, pick }) => file(lines.slice(0, pick(lines.length))),
  'cut off bytes': ({ lines, pick }) => {
    const bytes = Buffer.from(file(lines));
    return bytes.subarray(0, pick(bytes.length));
  },
  'add something at the end': ({ lines, pick }) => file(lines) + [' ', '\n', '{}\n', `${lines.at(-1)!}\n`][pick(4)]!,
  'change a text': (scene) => {
    const at = some(scene, withTexts);
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      const pointer = textsAt(line)[scene.pick(textsAt(line).length)]!;
      line.texts![pointer]!.text += 'x';
    });
  },
  'change a text and hash it again': (scene) => {
    const at = some(scene, withTexts);
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      const told = line.texts![textsAt(line)[0]!]!;
      const [before, after] = [told.text, `${told.text}x`].map((text) =>
        sha256(Buffer.from(told.salt, 'hex'), text).toString('hex'),
      );
      told.text += 'x';
      line.content = line.content!.replace(before!, after!);
    });
  },
  'exchange two texts': (scene) => {
    const [one, other] = [some(scene, withTexts), some(scene, withTexts)];
    if (one === undefined || other === undefined) return undefined;
    const [first, second] = [one, other].map((at) => JSON.parse(scene.lines[at]!) as Line);
    const [a, b] = [textsAt(first!)[0]!, textsAt(second!).at(-1)!];
    if (first!.texts![a]!.text === second!.texts![b]!.text) return undefined;
    [first!.texts![a]!.text, second!.texts![b]!.text] = [second!.texts![b]!.text, first!.texts![a]!.text];
    if (one === other) return undefined;
    return file(scene.lines.with(one, JSON.stringify(first)).with(other, JSON.stringify(second)));
  },
  'exchange two salts': (scene) => {
    const at = some(scene, withTexts);
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      const told = line.texts![textsAt(line)[0]!]!;
      [line.salt, told.salt] = [told.salt, line.salt!];
    });
  },
  'let the salt swallow the beginning of a text': (scene) => {
    const at = some(scene, withTexts);
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      const told = line.texts![textsAt(line)[0]!]!;
      const bytes = Buffer.from(told.text);
      told.salt += bytes.subarray(0, 1).toString('hex');
      told.text = bytes.subarray(1).toString();
    });
  },
  'leave out a text': (scene) => {
    const at = some(scene, withTexts);
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      Reflect.deleteProperty(line.texts!, textsAt(line)[0]!);
    });
  },
  'add a text that nobody wrote': (scene) => {
    const at = some(scene, (line) => isEvent(line) && !line.includes('"disposed"'));
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      line.texts = { ...line.texts, '/data/more': { salt: line.salt ?? '', text: 'Added' } };
    });
  },
  'change an entry and its leaf': (scene) => {
    const at = some(scene, isEvent)!;
    return edited(scene.lines, at, (line) => {
      const entry = JSON.parse(line.entry!) as Record<string, unknown>;
      const change = [{ actor: '09-key-2' }, { at: '2025-12-24T12:00:00.000Z' }, { type: 'Other' }, { role: 'clock' }];
      line.entry = JSON.stringify({ ...entry, ...change[scene.pick(change.length)] });
      line.leaf = hashLeaf(line.entry).toString('hex');
    });
  },
  'change the head': ({ lines, pick }) => {
    const changes: ((head: Line) => void)[] = [
      (head) => (head.county = '17'),
      (head) => (head.origin = 'elsewhere.example.invalid/log/09'),
      (head) => (head.format = 'vuosikello-log/2'),
      (head) => (head.from = Number(head.from) + 1),
      (head) => (head.to = Number(head.to) - 1),
      (head) => (head.to = Number(head.to) + 1),
      (head) => (head.keys = [forgersKey]),
      (head) => (head.keys = [logKey, forgersKey]),
      (head) => (head.streams = ['09.request-9']),
      (head) => (head.streams = [...((head.streams ?? []) as string[]), '09.request-9']),
      (head) => (head.remark = 'verified'),
      (head) => Reflect.deleteProperty(head, 'keys'),
    ];
    return edited(lines, 0, changes[pick(changes.length)]!);
  },
  'change a hash of what is left out': (scene) => {
    const at = some(scene, (line) => line.startsWith('{"gap"'));
    if (at === undefined) return undefined;
    return edited(scene.lines, at, (line) => {
      const hashes = line.hashes as string[];
      hashes[scene.pick(hashes.length)] = sha256('another').toString('hex');
    });
  },
  'leave out an event behind a hash': (scene) => {
    // That the last events of a stream are left out of a part nobody can see; see "what cannot be caught".
    const last = scene.lines.findLastIndex(isEvent);
    const at = some(scene, (line) => isEvent(line) && (scene.part !== 'streams' || line !== scene.lines[last]));
    if (at === undefined) return undefined;
    const { leaf } = JSON.parse(scene.lines[at]!) as Line;
    return file(scene.lines.with(at, JSON.stringify({ gap: 1, hashes: [leaf] })));
  },
  'put a checkpoint of another log there': (scene) =>
    rewritten(scene.log, scene.pick(scene.log.events.length))
      .checkpoint()
      .then((checkpoint) => edited(scene.lines, 0, (head) => (head.checkpoint = checkpoint))),
  'put a checkpoint of another size there': (scene) => {
    const size = scene.pick(scene.log.events.length);
    return scene.log
      .checkpoint(size)
      .then((checkpoint) => edited(scene.lines, 0, (head) => (head.checkpoint = checkpoint)));
  },
  'write another root into the checkpoint': (scene) =>
    bundleOf(rewritten(scene.log, scene.pick(scene.log.events.length))).then((lines) => {
      const { checkpoint } = JSON.parse(lines[0]!) as { checkpoint: string };
      const { signatures } = parseNote((JSON.parse(scene.lines[0]!) as { checkpoint: string }).checkpoint);
      const { root, size } = parseCheckpoint(parseNote(checkpoint).text);
      const line = signatures.map(({ name, keyId, signature }) => {
        return `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
      });
      const note = `${logOrigin}\n${size}\n${root.toString('base64')}\n\n${line.join('')}`;
      return edited(lines, 0, (head) => (head.checkpoint = note));
    }),
  'rewrite everything and sign it with another key': (scene) =>
    bundleOf(rewritten(scene.log, scene.pick(scene.log.events.length)), { word: 'a forger' }).then(file),
  'rewrite everything and sign it with the true key': (scene) =>
    bundleOf(rewritten(scene.log, scene.pick(scene.old.size))).then(file),
  'take an event out, hash everything again and sign it with the true key': (scene) => {
    const other = new MemoryLog(0);
    other.events.push(...shifted(scene.log.events.toSpliced(scene.pick(scene.old.size), 1)));
    return bundleOf(other).then(file);
  },
  'slip an event in, hash everything again and sign it with the true key': (scene) => {
    const other = new MemoryLog(0);
    const foreign = new MemoryLog(scene.log.events.length + 1, '09').events.at(-1)!;
    other.events.push(...shifted(scene.log.events.toSpliced(scene.pick(scene.old.size), 0, foreign)));
    return bundleOf(other).then(file);
  },
  'give an earlier state, truly signed': (scene) => {
    if (scene.old.size < 2) return undefined;
    return bundleOf(scene.log, { size: 1 + scene.pick(scene.old.size - 1) }).then(file);
  },
  'give the same log under another origin': (scene) => {
    const origin = 'vuosikello.example.invalid/log/09/2';
    return scene.log.root().then((root) =>
      edited(scene.lines, 0, (head) => {
        head.origin = origin;
        head.checkpoint = signedCheckpoint(scene.log.events.length, root, 'the log', origin);
        head.keys = [formatVerifierKey(verifierKeyFromWord('the log', origin))];
      }),
    );
  },
};
