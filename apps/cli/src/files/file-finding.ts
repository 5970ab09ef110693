import type { Finding, Text } from '@app/domain';

/** What is wrong with a file as such, before anything in it is looked at. */
export type FileFinding = { message: Text; where?: NonNullable<Finding['where']> };

/** @param code of the kind of file that was expected, such as `invalid-plan` */
export function asFinding({ message, where }: FileFinding, code: string): Finding {
  return { code, severity: 'error', entry: null, date: null, message, ...(where && { where }) };
}

/** The place of a character. @param index from zero */
export function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}
