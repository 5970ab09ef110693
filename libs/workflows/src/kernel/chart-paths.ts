import type { StateNode } from 'xstate';

/**
 * What a chart's arrows allow, whatever its guards say: `reached` are the leaf states that can come about, `ending` those of them from
 * which some end can be reached, `facts` what can be taken in some reached state.
 */
export type ChartPaths = {
  reached: ReadonlySet<StateNode>;
  ending: ReadonlySet<StateNode>;
  facts: ReadonlySet<string>;
};

/** Follows every arrow from the start. Pure. */
export function pathsOf(root: StateNode): ChartPaths {
  const reached = new Set<StateNode>();
  const facts = new Set<string>();
  const before = new Map<StateNode, StateNode[]>();
  const waiting = leavesEntered(root);
  for (let leaf = waiting.pop(); leaf; leaf = waiting.pop()) {
    if (reached.has(leaf)) continue;
    reached.add(leaf);
    for (const [fact, targets] of waysOut(leaf)) {
      facts.add(fact);
      for (const target of targets.flatMap(leavesEntered)) {
        before.set(target, [...(before.get(target) ?? []), leaf]);
        waiting.push(target);
      }
    }
  }
  return {
    reached,
    facts,
    ending: leadingTo(
      [...reached].filter(({ type }) => type === 'final'),
      before,
    ),
  };
}

/** The leaf states that stand once a state has been entered. */
function leavesEntered(node: StateNode): StateNode[] {
  if (node.type === 'parallel') return Object.values<StateNode>(node.states).flatMap(leavesEntered);
  if (node.type !== 'compound') return [node];
  return (node.initial.target as StateNode[]).flatMap(leavesEntered);
}

/** The facts that a leaf state takes, with where they lead: the innermost state that takes a fact wins, as in the chart itself. */
function waysOut(leaf: StateNode): Map<string, readonly StateNode[]> {
  const ways = new Map<string, readonly StateNode[]>();
  if (leaf.type === 'final') return ways;
  for (let node: StateNode | undefined = leaf; node; node = node.parent)
    for (const [fact, [way]] of node.transitions)
      if (!ways.has(fact)) ways.set(fact, (way?.target ?? []) as readonly StateNode[]);
  return ways;
}

/** The states from which one of the ends can be reached, the ends themselves among them. */
function leadingTo(ends: readonly StateNode[], before: ReadonlyMap<StateNode, StateNode[]>): Set<StateNode> {
  const leading = new Set<StateNode>();
  const waiting = [...ends];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (leading.has(node)) continue;
    leading.add(node);
    waiting.push(...(before.get(node) ?? []));
  }
  return leading;
}
