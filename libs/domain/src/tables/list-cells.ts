const plainItem = /^[^;,"\s](?:[^;,"\n]*[^;,"\s])?$/;

/** A list as one cell: `a; b`. An item that could be misread stands in quotation marks, a mark in it twice. */
export function listCell(items: readonly string[]): string {
  return items.map((item) => (plainItem.test(item) ? item : `"${item.replaceAll('"', '""')}"`)).join('; ');
}

/** The items of a cell: separated by semicolons, commas or line breaks, without spaces around them; empty ones do not count. */
export function cellItems(cell: string): string[] {
  const items = cell.match(/\s*"(?:[^"]|"")*"\s*(?=[;,\n]|$)|[^;,\n]+/g) ?? [];
  return items.map(unquoted).filter((item) => item !== '');
}

function unquoted(item: string): string {
  const text = item.trim();
  return /^"[^]*"$/.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}
