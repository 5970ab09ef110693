import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/workflows';
import { lifecyclePage } from '../support/lifecycle-page';

const folder = join(__dirname, '../../docs/lifecycles');

describe('the lifecycle pages', () => {
  // Written anew by: UPDATE_DOCS=1 npm test -- unit lifecycles
  it.each(definitions.map((definition) => [definition.name, definition] as const))(
    '%s is drawn from its definition',
    (name, definition) => {
      const file = join(folder, `${name}.md`);
      const page = lifecyclePage(definition);
      if (process.env.UPDATE_DOCS) writeFileSync(file, page);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
    },
  );
});
