import type { Finding, Language } from '@app/domain';

/**
 * One line a finding, as compilers write them: where, how bad, its code, what it concerns, what it says and proposes.
 * @param file in which the findings were found; an editor can then jump to `file:line:column`, in a workbook it is `file:sheet!C4`
 */
export function findingLines(findings: readonly Finding[], language: Language, file?: string): string[] {
  return findings.map(({ severity, code, entry, date, message, where }) => {
    const about = [entry, date].filter((part) => part !== null).join(', ');
    const place = [file, where && placeText(where)].filter((part) => part !== undefined).join(':');
    return `${place && `${place}: `}${severity} ${code}${about && ` (${about})`}: ${message[language]}`;
  });
}

/** Whether a finding stands in the way. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function placeText({ sheet, line, column }: NonNullable<Finding['where']>): string {
  return sheet === undefined ? `${line}:${column}` : `${sheet}!${columnLetters(column)}${line}`;
}

/** The letters of a column, counted from one, as spreadsheets write them: A … Z, AA … */
function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
