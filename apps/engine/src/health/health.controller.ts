import type { Store } from '@app/store';
import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { MailTransport } from '../mail/transport';
import { lateMs, Sequencer, type SequencerState } from '../sealing/sequencer';
import { Signer, type SignerState } from '../sealing/signer';
import { STORE } from '../tokens';
import { Bell } from '../work/bell';
import { within } from '../work/within';
import { WorkLoop } from '../work/work-loop';

const pingLimitMs = 2_000;

type Reach = 'up' | 'away';
type Readiness = {
  status: 'ready' | 'not-ready';
  database: Reach;
  queue: Reach;
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
  ) {}

  @Get('live')
  @HttpCode(HttpStatus.OK)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 503 while the database is away or the process is ending. Without its queue the engine is slower, without its mail server mails wait, a log may be behind or unsigned, but it is ready. */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const database = await this.database();
    const mailHeld = database === 'up' ? await this.mailHeld() : null;
    const { stopping } = this.loop;
    const status = database === 'up' && !stopping ? 'ready' : 'not-ready';
    const queue = this.bell.away ? 'away' : 'up';
    const log = { ...this.sequencer.state, ...this.signer.state, late: this.sequencer.state.behindMs > lateMs };
    const readiness: Readiness = { status, database, queue, mailServer: this.transport.reach, mailHeld, log, stopping };
    if (status !== 'ready') throw new ServiceUnavailableException(readiness);
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
