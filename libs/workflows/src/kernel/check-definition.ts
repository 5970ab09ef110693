import type { Text } from '@app/domain';
import { languages } from '@app/domain';
import type { StateNode } from 'xstate';
import { pathsOf } from './chart-paths';
import { clockFacts } from './clock-commands';
import type { AnyDefinition, StateMeta } from './definition';
import { atRest, factsOf } from './definition';
import { kernelCommandOf, kernelCommands } from './kernel-commands';

/**
 * What a definition lacks, in words for its author; empty when it is whole. Asked at boot, so that a process with a
 * workflow that could strand somebody never starts.
 */
export function lacksOf(definition: AnyDefinition): string[] {
  const root = definition.chart.root as Node;
  const nodes = nodesOf(root);
  return [
    ...withoutMatch(definition, nodes),
    ...withoutWords(definition, nodes),
    ...withoutRoles(definition),
    ...againstKernel(definition),
    ...choosingStates(nodes),
    ...stranding(definition, root, nodes),
    ...waitingForNobody(nodes),
    ...deadlinesWithoutOutcome(definition, nodes),
  ].map((lack) => `${definition.name} v${definition.version}: ${lack}`);
}

const kernelFacts = Object.values(kernelCommands).map(({ event }) => event);

/** What is recorded beside facts; see consequences.ts. */
const consequenceTypes = [
  'DeadlineSet',
  'DeadlineEnded',
  'DeadlineReaddressed',
  'DeadlinePaused',
  'DeadlineContinued',
  'RemindersRelaid',
  'NotificationOwed',
  'ChildStarted',
  'ParentTold',
  'ChildTold',
  'SuccessorTold',
  'Published',
  'TaskNeeded',
  'TaskSettled',
];

type Node = StateNode;

function nodesOf(node: Node): Node[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

/** Facts, guards, refusals and evidence that name nothing on the other side. */
function withoutMatch({ commands, refusals, evidence, records, start }: AnyDefinition, nodes: Node[]): string[] {
  const charted = new Set(nodes.flatMap((node) => [...node.transitions.keys()].map(String)));
  const facts = Object.values(commands).flatMap(factsOf);
  const guards = nodes.flatMap(guardsOf);
  return [
    ...facts.filter((fact) => !charted.has(fact)).map((fact) => `no state of the chart takes ${fact}`),
    ...[...charted].filter((fact) => !facts.includes(fact)).map((fact) => `no command becomes ${fact}`),
    ...guards.filter((guard) => !refusals[guard]).map((guard) => `the guard ${guard} does not say why it refuses`),
    ...Object.keys(refusals)
      .filter((guard) => !guards.includes(guard))
      .map((guard) => `the refusal ${guard} belongs to no guard`),
    ...Object.keys(evidence ?? {})
      .filter((type) => ![start.event, ...facts, ...kernelFacts, ...consequenceTypes].includes(type))
      .map((type) => `evidence is read from ${type}, which is never recorded`),
    ...Object.keys(records ?? {})
      .filter((type) => ![start.event, ...facts].includes(type))
      .map((type) => `a record is made of ${type}, which is no fact of its own`),
  ];
}

function guardsOf(node: Node): string[] {
  return [...node.transitions.values()].flat().flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : []));
}

/** Everything a reader is shown has a name in each language. */
function withoutWords({ title, start, commands, deadlines }: AnyDefinition, nodes: Node[]): string[] {
  const named: [string, Text | undefined][] = [
    ['the workflow', title],
    ['its start', start.title],
    ...nodes.filter(({ parent }) => parent).map((node): [string, Text | undefined] => [node.id, metaOf(node)?.title]),
    ...Object.entries(commands).map(([name, command]): [string, Text] => [`the command ${name}`, command.title]),
    ...Object.entries(deadlines).map(([name, deadline]): [string, Text] => [`the deadline ${name}`, deadline.title]),
  ];
  return named.flatMap(([what, text]) => {
    const missing = languages.filter((language) => !text?.[language].trim());
    return missing.length > 0 ? [`${what} has no title in ${missing.join(', ')}`] : [];
  });
}

function metaOf(node: Node): StateMeta | undefined {
  return node.meta as StateMeta | undefined;
}

function withoutRoles({ start, commands }: AnyDefinition): string[] {
  return [
    ...(start.roles.length === 0 ? ['nobody may start it'] : []),
    ...Object.entries(commands)
      .filter(([, { roles }]) => roles.length === 0)
      .map(([name]) => `nobody may give the command ${name}`),
  ];
}

/** Names that the kernel has taken, and topics that are told with a command no workflow may give. */
function againstKernel({ commands, follows = {} }: AnyDefinition): string[] {
  return [
    ...Object.keys(commands)
      .filter((name) => kernelCommands[name])
      .map((name) => `the kernel has a command ${name} of its own`),
    ...Object.values(commands)
      .flatMap(factsOf)
      .filter(kernelCommandOf)
      .map((fact) => `the kernel has a fact ${fact} of its own`),
    ...Object.keys(follows)
      .filter((command) => !commands[command]?.roles.includes('workflow'))
      .map((command) => `what it follows is told with ${command}, which no workflow may give it`),
  ];
}

/** A guard may refuse but never choose: folding asks no guard, so a fact must have one way out of a state. */
function choosingStates(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    [...node.transitions.entries()]
      .filter(([, ways]) => ways.length > 1)
      .map(([fact]) => `${node.id} has several ways for ${fact}`),
  );
}

/** Every state can be reached, some end can be reached from it, and every command can be given in a state that is reached. */
function stranding({ commands }: AnyDefinition, root: Node, nodes: Node[]): string[] {
  const { reached, ending, facts } = pathsOf(root);
  const within = (leaves: ReadonlySet<Node>, node: Node): boolean =>
    leaves.has(node) || Object.values(node.states).some((inner) => within(leaves, inner));
  return [
    ...nodes.filter((node) => !within(reached, node)).map(({ id }) => `${id} cannot be reached`),
    ...nodes
      .filter((node) => reached.has(node) && !ending.has(node))
      .map(({ id }) => `no end can be reached from ${id}`),
    ...Object.entries(commands)
      .filter(([, command]) => !factsOf(command).some((fact) => facts.has(fact)))
      .map(([name]) => `the command ${name} can be given in no state that is reached`),
  ];
}

function isLeaf(node: Node): boolean {
  return Object.keys(node.states).length === 0;
}

function isEnd({ type }: Node): boolean {
  return type === 'final';
}

/** Nobody is forgotten in an open state, and an ended workflow asks nobody for anything. */
function waitingForNobody(nodes: Node[]): string[] {
  return nodes.filter(isLeaf).flatMap((node) => {
    const waitsFor = metaOf(node)?.waitsFor ?? null;
    const rests = node.tags.includes(atRest);
    if (isEnd(node)) return waitsFor === null ? [] : [`${node.id} is an end and still waits for ${waitsFor}`];
    if (waitsFor === null && !rests) return [`${node.id} waits for nobody; if nothing is to be done, tag it ${atRest}`];
    return waitsFor !== null && rests ? [`${node.id} is tagged ${atRest} and waits for ${waitsFor}`] : [];
  });
}

/** A deadline may pass, and its reminders fall due, only where the chart says what that means. */
function deadlinesWithoutOutcome({ deadlines }: AnyDefinition, nodes: Node[]): string[] {
  const names = Object.keys(deadlines);
  return clockFacts
    .filter((fact) => names.length > 0 && !nodes.some(({ transitions }) => transitions.has(fact)))
    .map((fact) => `it has deadlines (${names.join(', ')}), but no state takes ${fact}`);
}
