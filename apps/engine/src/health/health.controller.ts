import type { Store } from '@app/store';
import { within } from '@app/telemetry';
import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { MailTransport } from '../mail/transport';
import { lateMs, Sequencer, type SequencerState } from '../sealing/sequencer';
import { Signer, type SignerState } from '../sealing/signer';
import { STORE } from '../tokens';
import { Bell } from '../work/bell';
import { Canary } from '../work/canary';
import { WorkLoop } from '../work/work-loop';

const pingLimitMs = 2_000;

type Reach = 'up' | 'away';
/** Why it is not as it should be; `degraded` things are slower or later, and come right by themselves or wait for an operator. */
type Reason = { code: ReasonCode; detail: string };
type ReasonCode = keyof typeof details;

const details = {
  'database-away': 'The database does not answer.',
  stopping: 'The process is ending.',
  'queue-away': 'The queue does not answer: work is taken from the database.',
  'queue-unheard': 'A bell that was rung as a test was not heard within two seconds: work is found by the reconciler.',
  'mail-server-away': 'The mail server does not answer: mails wait.',
  'log-late': 'Events have waited for their positions in the log for more than five seconds.',
  'log-unreadable': 'The log of a county ends before an event that cannot be read.',
  'signer-refuses': 'The log of a county is not signed.',
} as const;

type Readiness = {
  /** `degraded`: it works, and something is slower or waits. */
  status: 'ready' | 'degraded' | 'not-ready';
  /** Empty when ready. */
  reasons: Reason[];
  database: Reach;
  queue: Reach;
  /** After how many milliseconds a bell rung as a test was heard; null: it was not. */
  canaryMs: number | null;
  mailServer: Reach;
  /** The switches that stop mail: counties, and `*` for all. Null while the database is away. */
  mailHeld: string[] | null;
  /** `late`: events have waited for their positions for more than five seconds. */
  log: SequencerState & SignerState & { late: boolean };
  stopping: boolean;
};

/** Whether the process runs, and whether it can do its work. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly bell: Bell,
    private readonly loop: WorkLoop,
    private readonly transport: MailTransport,
    private readonly sequencer: Sequencer,
    private readonly signer: Signer,
    private readonly canary: Canary,
  ) {}

  @Get('live')
  @HttpCode(HttpStatus.OK)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * 503 while the database is away or the process is ending. Without its queue the engine is slower, without its mail server mails wait,
   * a log may be behind or unsigned: then it is degraded, with 200.
   */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const [database, heardMs] = await Promise.all([this.database(), this.canary.sing()]);
    const mailHeld = database === 'up' ? await this.mailHeld() : null;
    const { stopping } = this.loop;
    const queue = this.bell.away ? 'away' : 'up';
    const log = { ...this.sequencer.state, ...this.signer.state, late: this.sequencer.state.behindMs > lateMs };
    const { reach: mailServer } = this.transport;
    const codes = codesOf({ database, queue, heardMs, mailServer, log, stopping });
    const readiness: Readiness = {
      status: database !== 'up' || stopping ? 'not-ready' : codes.length > 0 ? 'degraded' : 'ready',
      reasons: codes.map((code) => ({ code, detail: details[code] })),
      database,
      queue,
      canaryMs: heardMs === undefined ? null : Math.round(heardMs),
      mailServer,
      mailHeld,
      log,
      stopping,
    };
    if (readiness.status === 'not-ready') throw new ServiceUnavailableException(readiness);
    return readiness;
  }

  private async mailHeld(): Promise<string[] | null> {
    try {
      return (await within(pingLimitMs, 'the database', this.store.operations.allHolds())).map(({ scope }) => scope);
    } catch {
      return null;
    }
  }

  private async database(): Promise<Reach> {
    try {
      await within(pingLimitMs, 'the database', this.store.ping());
      return 'up';
    } catch {
      return 'away';
    }
  }
}

type Found = Pick<Readiness, 'database' | 'queue' | 'mailServer' | 'log' | 'stopping'> & {
  heardMs: number | undefined;
};

function codesOf({ database, queue, heardMs, mailServer, log, stopping }: Found): ReasonCode[] {
  const found: Record<ReasonCode, boolean> = {
    'database-away': database === 'away',
    stopping,
    'queue-away': queue === 'away',
    'queue-unheard': queue === 'up' && heardMs === undefined,
    'mail-server-away': mailServer === 'away',
    'log-late': log.late,
    'log-unreadable': log.unreadable.length > 0,
    'signer-refuses': log.signer === 'refuses',
  };
  return (Object.keys(details) as ReasonCode[]).filter((code) => found[code]);
}
