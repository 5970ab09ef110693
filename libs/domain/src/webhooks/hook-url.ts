import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address';

/** Why nothing is sent to a URL, whatever its name leads to. */
export type HookUrlFault = 'not-a-url' | 'too-long' | 'not-https' | 'with-credentials' | 'wrong-port' | 'not-public';

const longest = 2_000;
/** Empty is the scheme's own, 443. */
const ports = new Set(['', '8443']);
const localNames = /(^|\.)(localhost|local|internal|localdomain|home\.arpa)$/;

/**
 * What speaks against sending events to a URL, by its letters alone: only https, without a user in it, to port 443 or 8443, and not to an
 * address that is not public, however it is written. What a name leads to is looked at whenever something is sent.
 * @param allowPrivate for development: http and any port too, and addresses of one's own network
 */
export function hookUrlFault(text: string, { allowPrivate }: { allowPrivate: boolean }): HookUrlFault | undefined {
  if (text.length > longest) return 'too-long';
  if (!URL.canParse(text)) return 'not-a-url';
  const { protocol, username, password, port, hostname } = new URL(text);
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return 'not-https';
  if (username !== '' || password !== '') return 'with-credentials';
  if (allowPrivate) return undefined;
  if (!ports.has(port)) return 'wrong-port';
  return isLocal(hostname) ? 'not-public' : undefined;
}

/** As the parser has written it: 2130706433 and 0177.0.0.1 have become 127.0.0.1 by now. */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return !isPublicAddress(host);
  return !host.includes('.') || localNames.test(host);
}
