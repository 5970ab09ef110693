/** What a definition must keep in every step, and has not kept. */
export class Violation extends Error {
  constructor(
    readonly rule: string,
    readonly detail: string,
  ) {
    super(`${rule}: ${detail}`);
    this.name = 'Violation';
  }
}

/** @throws Violation unless the condition holds */
export function keep(condition: boolean, rule: string, detail: () => string): void {
  if (!condition) throw new Violation(rule, detail());
}
