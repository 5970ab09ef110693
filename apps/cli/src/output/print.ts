/** What was asked for: to stdout. With `--json` it is the only thing there. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** What was asked for, exactly as it is: to stdout. */
export function printText(text: string): void {
  process.stdout.write(text);
}

/** What was asked for, in words: to stdout. */
export function print(...lines: string[]): void {
  process.stdout.write(lines.map(shown).join(''));
}

/** Everything said beside it: to stderr. */
export function note(...lines: string[]): void {
  process.stderr.write(lines.map(shown).join(''));
}

/** What tells a terminal to do something, and what turns the direction of a text. */
const commanding = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A line for a terminal: what others have written into labels, reasons and replies must not move its cursor or write over other lines. */
export function shown(line: string): string {
  return `${line.replaceAll(commanding, '\ufffd')}\n`;
}

/** `1 event`, `2 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
