import ipaddr from 'ipaddr.js';

/** All that is routed on the Internet; what lies outside is local, of a transition mechanism or not given out. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Within that: special purposes with Teredo, documentation, 6to4, documentation again (IANA's registry of RFC 6890). */
const specialWithin = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);
/** The well-known prefix of NAT64 (RFC 6052): what lies behind it is the IPv4 address at its end. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Benchmarks and AS112, which the library takes for ordinary. */
const specialIpv4 = ['198.18.0.0/15', '192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24'].map((range) =>
  ipaddr.IPv4.parseCIDR(range),
);

/**
 * Whether an IP address is one of the public Internet. Not: private, loopback, link-local, shared (CGNAT), multicast, reserved ones,
 * and IPv6 forms that lead to such an IPv4 address. What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  // Without this, the library reads octal, hexadecimal and shortened numbers too, which others read differently.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv6 ? isPublicIpv6(address) : isPublicIpv4(address);
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !specialIpv4.some((range) => address.match(range));
}

function isPublicIpv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIpv4(address.toIPv4Address());
  if (address.match(nat64)) return isPublicIpv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(globalUnicast) && !specialWithin.some((range) => address.match(range));
}
