import type { MigrationResult, Store } from '@app/store';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { exitCodes, refused, wrongUsage } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = { from: number; to: number; county?: string; reason?: string; apply?: true; json?: true };
type Moves = { county: string; results: MigrationResult[] };

const actor = { id: 'cli', role: 'admin' } as const;

/**
 * `workflows migrate NAME`: moves the running workflows of one version to another, or shows what that would do. Exit 1 when there is
 * no such way, and when one that should have been moved was not.
 */
export function addWorkflowsMigrate(workflows: Command): void {
  workflows
    .command('migrate')
    .description('move running workflows to another version of their definition; only shows it unless told to --apply')
    .argument('<name>', 'the definition, for example hyte-negotiation')
    .addOption(new Option('--from <version>', 'the version they have').argParser(versionArgument).makeOptionMandatory())
    .addOption(new Option('--to <version>', 'the version they get').argParser(versionArgument).makeOptionMandatory())
    .addOption(new Option('--county <code>', 'one county only').argParser(countyArgument))
    .option('--apply', 'move them')
    .option('--reason <text>', 'why they are moved: goes into the log')
    .option('--json', 'print JSON only')
    .action(async (name: string, options: Options) => {
      const reason = options.reason?.trim() ?? '';
      if (options.apply && reason === '')
        throw wrongUsage('It is not said why the workflows are moved.', 'Add --reason "why".');
      const moves = await withStore(readSettings(), (store) => moveAll(store, name, reason, options));
      if (options.json)
        printJson({ name, from: options.from, to: options.to, dryRun: !options.apply, counties: moves });
      else show(moves, name, options);
      // Those that stay go on in their version: that is well. One that somebody stepped into twice is to be asked for again.
      if (moves.some(({ results }) => results.some(({ outcome }) => outcome === 'stale')))
        process.exitCode = exitCodes.refused;
    });
}

async function moveAll(
  store: Store,
  name: string,
  reason: string,
  { county, from, to, apply }: Options,
): Promise<Moves[]> {
  if (county !== undefined) await requireCounty(store, county);
  const counties = county === undefined ? (await store.register.counties()).map(({ code }) => code) : [county];
  const moves: Moves[] = [];
  for (const code of counties) {
    const asked = { county: code, definition: name, from, to, reason, actor, dryRun: !apply };
    const answer = await store.workflows.migrate(asked);
    if (answer.outcome === 'unknown-definition')
      throw refused(`There is no definition ${name} version ${to} here.`, 'GET /v1/definitions lists those there are.');
    if (answer.outcome !== 'done')
      throw refused(
        `Version ${to} of ${name} does not say how workflows of version ${from} move to it.`,
        'They keep their version and end in it.',
      );
    moves.push({ county: code, results: answer.results });
  }
  return moves;
}

function show(moves: readonly Moves[], name: string, { from, to, apply }: Options): void {
  const language = messageLanguage();
  const results = moves.flatMap((county) => county.results);
  print(
    ...results.map((result) => {
      const { workflow, outcome } = result;
      if (outcome === 'moves' || outcome === 'moved') return `${outcome.padEnd(7)} ${workflow}  ${result.state}`;
      return `${outcome.padEnd(7)} ${workflow}${outcome === 'stays' ? `  ${result.why[language]}` : ''}`;
    }),
  );
  const moving = results.filter(({ outcome }) => outcome === (apply ? 'moved' : 'moves')).length;
  note(
    `${counted(moving, 'workflow')} of ${results.length} ${apply ? 'moved' : 'would move'} from version ${from} to ${to}.`,
    ...(apply
      ? []
      : [`To move them: vuosikello workflows migrate ${name} --from ${from} --to ${to} --apply --reason "why"`]),
  );
}

function versionArgument(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('A version is a number from 1.');
  return Number(text);
}
