import { realTime } from '../clock/real-time';
import { type LogLevel, logLevels } from '../config/settings';
import { logLine } from '@app/telemetry';
import { withoutAddresses } from './without-addresses';

/** What a line says beside its sentence: ids, states and numbers, never a name or an address. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Writes one line of JSON per notable thing to stderr. Addresses are cut out of every text, because mail servers repeat
 * them in what they say.
 */
export class JsonLogger {
  constructor(
    private readonly level: LogLevel,
    private readonly write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ) {}

  debug(message: unknown, facts?: LogFacts): void {
    this.line('debug', message, facts);
  }

  log(message: unknown, facts?: LogFacts): void {
    this.line('info', message, facts);
  }

  warn(message: unknown, facts?: LogFacts): void {
    this.line('warn', message, facts);
  }

  error(message: unknown, facts?: LogFacts): void {
    this.line('error', message, facts);
  }

  private line(level: LogLevel, message: unknown, facts: LogFacts | undefined): void {
    if (logLevels.indexOf(level) < logLevels.indexOf(this.level)) return;
    const head = { time: realTime(), level, process: 'engine', message: textOf(message) };
    this.write(withoutAddresses(logLine(head, facts)));
  }
}

/** The facts of an error for a log line. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack } = error;
  return { error: `${name}: ${message}`, at: stack?.split('\n').slice(1, 4).join(' ').trim() };
}

function textOf(message: unknown): string {
  return message instanceof Error ? `${message.name}: ${message.message}` : String(message);
}
