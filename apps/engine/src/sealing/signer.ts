import { createPublicKey, type KeyObject } from 'node:crypto';
import { formatCheckpoint, formatNote, formatVerifierKey, signNote, verifierKeyOf } from '@app/ledger';
import {
  DatabaseAwayError,
  judgeGrowth,
  type CountyEvent,
  type Refusal,
  type Signed,
  type SignedBefore,
  SignerMemory,
  SignerMemoryError,
  type Store,
  type Unsigned,
} from '@app/store';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { elapsedMs } from '../clock/real-time';
import type { LogSigning } from '../config/log-signing';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS, STORE } from '../tokens';

const lookEveryMs = 1_000;
const sayAgainMs = 600_000;

export type SignerState = {
  signer: 'off' | 'on' | 'refuses';
  refusals: { county: string; why: Why }[];
};

/** `key-changed`: the key is another than the last, and that one does not sign alongside. */
type Why = Refusal | 'key-changed' | 'memory-unreadable';

type Refused = { why: Why; judgedMs: number; saidMs: number };

const advice: Record<Why, string> = {
  shorter: 'it has fewer entries than were signed: was the database restored to an earlier moment?',
  inconsistent: 'what was signed before is not its beginning',
  'memory-missing': 'there are checkpoints, but LOG_SIGNER_STATE knows of none: bring the file back',
  'key-changed': 'the key is another one: give the last as LOG_PREVIOUS_SIGNING_KEY_FILE',
  'memory-unreadable': 'LOG_SIGNER_STATE cannot be read or written',
};

/**
 * Signs each county's log when it has grown, and refuses where what it signed before is not the beginning of the log any more. It keeps
 * what it signs in a file outside the database, before anybody else can see it; replicas do so one at a time.
 */
@Injectable()
export class Signer implements OnApplicationBootstrap {
  private readonly memory: SignerMemory | undefined;
  /** By county, the size at which there was nothing left to sign. */
  private readonly done = new Map<string, number>();
  private readonly refused = new Map<string, Refused>();
  private looking: Promise<void> | undefined;

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'log'>,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'log'>,
    private readonly log: JsonLogger,
  ) {
    const { signing } = settings.log;
    this.memory = signing && new SignerMemory(signing.stateFile);
  }

  onApplicationBootstrap(): void {
    if (!this.memory) this.log.warn('nobody signs the log: LOG_SIGNING_KEY_FILE is not set');
  }

  get state(): SignerState {
    const refusals = [...this.refused].map(([county, { why }]) => ({ county, why }));
    return { signer: !this.memory ? 'off' : refusals.length > 0 ? 'refuses' : 'on', refusals };
  }

  /** Signs what has grown. One look at a time; whoever comes meanwhile waits for its end. */
  @Interval(lookEveryMs)
  async look(): Promise<void> {
    this.looking ??= this.lookAtAll().finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async lookAtAll(): Promise<void> {
    const { signing } = this.settings.log;
    if (!this.memory || !signing) return;
    try {
      for (const { county, size } of await this.store.log.sizes())
        if (this.isToBeLookedAt(county, size)) await this.seal(county, signing, this.memory);
    } catch (error) {
      this.log.warn('the log could not be signed; trying again', errorFacts(error));
    }
  }

  private isToBeLookedAt(county: string, size: number): boolean {
    const refused = this.refused.get(county);
    return refused
      ? elapsedMs() - refused.judgedMs >= this.settings.log.checkpointEveryMs
      : this.done.get(county) !== size;
  }

  private async seal(county: string, signing: LogSigning, memory: SignerMemory): Promise<void> {
    let done: number | undefined;
    try {
      await this.store.log.seal(county, this.settings.log.checkpointEveryMs, async (unsigned) => {
        const decided = await decide(county, signing, memory.read()[county], unsigned);
        if ('refusal' in decided) {
          this.refuse(county, decided.refusal);
          return undefined;
        }
        this.agree(county);
        done = unsigned.head.size;
        if (!decided.signed) return undefined;
        memory.write(county, decided.before);
        return decided.signed;
      });
      if (done !== undefined) this.done.set(county, done);
    } catch (error) {
      if (error instanceof DatabaseAwayError) throw error;
      if (error instanceof SignerMemoryError) this.refuse(county, 'memory-unreadable', error);
      // The other counties are signed all the same.
      else this.log.error('the log of a county could not be signed; trying again', { county, ...errorFacts(error) });
    }
  }

  private refuse(county: string, why: Why, error?: unknown): void {
    const now = elapsedMs();
    const before = this.refused.get(county);
    const isNews = before?.why !== why || now - before.saidMs >= sayAgainMs;
    this.refused.set(county, { why, judgedMs: now, saidMs: isNews ? now : before.saidMs });
    if (isNews)
      this.log.error('THE LOG OF A COUNTY IS NOT SIGNED', {
        county,
        why,
        advice: advice[why],
        ...(error !== undefined && errorFacts(error)),
      });
  }

  private agree(county: string): void {
    if (this.refused.delete(county)) this.log.log('the log of a county is signed again', { county });
  }
}

type Decided = { refusal: Why } | { signed: Signed; before: SignedBefore } | { signed: undefined };

async function decide(
  county: string,
  { key, previousKey, origin: base }: LogSigning,
  before: SignedBefore | undefined,
  unsigned: Unsigned,
): Promise<Decided> {
  const refusal = await judgeGrowth(before, unsigned);
  if (refusal) return { refusal };
  // A log keeps its name, whatever the settings say later: verifiers know it by that.
  const origin = before?.origin ?? `${base}/${county}`;
  const own = keyLine(origin, key);
  const previous = previousKey && keyLine(origin, previousKey);
  if (before?.key !== undefined && before.key !== own && before.key !== previous) return { refusal: 'key-changed' };
  const { size, root } = unsigned.head;
  const { last } = unsigned;
  if (size === 0 || (last?.origin === origin && last.size === size)) return { signed: undefined };
  const text = formatCheckpoint({ origin, size, root });
  const signatures = [key, ...(previousKey ? [previousKey] : [])].map((one) => signNote(text, origin, one));
  return {
    signed: {
      note: formatNote({ text, signatures }),
      events: previous !== undefined && previous !== own ? [keyChanged(previous, own)] : [],
    },
    before: { origin, size, root: root.toString('hex'), key: own, earlier: before?.earlier ?? [] },
  };
}

/** Said under one id, so that it is written once however often the two keys sign together. */
function keyChanged(previous: string, key: string): CountyEvent {
  return {
    type: 'LogKeyChanged',
    body: { previous, key },
    actor: { id: 'signer', role: 'service' },
    commandId: `log-key:${idOf(previous)}-${idOf(key)}`,
  };
}

/** The hash in a verifier key, which tells keys of one name apart. */
function idOf(line: string): string {
  return line.split('+')[1] ?? '';
}

function keyLine(origin: string, key: KeyObject): string {
  return formatVerifierKey(verifierKeyOf(origin, createPublicKey(key)));
}
