import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPlan, parseRegister } from '@app/domain';
import { definitions } from '@app/workflows';
import { parse } from 'yaml';
import { withEveryKind } from '../test/support/every-kind';
import { checkMailData } from '../test/support/walks/mail-data';
import { Proof } from '../test/support/walks/proof';
import { told } from '../test/support/walks/random-walk';
import { offeredInVain } from '../test/support/walks/seen';

/**
 * Follows all shortest paths of every definition, then walks each at random, by seed, and prints as JSON what that showed. Exit 1 where
 * a rule was not kept or something was never reached; each failure is told step by step on stderr.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      walks: { type: 'string', default: '10000' },
      'first-seed': { type: 'string', default: '1' },
      only: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const proof = new Proof(example(), checkMailData);
  const chosen = definitions.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`There is no definition ${values.only}`);
  if (values.seed !== undefined) {
    for (const definition of chosen) console.log(told(proof.walk(definition, Number(values.seed))));
    return;
  }
  const [walks, firstSeed] = [Number(values.walks), Number(values['first-seed'])];
  const results = chosen.map((definition) => {
    const startedAt = performance.now();
    const label = `${definition.name} v${definition.version}`;
    const { paths, failures, seen } = proof.of(definition, walks, firstSeed, (done, failure) => {
      if (failure !== null) process.stderr.write(`\n${label}, ${failure}\n`);
      if (done % 500 === 0 || done === walks) process.stderr.write(`${label}: ${done} of ${walks} walks\n`);
    });
    for (const failure of paths.failures) process.stderr.write(`\n${label}, on a shortest path: ${failure}\n`);
    return {
      definition: label,
      shortestPaths: paths.paths,
      statesWithCommand: paths.pairs,
      walks,
      seeds: `${firstSeed}–${firstSeed + walks - 1}`,
      steps: seen.steps,
      states: seen.states.size,
      refusalCodes: seen.refusals.size,
      failures: failures.length,
      offeredInVain: offeredInVain(seen),
      seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    };
  });
  const neverReached = values.only === undefined ? proof.neverReached() : [];
  console.log(JSON.stringify({ definitions: results, neverReached }, null, 2));
  if (neverReached.length > 0 || results.some(({ failures }) => failures > 0)) process.exitCode = 1;
}

/** The example area of the repository; this file runs from dist/bench. */
function example() {
  const read = (file: string): unknown => parse(readFileSync(join(__dirname, '../../data', file), 'utf8'));
  const { plan } = checkPlan(read('paijat-hame-2026.yaml'));
  const { register } = parseRegister(read('paijat-hame-organisations.yaml'));
  if (!plan || !register) throw new Error('The example area cannot be read');
  return { plan: withEveryKind(plan, register), register, history: read('history-2023.yaml') };
}

main();
