import { civilDate, isCivilDate, type CivilDate } from '@app/domain';
import { InvalidArgumentError } from 'commander';

/** Reads an option that is a day. @throws InvalidArgumentError, which ends with wrong usage. */
export function dayArgument(text: string): CivilDate {
  if (!isCivilDate(text)) throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.');
  return civilDate(text);
}
