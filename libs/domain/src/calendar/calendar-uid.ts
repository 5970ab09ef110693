/**
 * The identifier of a meeting or a due date in every calendar and in every mail, from identifiers that never change and hold no personal
 * data. A due date and a meeting of one workflow may have the same name.
 */
export function calendarUid(county: string, of: string, kind: 'due' | 'meeting', name: string): string {
  return `${of}/${kind}/${name}@${county}.vuosikello`;
}
