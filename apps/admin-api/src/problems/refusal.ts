import type { Issue, Refused } from '@app/workflows';
import { Problem } from './problem';
import type { ProblemKind } from './problem-kinds';

const ownKinds = new Set<string>([
  'unknown-command',
  'not-permitted',
  'illegal-step',
  'paused',
] satisfies ProblemKind[]);

/** The problem that a workflow's refusal is to the one who asked. */
export function refusalProblem({ code, detail, allowed, issues }: Refused): Problem {
  if (code === 'invalid-data')
    return new Problem(kindOfIssues(issues ?? []), { detail, allowed, errors: issues ?? [] });
  if (ownKinds.has(code)) return new Problem(code as ProblemKind, { detail, allowed });
  return new Problem('step-refused', { code, detail, allowed });
}

/** Fields that nobody knows are a mistake in the form of the request (400), values that will not do one in its content (422). */
export function kindOfIssues(issues: readonly Pick<Issue, 'code'>[]): ProblemKind {
  const unknownOnly = issues.length > 0 && issues.every(({ code }) => code === 'unrecognized_keys');
  return unknownOnly ? 'unknown-field' : 'invalid-data';
}
