/** The text is not exactly one bare e-mail address. */
export class InvalidAddressError extends Error {
  constructor(readonly value: string) {
    super(`Not one e-mail address: ${JSON.stringify(value)}`);
    this.name = 'InvalidAddressError';
  }
}

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const longestLocalPart = 64;
const longestAddress = 254;
const longestDomain = 253;
const longestLabel = 63;

/**
 * One bare address, checked strictly, because what a mail library is given it may read as several: line breaks, commas,
 * group syntax, angle brackets, comments, quotes, spaces and control characters are all refused. The domain may be
 * internationalised (kärkölä.fi); it is returned in lower case, the rest as written. What stands before the @ is ASCII
 * (`päivi@…` is refused): many servers still do not take anything else (SMTPUTF8, RFC 6531).
 * @throws InvalidAddressError
 */
export function parseAddress(text: string): string {
  const [local = '', domain, ...more] = text.split('@');
  const isOneAddress =
    domain !== undefined &&
    more.length === 0 &&
    text.length <= longestAddress &&
    local.length <= longestLocalPart &&
    localPart.test(local) &&
    isDomain(domain);
  if (!isOneAddress) throw new InvalidAddressError(text);
  return `${local}@${domain.toLowerCase()}`;
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  // Compatibility forms (full-width letters and the like) turn into other characters on the way to the name server.
  const isPlain = domain.normalize('NFKC') === domain.normalize('NFC');
  const isNumber = /^\d+$/.test(labels.at(-1) ?? '');
  return (
    isPlain &&
    !isNumber &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    fitsNameServer(domain)
  );
}

/** Whether the name is short enough, and a name at all, in the ASCII that name servers know it by. */
function fitsNameServer(domain: string): boolean {
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
  const labels = ascii.split('.');
  return ascii.length <= longestDomain && labels.every((label) => label.length > 0 && label.length <= longestLabel);
}
