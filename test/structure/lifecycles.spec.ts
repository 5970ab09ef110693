import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions, drawingOf, findDefinition, svgOf } from '@app/workflows';
import { lifecyclePage } from '../support/lifecycle-page';

const folder = join(__dirname, '../../docs/lifecycles');

/** The newest version has the plain name; earlier ones stay beside it. */
const pages = definitions.map((definition) => {
  const { name, version } = definition;
  return [findDefinition(name)?.version === version ? name : `${name}.v${version}`, definition] as const;
});

describe('the lifecycle pages', () => {
  // Written anew by: UPDATE_DOCS=1 npm test -- unit lifecycles
  it.each(pages)('%s is drawn from its definition', (name, definition) => {
    for (const [file, content] of [
      [`${name}.md`, lifecyclePage(definition, `${name}.svg`)],
      [`${name}.svg`, svgOf(drawingOf(definition, 'fi'))],
    ] as const) {
      const path = join(folder, file);
      if (process.env.UPDATE_DOCS) writeFileSync(path, content);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(content);
    }
  });

  it('are those of the definitions there are', () => {
    const expected = pages.flatMap(([name]) => [`${name}.md`, `${name}.svg`]);
    expect(readdirSync(folder).toSorted()).toEqual(expected.toSorted());
  });
});
