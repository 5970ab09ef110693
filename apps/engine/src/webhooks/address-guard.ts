import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { hookUrlFault, isPublicAddress } from '@app/domain';

/** The name leads, or the address itself is, into a network that nothing is sent to. */
export class RefusedAddressError extends Error {
  constructor(readonly host: string) {
    super(`Nothing is sent to ${host}: it is not an address of the public Internet`);
    this.name = 'RefusedAddressError';
  }
}

export type Resolve = (
  host: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] | undefined) => void,
) => void;

/**
 * For one connection: the name is looked up once, every address it has must be public, and the connection goes to one of these very
 * addresses. A name that leads elsewhere a moment later, or to one good and one bad address, gains nothing.
 */
export function guardedLookup(allowPrivate: boolean, resolve: Resolve = systemLookup): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !addresses || !first) {
        callback(error ?? new RefusedAddressError(host), '');
        return;
      }
      if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
        callback(new RefusedAddressError(host), '');
        return;
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Looked at again when something is sent: rules may have become stricter since. For an address itself no name is looked up. */
export function requireSendable(url: string, allowPrivate: boolean): URL {
  const fault = hookUrlFault(url, { allowPrivate });
  if (fault !== undefined) throw new RefusedAddressError(URL.canParse(url) ? new URL(url).host : 'what is no URL');
  const parsed = new URL(url);
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !allowPrivate && !isPublicAddress(host)) throw new RefusedAddressError(host);
  return parsed;
}
