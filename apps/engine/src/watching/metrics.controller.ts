import { Controller, Get, Res } from '@nestjs/common';
import { EngineWatch } from './engine-watch';
import { EngineLevels } from './engine-levels';

/** The part of a response that is used here. */
type TextResponse = { type(mediaType: string): unknown };

/** For Prometheus; on loopback only, like the health pages. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly watch: EngineWatch,
    /** Registers itself with the metrics; nothing else is asked of it. */
    _levels: EngineLevels,
  ) {}

  @Get()
  async read(@Res({ passthrough: true }) response: TextResponse): Promise<string> {
    response.type(this.watch.metrics.contentType);
    return this.watch.metrics.text();
  }
}
