/**
 * Columns of rows as PostgreSQL array literals. The driver would write the same literals itself, but looks at every
 * character of every element for what to escape: for a thousand events with their bodies that was half of the work.
 */

export type Column<Row> = {
  of: (row: Row) => string | number | boolean | null;
  /** `plain`: numbers, booleans, dates, moments. `json`: text made by JSON.stringify or a canonicalizer. */
  as: 'plain' | 'text' | 'json';
};

/** One literal for each column. */
export function literalsOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  return columns.map((column) =>
    rows.length === 0 ? '{}' : `{${rows.map((row) => elementOf(row, column)).join(',')}}`,
  );
}

/** A list of texts as one literal. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map(quoted).join(',')}}`;
}

function elementOf<Row>(row: Row, { of, as }: Column<Row>): string {
  const value = of(row);
  if (value === null) return 'NULL';
  if (as === 'plain') return String(value);
  // JSON text holds no control characters, so that quoting it as JSON only escapes quotes and backslashes, as is needed.
  return as === 'json' ? JSON.stringify(value) : quoted(String(value));
}

function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
