import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { Throttle } from '../protection/throttle';
import { ApiWatch } from './api-watch';
import { METRICS_TOKEN } from './metrics-token.token';

/**
 * For Prometheus. What is counted is counted over all counties, so that no county's key opens it: it has a secret of its own, and without
 * one there is no such address.
 */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly watch: ApiWatch,
    @Inject(METRICS_TOKEN) private readonly token: string | undefined,
    private readonly throttle: Throttle,
  ) {}

  @Get()
  @Public()
  @Describe({
    tag: 'health',
    summary: 'What this process measures, for Prometheus',
    description:
      'With the installation’s own secret `METRICS_TOKEN` as the bearer token, not with an API key: the numbers are those of all counties. Without that setting there is no such address. The engine has the same on its loopback port.',
    answers: { 200: { description: 'The text format of Prometheus.', mediaType: 'text/plain', schema: z.string() } },
    problems: ['unauthenticated', 'unknown-route'],
  })
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    if (this.token === undefined) throw new Problem('unknown-route');
    const given = /^Bearer +(\S{1,500})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined) await this.throttle.admitSecret(request, response, given);
    if (given === undefined || !isSame(given, this.token))
      throw new Problem('unauthenticated', {
        headers: { 'WWW-Authenticate': 'Bearer realm="vuosikello-metrics"' },
        wrongSecret: given !== undefined,
      });
    response.type(this.watch.metrics.contentType);
    return this.watch.metrics.text();
  }
}

/** Takes as long whatever is given. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
