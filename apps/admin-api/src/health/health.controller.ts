import { Controller, Get, Inject, Res } from '@nestjs/common';
import { DatabaseAwayError, type Store } from '@app/store';
import { TimeLimitError, within } from '@app/telemetry';
import type { Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import type { Log } from '../logging/log';
import { LOG } from '../logging/log.token';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { STORE } from '../store.token';

const live = z.object({ status: z.literal('live') });
const readiness = named(
  'Readiness',
  z.object({
    status: z.enum(['ready', 'not-ready']),
    migrations: z
      .object({
        known: z.string().describe('The last that this software knows.'),
        applied: z.string().describe('The last that the database has; a later one belongs to newer software.'),
      })
      .nullable()
      .describe('Null while the database is away.'),
    reasons: z.array(z.object({ code: z.string(), detail: z.string() })).describe('Empty when ready.'),
  }),
);

/** How long a probe waits for a database that hangs. */
const askLimitMs = 2_000;

/** For whoever runs the process: whether it lives, and whether it can serve. */
@Controller('health')
export class HealthController {
  private asking: ReturnType<Store['migrationLevel']> | undefined;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('live')
  @Public()
  @Describe({
    tag: 'health',
    summary: 'Whether the process answers at all',
    answers: { 200: { description: 'It does.', schema: live } },
  })
  live(): z.infer<typeof live> {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Describe({
    tag: 'health',
    summary: 'Whether requests can be served',
    answers: {
      200: { description: 'They can.', schema: readiness },
      503: {
        description: 'They cannot, and why.',
        schema: readiness,
        headers: { 'Retry-After': { description: 'Seconds.' } },
      },
    },
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof readiness>> {
    try {
      return { status: 'ready', migrations: await this.level(), reasons: [] };
    } catch (error) {
      if (!(error instanceof DatabaseAwayError || error instanceof TimeLimitError)) throw error;
      // The address of the database is in the log, not in an answer that anybody can read.
      this.log('warn', 'not-ready', { reason: error.message });
      response.status(503).set('Retry-After', '5');
      return {
        status: 'not-ready',
        migrations: null,
        reasons: [{ code: 'database-away', detail: 'The database does not answer.' }],
      };
    }
  }

  /** Probes are not counted, and anybody can send one: many at once ask the database once. */
  private level(): ReturnType<Store['migrationLevel']> {
    this.asking ??= within(askLimitMs, 'the database', this.store.migrationLevel()).finally(
      () => (this.asking = undefined),
    );
    return this.asking;
  }
}
