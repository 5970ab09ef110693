import type { Language, Text } from '@app/domain';
import type { Issue } from '@app/workflows';
import { z } from 'zod';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { kindOfIssues } from '../problems/refusal';

type LocaleError = ReturnType<typeof z.locales.fi>['localeError'];

const localeErrors: Record<Language, LocaleError> = {
  fi: z.locales.fi().localeError,
  sv: z.locales.sv().localeError,
  en: z.locales.en().localeError,
};

/** Reads what came with a request. @throws Problem that names each field that is unknown or will not do */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const issues = result.error.issues.map(issueOf);
  throw new Problem(kindOfIssues(issues), { errors: issues, detail: summaryOf(issues) });
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  const own = issue.code === 'custom' ? (issue.params?.text as Text | undefined) : undefined;
  const said = (language: Language): string => {
    const message = localeErrors[language](issue as Parameters<LocaleError>[0]);
    return typeof message === 'string' ? message : (message?.message ?? issue.message);
  };
  return { path: issue.path.join('.'), code: issue.code, message: own ?? text(said('fi'), said('sv'), said('en')) };
}

function summaryOf(issues: readonly Issue[]) {
  const said = (language: Language) =>
    issues.map(({ path, message }) => (path ? `${path}: ${message[language]}` : message[language])).join('; ');
  return text(said('fi'), said('sv'), said('en'));
}
