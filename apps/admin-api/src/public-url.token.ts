/** Injection token of the address at which people reach this server, as it was set. */
export const PUBLIC_URL = Symbol('public-url');
