import { logLine } from '@app/telemetry';
import { logTime } from '../clock/real-time';

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one notable thing. Never personal data, keys, tokens or answer links: ids only. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void;

/** One line of JSON on stderr for each thing; stdout stays free for whoever started the process. */
export const logToStderr: Log = (level, event, fields = {}) => {
  const head = { time: logTime(), level, process: 'admin-api', message: event };
  process.stderr.write(`${logLine(head, fields)}\n`);
};
