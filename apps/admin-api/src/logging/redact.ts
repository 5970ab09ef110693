import type { Log } from './log';

const gone = '…';

/** What a secret looks like in a text, whoever wrote the text: an error of a driver or of the framework may quote a whole request. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(authorization|cookie|set-cookie|proxy-authorization)(["']?\s*[:=]\s*["']?)[^"'\r\n]+/gi, `$1$2${gone}`],
  [/\bBearer\s+[\w.~+/=-]+/gi, `Bearer ${gone}`],
  // Addresses that are secrets: /r/<token> and ?token=<token>, also where they are written for use in another address.
  [/((?:\/|%2F)r(?:\/|%2F))[\w%-]+/gi, `$1${gone}`],
  [/\b(token(?:=|%3D))[^&\s"']+/gi, `$1${gone}`],
  // API keys, secrets of webhooks and signed tokens, wherever they stand.
  [/\b(vk_|whsec_)[\w+/=-]+/g, `$1${gone}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, gone],
  [/(\bpostgres(?:ql)?:\/\/[^:@/\s]+:)[^@\s]+@/gi, `$1${gone}@`],
];

/** A text without the secrets in it. */
export function redacted(text: string): string {
  return secrets.reduce((left, [secret, instead]) => left.replace(secret, instead), text);
}

/** The log, with the secrets taken out of whatever it is told. */
export function withoutSecrets(log: Log): Log {
  return (level, event, fields) => log(level, event, fields && (clean(fields) as Readonly<Record<string, unknown>>));
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return redacted(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}
