import type { PlanHead } from '@app/domain';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { countyArgument } from './county-argument';

/** What the argument of a plan file may be. */
export const planFileForms = 'plan file: YAML, JSON, CSV or XLSX';

/** The options that say what a plan in a single table does not. */
export function addPlanHead(command: Command): Command {
  return command
    .addOption(new Option('--county <code>', 'county of a plan in CSV, such as 09').argParser(countyArgument))
    .addOption(new Option('--year <year>', 'year of a plan in CSV').argParser(yearArgument))
    .option('--title <title>', 'title of a plan in CSV');
}

/** The head among a command's options. */
export function planHead({ county, year, title }: PlanHead): PlanHead {
  return {
    ...(county !== undefined && { county }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
  };
}

/** Reads an option that is a year. @throws InvalidArgumentError, which ends with wrong usage. */
export function yearArgument(text: string): number {
  if (!/^2[01]\d{2}$/.test(text)) throw new InvalidArgumentError('Write a year as four digits, such as 2026.');
  return Number(text);
}
