import { InvalidArgumentError } from 'commander';

/** Reads a year given on the command line. @throws InvalidArgumentError, which ends the command as wrong usage */
export function yearArgument(text: string): number {
  if (!/^2[01]\d{2}$/.test(text)) throw new InvalidArgumentError('Write a year from 2000 to 2199.');
  return Number(text);
}
