// What a spreadsheet would take for a formula. A cell that already has the apostrophe gets another, so that it can be taken off again.
const formula = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: one that begins like a formula gets an apostrophe before it. */
export function inertCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The inverse of `inertCell`. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
