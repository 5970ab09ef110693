import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** What the framework itself has to say: warnings and errors only. */
export function nestLog(log: Log): LoggerService {
  return {
    log: () => {},
    warn: (message: unknown) => log('warn', 'framework', { message: String(message) }),
    error: (message: unknown, ...rest: unknown[]) =>
      log('error', 'framework', { message: String(message), rest: rest.map(String) }),
  };
}
