import { createPrivateKey } from 'node:crypto';

/** Signs outgoing mail for a domain: the public key stands in DNS at `<selector>._domainkey.<domain>` (RFC 6376). */
export type Dkim = {
  domain: string;
  selector: string;
  /** The private key, PEM. */
  key: string;
};

/** RFC 8301 §3.2: shorter keys are no longer believed everywhere. */
const shortestBits = 2_048;

type Given = { domain: string | undefined; selector: string | undefined; key: string | undefined };

/**
 * The key to sign with, undefined where none of the settings is given, or what is wrong with them. `from` is the sender's
 * address: a signature of another domain would not speak for it.
 */
export function dkimOf(
  { domain, selector, key }: Given,
  from: string | undefined,
): { dkim: Dkim | undefined; problems: string[] } {
  if (domain === undefined && selector === undefined && key === undefined) return { dkim: undefined, problems: [] };
  const missing = Object.entries({ MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_KEY_FILE: key })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name}: must be given with the other MAIL_DKIM settings, or none of them`);
  const problems = [...missing, ...keyProblems(key), ...domainProblems(domain, from)];
  if (problems.length > 0 || domain === undefined || selector === undefined || key === undefined)
    return { dkim: undefined, problems };
  return { dkim: { domain, selector, key }, problems };
}

function keyProblems(key: string | undefined): string[] {
  if (key === undefined) return [];
  const wanted = `must be an unencrypted RSA private key in PEM of at least ${shortestBits} bits`;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(key);
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return asymmetricKeyType === 'rsa' && bits >= shortestBits
      ? []
      : [`MAIL_DKIM_KEY_FILE: ${wanted}; this is ${asymmetricKeyType ?? 'unknown'}${bits > 0 ? ` of ${bits}` : ''}`];
  } catch {
    return [`MAIL_DKIM_KEY_FILE: ${wanted}`];
  }
}

function domainProblems(domain: string | undefined, from: string | undefined): string[] {
  const [, sender] = from?.split('@') ?? [];
  if (domain === undefined || sender === undefined || `.${sender}`.endsWith(`.${domain}`)) return [];
  return [`MAIL_DKIM_DOMAIN: must be the domain of MAIL_FROM or one above it`];
}
