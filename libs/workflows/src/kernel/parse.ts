import type { z, ZodType } from 'zod';
import type { Issue, Json } from './command';
import { issueWords } from './issue-words';

export type Parsed = { ok: true; data: Json } | { ok: false; issues: Issue[] };

/** Reads command data with its schema. Each issue names the field and says in fi, sv and en what would be right. */
export function parse(schema: ZodType, data: unknown): Parsed {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { ok: true, data: result.data as Json };
  return { ok: false, issues: result.error.issues.map(issueOf) };
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  return { path: issue.path.join('.'), code: issue.code, message: issueWords(issue) };
}
