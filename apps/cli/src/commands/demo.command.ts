import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CivilDate, type Language, languages, type Plan, type Register, sendingTimeOnOrAfter } from '@app/domain';
import { Option, type Command } from 'commander';
import { exampleFile } from '../composition/installation';
import { askedToEnd } from '../composition/signals';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { progressBar } from '../demo/progress';
import { daysOf } from '../demo/days';
import { DemoFailedError, runDemo, type DrivenYear } from '../demo/run-demo';
import { nextLines, servingLines, summaryLines } from '../demo/summary';
import { CliError, environmentFailed, wrongUsage } from '../output/cli-error';
import { note, print } from '../output/print';
import { readPlan } from '../plans/activate-plan';
import { dayArgument } from './day-argument';
import { readRegister } from '../registers/import-register';

type Options = { plan?: string; until?: CivilDate; language?: Language; json?: string; serve?: true };

/** `demo`: a year on a virtual clock through the real engine, database, queue and SMTP, with simulated people. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('drive a year from start to end on a virtual clock, with simulated municipalities')
    .option('--plan <file>', 'plan file of the example county; data/paijat-hame-2026.yaml unless given')
    .addOption(new Option('--until <date>', 'the last date to drive, YYYY-MM-DD').argParser(dayArgument))
    .addOption(
      new Option('--language <language>', 'write to everybody in this language, whatever the register says').choices(
        languages,
      ),
    )
    .option('--json <file>', 'write the report there')
    .option('--serve', 'keep everything running at the end, until Ctrl-C')
    .action(async ({ plan: file, until, language, json, serve }: Options) => {
      const { plan } = await readPlan(file ?? exampleFile('paijat-hame-2026.yaml'));
      const register = await readRegister(exampleFile('paijat-hame-organisations.yaml'));
      if (plan.county !== register.county.code) {
        throw wrongUsage(
          `The plan is of county ${plan.county}; the demo's organisations are those of county ${register.county.code}.`,
        );
      }
      await show(plan, language === undefined ? register : speaking(register, language), { until, json, serve });
    });
}

/** The register with everybody reading one language, as if the area were of that language. */
function speaking(register: Register, language: Language): Register {
  return {
    ...register,
    contacts: register.contacts.map((contact) => ({ ...contact, language })),
    organisations: register.organisations.map((organisation) => ({ ...organisation, languages: [language] })),
  };
}

type Show = { until: CivilDate | undefined; json: string | undefined; serve: true | undefined };

async function show(plan: Plan, register: Register, { until, json, serve }: Show): Promise<void> {
  if (json !== undefined) requireFolder(json);
  const asked = askedToEnd();
  const abort = new AbortController();
  void asked.then((signal) => abort.abort(environmentFailed(`The demo was ended by ${signal}.`)));
  const { redisUrl } = readSettings();
  const { from, to } = daysOf(plan, register, until);
  note(
    `Driving ${plan.title} from ${from} to ${to}; the queue runs on ${redisUrl === undefined ? 'PostgreSQL' : 'Redis'}.`,
  );
  const progress = progressBar(from, to);
  const year = await runDemo({
    plan,
    register,
    until,
    redisUrl,
    language: messageLanguage(),
    onProgress: (on) => progress.show(on),
    onTrouble: note,
    signal: abort.signal,
  })
    .catch(explain)
    .finally(() => progress.end());
  try {
    tell(year, plan, register, json);
    if (serve) {
      // Where the year ended it was night: on the next morning whatever is done now is written to people.
      await year.stage.setClock(sendingTimeOnOrAfter(year.stage.now()));
      print(...servingLines(year, plan));
      await asked;
    } else print(...nextLines());
  } finally {
    await year.close();
  }
}

function tell(year: DrivenYear, plan: Plan, register: Register, json: string | undefined): void {
  print(...summaryLines(year, plan, register));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(year.report, null, 2)}\n`);
}

/** A report that cannot be written is told before the year is driven, not after it. */
function requireFolder(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (cause) {
    throw wrongUsage(
      `The report cannot be written to ${file}.`,
      'Give --json a path in a folder that can be written.',
      cause,
    );
  }
}

function explain(error: unknown): never {
  if (!(error instanceof DemoFailedError)) throw error;
  const { cause, message, logs } = error;
  const hint = `The logs of the engine and the API are kept in ${logs}`;
  if (cause instanceof CliError)
    throw new CliError(cause.exitCode, message, [cause.hint, hint].filter(Boolean).join('\n'), { cause });
  throw environmentFailed(message, hint, cause);
}
