import { bases, civilDate, timeLimit, type Basis, type TimeLimit, type TimeLimitPolicy } from '@app/domain';
import { InvalidDateError, InvalidPeriodError } from '@app/domain';
import { Option, type Command } from 'commander';
import { messageLanguage } from '../config/language';
import { exitCodes, wrongUsage } from '../output/cli-error';
import { print, printJson } from '../output/print';

type Options = { backward?: true; policy: TimeLimitPolicy; basis: Basis; json?: true };

/** `deadline START PERIOD`: Act 150/1930 with its explanation. Exit 1 when the date stands on a blocked day. */
export function addDeadline(program: Command): void {
  program
    .command('deadline')
    .description('the last day of a time limit (Act 150/1930), explained section by section')
    .argument('<start>', 'the day from which is counted, YYYY-MM-DD; with --backward the event')
    .argument('<period>', 'P14D, P2W, P3M or P1Y')
    .option('--backward', 'count back from the event')
    .addOption(
      new Option('--policy <policy>', 'counting back onto a blocked day').choices(['safe', 'literal']).default('safe'),
    )
    .addOption(new Option('--basis <basis>', 'what the date stands on').choices(bases).default('statutory'))
    .option('--json', 'print JSON only')
    .action((start: string, period: string, options: Options) => {
      const answer = ask(start, period, options);
      if (options.json) printJson(answer);
      else print(...explained(answer));
      process.exitCode = answer.finding ? exitCodes.refused : exitCodes.well;
    });
}

function ask(start: string, period: string, { backward, policy, basis }: Options): TimeLimit {
  try {
    const direction = backward ? 'backward' : 'forward';
    const { raw, deadline, steps, finding } = timeLimit({ start: civilDate(start), period, direction, policy, basis });
    return { start: civilDate(start), period, raw, deadline, policy, basis, steps, ...(finding && { finding }) };
  } catch (error) {
    if (error instanceof InvalidDateError || error instanceof InvalidPeriodError) {
      throw wrongUsage(`${error.message}.`, 'Example: vuosikello deadline 2026-04-03 P14D', error);
    }
    throw error;
  }
}

function explained({ start, period, raw, deadline, policy, basis, steps, finding }: TimeLimit): string[] {
  const language = messageLanguage();
  return [
    deadline,
    '',
    `start ${start}, period ${period}, ends ${raw}${raw === deadline ? '' : `, moved to ${deadline}`}`,
    `basis ${basis}, policy ${policy}; Act 150/1930:`,
    ...steps.map(({ section, date, because }) => `  ${section}  ${date}  ${because[language]}`),
    ...(finding ? ['', `finding  ${finding.code}: ${finding.message[language]}`] : []),
  ];
}
