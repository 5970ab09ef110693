import type { Text } from '@app/domain';
import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Issue, Json } from './command';

export type Parsed = { ok: true; data: Json } | { ok: false; issues: Issue[] };

type ZodIssue = z.core.$ZodIssue;
const missing: Text = { fi: 'Tieto puuttuu.', sv: 'Uppgiften saknas.', en: 'This is missing.' };
const inLanguage = { fi: z.locales.fi(), sv: z.locales.sv(), en: z.locales.en() };

/** Reads command data with its schema. Each issue names the field and says in fi, sv and en what would be right. */
export function parse(schema: ZodType, data: unknown): Parsed {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { ok: true, data: result.data as Json };
  return { ok: false, issues: result.error.issues.map(issueOf) };
}

function issueOf(issue: ZodIssue): Issue {
  return { path: issue.path.join('.'), code: issue.code, message: messageOf(issue) };
}

function messageOf(issue: ZodIssue): Text {
  const own = issue.code === 'custom' ? (issue.params?.text as Text | undefined) : undefined;
  if (own) return own;
  if (issue.code === 'invalid_type' && issue.input === undefined) return missing;
  return { fi: translate(issue, 'fi'), sv: translate(issue, 'sv'), en: translate(issue, 'en') };
}

function translate(issue: ZodIssue, language: keyof Text): string {
  const message = inLanguage[language].localeError(issue as Parameters<(typeof inLanguage)['fi']['localeError']>[0]);
  return typeof message === 'string' ? message : (message?.message ?? issue.message);
}
