import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/** The four groups of an IPv6 address that one network is given; within them one client has as many addresses as it likes. */
const networkGroups = 4;

/**
 * What stands for the client's address where requests are counted: the IPv4 address, or the /64 network of an IPv6 one. Behind proxies it is
 * the one that the last trusted of them has seen.
 */
export function clientAddress({ ip }: Pick<Request, 'ip'>): string {
  if (ip === undefined || !ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address instanceof ipaddr.IPv4) return address.toString();
  const groups = address.parts.slice(0, networkGroups).map((group) => group.toString(16));
  return `${groups.join(':')}::/64`;
}
