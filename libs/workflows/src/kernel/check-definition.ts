import type { StateNode } from 'xstate';
import type { AnyDefinition, StateMeta } from './definition';
import { factsOf } from './definition';
import { kernelCommandOf, kernelCommands } from './kernel-commands';

/**
 * What a definition lacks, in words for its author; empty when it is whole. Asked at boot, so that a process with a
 * workflow that could strand somebody never starts.
 */
export function lacksOf(definition: AnyDefinition): string[] {
  const root = definition.chart.root as Node;
  const nodes = nodesOf(root);
  const charted = new Set(nodes.flatMap((node) => [...node.transitions.keys()].map(String)));
  const facts = Object.values(definition.commands).flatMap(factsOf);
  const guards = nodes.flatMap(guardsOf);
  return [
    ...facts.filter((fact) => !charted.has(fact)).map((fact) => `no state of the chart takes ${fact}`),
    ...[...charted].filter((fact) => !facts.includes(fact)).map((fact) => `no command becomes ${fact}`),
    ...nodes
      .filter((node) => node.parent && !(node.meta as StateMeta | undefined)?.title)
      .map(({ id }) => `${id} has no title`),
    ...guards
      .filter((guard) => !definition.refusals[guard])
      .map((guard) => `the guard ${guard} does not say why it refuses`),
    ...Object.keys(definition.refusals)
      .filter((guard) => !guards.includes(guard))
      .map((guard) => `the refusal ${guard} belongs to no guard`),
    ...Object.keys(definition.evidence ?? {})
      .filter((type) => ![definition.start.event, ...facts, ...kernelFacts, ...consequenceTypes].includes(type))
      .map((type) => `evidence is read from ${type}, which is never recorded`),
    ...Object.keys(definition.commands)
      .filter((name) => kernelCommands[name])
      .map((name) => `the kernel has a command ${name} of its own`),
    ...facts.filter(kernelCommandOf).map((fact) => `the kernel has a fact ${fact} of its own`),
    ...choosingStates(nodes),
    ...unreachable(root, nodes),
    ...dangling(nodes),
  ].map((lack) => `${definition.name} v${definition.version}: ${lack}`);
}

const kernelFacts = Object.values(kernelCommands).map(({ event }) => event);

/** What is recorded beside facts; see consequences.ts. */
const consequenceTypes = [
  'DeadlineSet',
  'DeadlineEnded',
  'DeadlinePaused',
  'DeadlineContinued',
  'NotificationOwed',
  'ChildStarted',
  'ParentTold',
  'ChildTold',
];

type Node = StateNode;

function nodesOf(node: Node): Node[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

function transitionsOf(node: Node) {
  return [...node.transitions.values()].flat();
}

function guardsOf(node: Node): string[] {
  return transitionsOf(node).flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : []));
}

/** A guard may refuse but never choose: folding asks no guard, so a fact must have one way out of a state. */
function choosingStates(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    [...node.transitions.entries()]
      .filter(([, ways]) => ways.length > 1)
      .map(([fact]) => `${node.id} has several ways for ${fact}`),
  );
}

function unreachable(root: Node, nodes: Node[]): string[] {
  const reached = new Set<Node>();
  const visit = (node: Node): void => {
    if (reached.has(node)) return;
    reached.add(node);
    if (node.parent) visit(node.parent);
    node.initial.target.forEach(visit);
    transitionsOf(node).forEach(({ target }) => target?.forEach(visit));
  };
  visit(root);
  return nodes.filter((node) => !reached.has(node)).map(({ id }) => `${id} cannot be reached`);
}

/** Every state that is not an end can be left: by a way of its own or of a state around it. */
function dangling(nodes: Node[]): string[] {
  const leaves = (node: Node | undefined): boolean =>
    node !== undefined &&
    (transitionsOf(node).some(({ target }) => target && target.length > 0) || leaves(node.parent));
  return nodes.filter((node) => node.type === 'atomic' && !leaves(node)).map(({ id }) => `${id} cannot be left`);
}
