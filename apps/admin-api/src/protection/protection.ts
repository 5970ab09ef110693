/** How many requests a minute are answered, each counted by itself. */
export type Limits = {
  /** Of one key or user that read. */
  reads: number;
  /** Of one key or user that change something; a batch is one. */
  writes: number;
  /** Of one address, whoever sends them. */
  address: number;
  /** Different keys, tokens and secret addresses, tried from one address, that nobody was given. */
  wrongSecrets: number;
};

export type Protection = {
  /** Undefined: nothing is limited. */
  limits: Limits | undefined;
  /** Whose X-Forwarded-For is believed: that of so many proxies, or of proxies in these networks; false: nobody's. */
  trustProxy: false | number | readonly string[];
  /** The origins whose pages may read the API in a browser. */
  corsOrigins: readonly string[];
};

/** Far above what a county needs, and below what one process can answer. */
export const usualLimits: Limits = { reads: 6_000, writes: 1_200, address: 12_000, wrongSecrets: 30 };

export const usualProtection: Protection = { limits: usualLimits, trustProxy: false, corsOrigins: [] };
