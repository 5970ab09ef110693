import type { Language } from '@app/domain';
import type { StateNode } from 'xstate';
import type { AnyDefinition, StateMeta } from './definition';
import { factsOf } from './definition';

/** The chart as a Mermaid state diagram: states and the commands between them, with their titles in the chosen language. */
export function mermaidOf(definition: AnyDefinition, language: Language): string {
  const root = definition.chart.root as StateNode;
  const lines = [...statesOf(root, language, 1), ...arrowsOf(root, titlesOf(definition, language))];
  return ['stateDiagram-v2', ...lines].join('\n') + '\n';
}

function titlesOf(definition: AnyDefinition, language: Language): Map<string, string> {
  const titles = new Map<string, string>();
  for (const command of Object.values(definition.commands)) {
    const facts = factsOf(command);
    // Where the data chooses between facts, the fact's own name tells the arrows apart.
    for (const fact of facts)
      titles.set(fact, facts.length === 1 ? command.title[language] : `${command.title[language]} (${fact})`);
  }
  return titles;
}

function statesOf(node: StateNode, language: Language, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const inner = Object.values<StateNode>(node.states).flatMap((state) => {
    const title = (state.meta as StateMeta).title[language];
    const nested = statesOf(state, language, depth + 1);
    const own = `${indent}state "${title}" as ${idOf(state)}`;
    return nested.length > 0 ? [`${own} {`, ...nested, `${indent}}`] : [own];
  });
  const [first] = node.initial.target as StateNode[];
  return first && inner.length > 0 ? [...inner, `${indent}[*] --> ${idOf(first)}`] : inner;
}

function arrowsOf(node: StateNode, titles: Map<string, string>): string[] {
  const own = [...node.transitions.values()].flat().flatMap(({ eventType, target }) => {
    const [to] = (target ?? []) as StateNode[];
    return to ? [`  ${idOf(node)} --> ${idOf(to)}: ${titles.get(eventType) ?? eventType}`] : [];
  });
  const end = node.type === 'final' ? [`  ${idOf(node)} --> [*]`] : [];
  return [...own, ...end, ...Object.values<StateNode>(node.states).flatMap((state) => arrowsOf(state, titles))];
}

function idOf(node: StateNode): string {
  return node.path.join('_').replaceAll('-', '_');
}
