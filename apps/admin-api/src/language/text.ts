import type { Text } from '@app/domain';

/** One text in fi, sv and en. */
export function text(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}
