import type { Language } from '@app/domain';
import { type Issue, issueWords } from '@app/workflows';
import { z } from 'zod';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { kindOfIssues } from '../problems/refusal';

const knownWords: Record<Language, string> = { fi: 'Tunnetut', sv: 'Kända', en: 'Known' };
const noneWords: Record<Language, string> = { fi: 'ei yhtään', sv: 'inga', en: 'none' };

/** Reads what came with a request. @throws Problem that names each field that is unknown or will not do */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : undefined;
  const issues = result.error.issues.map((issue) => issueOf(issue, known));
  throw new Problem(kindOfIssues(issues), { errors: issues, detail: summaryOf(issues) });
}

/** @param known the fields that the whole has: told where another was given */
function issueOf(issue: z.core.$ZodIssue, known: readonly string[] | undefined): Issue {
  const words = issueWords(issue);
  const isUnknown = issue.code === 'unrecognized_keys' && issue.path.length === 0;
  const said = (language: Language) =>
    isUnknown && known
      ? `${words[language]}. ${knownWords[language]}: ${known.join(', ') || noneWords[language]}`
      : words[language];
  return { path: issue.path.join('.'), code: issue.code, message: text(said('fi'), said('sv'), said('en')) };
}

function summaryOf(issues: readonly Issue[]) {
  const said = (language: Language) =>
    issues.map(({ path, message }) => (path ? `${path}: ${message[language]}` : message[language])).join('; ');
  return text(said('fi'), said('sv'), said('en'));
}
