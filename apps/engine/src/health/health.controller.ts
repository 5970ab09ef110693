import type { Store } from '@app/store';
import { Controller, Get, HttpCode, HttpStatus, Inject, ServiceUnavailableException } from '@nestjs/common';
import { STORE } from '../tokens';
import { Bell } from '../work/bell';
import { within } from '../work/within';
import { WorkLoop } from '../work/work-loop';

const pingLimitMs = 2_000;

type Readiness = { status: 'ready' | 'not-ready'; database: 'up' | 'away'; queue: 'up' | 'away'; stopping: boolean };

/** Whether the process runs, and whether it can do its work. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly bell: Bell,
    private readonly loop: WorkLoop,
  ) {}

  @Get('live')
  @HttpCode(HttpStatus.OK)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 503 while the database is away or the process is ending. Without its queue the engine is slower, but ready. */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const database = await this.database();
    const { stopping } = this.loop;
    const status = database === 'up' && !stopping ? 'ready' : 'not-ready';
    const readiness: Readiness = { status, database, queue: this.bell.away ? 'away' : 'up', stopping };
    if (status !== 'ready') throw new ServiceUnavailableException(readiness);
    return readiness;
  }

  private async database(): Promise<'up' | 'away'> {
    try {
      await within(pingLimitMs, 'the database', this.store.ping());
      return 'up';
    } catch {
      return 'away';
    }
  }
}
