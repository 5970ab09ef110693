import { domainToASCII } from 'node:url';

/** The domain of an address as name servers know it. */
export function asciiDomainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}

/**
 * The address as servers without SMTPUTF8 understand it, with its domain in ASCII. What stands before the @ is ASCII
 * already: `parseAddress` lets nothing else in.
 */
export function inAscii(address: string): string {
  return `${address.slice(0, address.lastIndexOf('@'))}@${asciiDomainOf(address)}`;
}
