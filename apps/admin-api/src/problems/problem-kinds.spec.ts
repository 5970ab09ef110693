import { languages } from '@app/domain';
import { Problem, problemDetails } from './problem';
import { problemKinds, type ProblemKind } from './problem-kinds';

describe('problems', () => {
  it.each(Object.keys(problemKinds) as ProblemKind[])(
    '%s says in every language what is wrong and what to do',
    (kind) => {
      const said = languages.map((language) => problemDetails(new Problem(kind), language, '/v1/x'));
      for (const { title, detail, status, type, code } of said) {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(type).toBe(`urn:problem-type:vuosikello:${code}`);
        expect(title).toMatch(/^\p{Lu}.*[^.!]$/u);
        expect(detail).toMatch(/^\p{Lu}.*\.$/u);
        expect(`${title} ${detail}`).not.toMatch(/!/);
      }
      expect(new Set(said.map(({ title }) => title)).size).toBe(languages.length);
    },
  );
});
