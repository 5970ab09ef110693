import type { Store } from '@app/store';
import { commonMetrics } from '@app/telemetry';
import type { Response } from 'express';
import { HealthController } from '../health/health.controller';
import { ApiWatch } from './api-watch';

/** Takes what is asked, and neither answers nor breaks off. */
const never = () => new Promise<never>(() => undefined);
const silent = {
  ping: never,
  migrationLevel: never,
  connections: () => ({ open: 1, idle: 0, waiting: 0 }),
} as unknown as Store;

describe('a database that is silent', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['performance', 'setImmediate', 'nextTick'] }));
  afterEach(() => void jest.useRealTimers());

  it('does not keep the metrics, which say so', async () => {
    const watch = new ApiWatch();
    watch.watchStore(silent);
    const text = watch.metrics.text();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await text).toContain(`\n${commonMetrics.databaseUp.name} 0\n`);
  });

  it('does not keep a probe, which hears that nothing can be served', async () => {
    const response = { status: jest.fn().mockReturnThis(), set: jest.fn() };
    const said: unknown[] = [];
    const controller = new HealthController(silent, (_level, event, fields) => void said.push({ event, ...fields }));
    const answer = controller.ready(response as unknown as Response);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await answer).toMatchObject({ status: 'not-ready', reasons: [{ code: 'database-away' }] });
    expect(response.status).toHaveBeenCalledWith(503);
    expect(said).toEqual([{ event: 'not-ready', reason: expect.stringContaining('the database') }]);
  });
});
