import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/workflows';
import { parse } from 'yaml';
import { exampleRegister, wholePlan } from './support/example-area';
import { checkMailData } from './support/walks/mail-data';
import { Proof } from './support/walks/proof';

/** Ten thousand walks of each definition, with the same rules: npm run walks. It also says what none of them ever reached. */
const walks = 10;

const history = parse(readFileSync(join(__dirname, '../data/history-2023.yaml'), 'utf8')) as unknown;

describe('every definition', () => {
  let proof: Proof;
  beforeAll(() => {
    proof = new Proof({ plan: wholePlan(), register: exampleRegister(), history }, checkMailData);
  }, 300_000);

  it.each(definitions.map((definition) => [`${definition.name} v${definition.version}`, definition] as const))(
    '%s keeps the rules on all shortest paths and on random walks',
    (_, definition) => {
      const { failures, paths } = proof.of(definition, walks);
      expect(failures.join('\n\n')).toBe('');
      expect(paths.paths).toBeGreaterThan(0);
    },
    300_000,
  );
});
