import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { type Protection, usualLimits } from '../protection/protection';

const proxies =
  'must be the number of proxies before this server (1 to 9), or their addresses or networks, separated by commas';
const origins = 'must be origins such as https://vuosikello.example, separated by commas';
const perMinute = 'must be how many a minute, 1 to 1000000';

const listed = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const limit = (usual: number) =>
  z.coerce.number(perMinute).int(perMinute).min(1, perMinute).max(1_000_000, perMinute).default(usual);

/** The settings of what protects the server from its clients. */
export const protectionSchema = {
  TRUST_PROXY: z
    .string()
    .refine((text) => /^[1-9]$/.test(text) || listed(text).every(isNetwork), proxies)
    .optional(),
  CORS_ORIGINS: z
    .string()
    .refine((text) => listed(text).every(isOrigin), origins)
    .optional(),
  RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  RATE_LIMIT_READS: limit(usualLimits.reads),
  RATE_LIMIT_WRITES: limit(usualLimits.writes),
  RATE_LIMIT_ADDRESS: limit(usualLimits.address),
  RATE_LIMIT_WRONG: limit(usualLimits.wrongSecrets),
};

/** What protects the server, as the settings say. */
export function protectionIn(settings: z.infer<z.ZodObject<typeof protectionSchema>>): Protection {
  const limits = {
    reads: settings.RATE_LIMIT_READS,
    writes: settings.RATE_LIMIT_WRITES,
    address: settings.RATE_LIMIT_ADDRESS,
    wrongSecrets: settings.RATE_LIMIT_WRONG,
  };
  return {
    limits: settings.RATE_LIMITS === 'on' ? limits : undefined,
    trustProxy: trusted(settings.TRUST_PROXY),
    corsOrigins: listed(settings.CORS_ORIGINS ?? ''),
  };
}

function trusted(text: string | undefined): Protection['trustProxy'] {
  if (text === undefined) return false;
  return /^\d$/.test(text) ? Number(text) : listed(text);
}

function isNetwork(text: string): boolean {
  if (!text.includes('/')) return ipaddr.isValid(text) && /[.:]/.test(text);
  try {
    ipaddr.parseCIDR(text);
    return true;
  } catch {
    return false;
  }
}

/** Exactly as a browser sends it: no path, no slash at its end, and never any origin at all. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
