import type { Finding, Language } from '@app/domain';

/** One line a finding: how bad, its code, what it concerns, and what it says and proposes. */
export function findingLines(findings: readonly Finding[], language: Language): string[] {
  return findings.map(({ severity, code, entry, date, message }) => {
    const where = [entry, date].filter((part) => part !== null).join(', ');
    return `${severity === 'error' ? 'error  ' : 'warning'}  ${code}${where && ` (${where})`}: ${message[language]}`;
  });
}

/** Whether a finding stands in the way. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
