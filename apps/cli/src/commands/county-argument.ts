import { InvalidArgumentError } from 'commander';

/** Reads an option that is a county. @throws InvalidArgumentError, which ends with wrong usage. */
export function countyArgument(text: string): string {
  if (!/^\d{2}$/.test(text)) throw new InvalidArgumentError('A county is two digits, for example 09.');
  return text;
}
