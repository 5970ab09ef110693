import { InvalidArgumentError } from 'commander';

/** A position in a county's log, counted from nought. @throws InvalidArgumentError */
export function positionArgument(value: string): number {
  const position = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(position))
    throw new InvalidArgumentError('A position in the log is a whole number from 0 on.');
  return position;
}
