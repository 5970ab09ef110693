import type { LoggerService } from '@nestjs/common';
import type { JsonLogger } from './json-logger';

/** What Nest says of itself: of interest only when looking for a fault, but for its warnings and errors. */
export function frameworkLogger(log: JsonLogger): LoggerService {
  return {
    log: (message: unknown) => log.debug(message, { part: 'nest' }),
    debug: (message: unknown) => log.debug(message, { part: 'nest' }),
    warn: (message: unknown) => log.warn(message, { part: 'nest' }),
    error: (message: unknown) => log.error(message, { part: 'nest' }),
  };
}
