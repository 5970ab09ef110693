import type { Given } from './given';

/** A history step by step: what stands after each of them. */
export function path(begin: Given, ...steps: ((so: Given) => Given)[]): Given[] {
  return steps.reduce<Given[]>((taken, step) => [...taken, step(taken.at(-1) ?? begin)], [begin]);
}

/** What the clock says when a rung of a deadline's ladder falls due. */
export function rung(deadline: string, key: string, audience: string, template: string) {
  return { deadline, rung: key, audience, template };
}
