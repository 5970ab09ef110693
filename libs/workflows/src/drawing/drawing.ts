import type { Language } from '@app/domain';
import { citationText } from '@app/domain';
import type { StateNode } from 'xstate';
import type { AnyDefinition, CommandDefinition, StateMeta } from '../kernel/definition';
import { factsOf } from '../kernel/definition';
import type { Marks } from './marks';
import { givenBy, partTitle } from './titles';

/** A deadline as it is drawn: of an instance with its date, where it runs. */
export type DrawnDate = { name: string; title: string; citation: string | null; on: string | null; passed: boolean };

/**
 * A state as it is drawn, with the states in it. `also` are the titles of commands that leave the state as it is; `dates` the
 * deadlines that it declares.
 */
export type DrawnState = {
  path: string;
  kind: 'step' | 'compound' | 'parallel' | 'end';
  title: string;
  waitsFor: string | null;
  cancelled: boolean;
  also: string[];
  dates: DrawnDate[];
  mark: 'now' | 'passed' | null;
  /** The facts that this state itself answers to, whatever the states around it would make of them. */
  takes: string[];
  inner: DrawnState[];
};

/** One command that takes an arrow, the fact it becomes, and who gives it: in words, and whether only time does. */
export type DrawnWay = { fact: string; title: string; by: string; clock: boolean };

/**
 * An arrow between two states; several commands may take it. From a compound state it can be taken in any state inside.
 * `dates` are the deadlines by which it should be taken: those of every state it leaves.
 */
export type DrawnArrow = { from: string; to: string; fromAny: boolean; ways: DrawnWay[]; dates: DrawnDate[] };

/** A definition, or one workflow, ready to be drawn: everything in one language, nothing about where it stands on paper. */
export type Drawing = {
  name: string;
  version: number;
  language: Language;
  /** The definition's, or what the one workflow is about. */
  title: string;
  /** The act and section it rests on; null where no act requires it. */
  basis: string | null;
  /** The state a new workflow is in, and the command that starts it. */
  start: { to: string; title: string; by: string };
  states: DrawnState[];
  arrows: DrawnArrow[];
};

/**
 * Reads the chart of a definition. Reminders and other commands that only the clock gives are left out where they change no
 * state; what people may do without changing it is gathered in `also`.
 */
export function drawingOf(definition: AnyDefinition, language: Language, marks?: Marks): Drawing {
  const reader = new ChartReader(definition, language, marks);
  const root = definition.chart.root as StateNode;
  const { name, version, title, basis, start } = definition;
  return {
    name,
    version,
    language,
    title: (marks?.matter ?? title)[language],
    basis: basis && citationText(basis, language),
    start: { to: pathOf(entered(root)), title: start.title[language], by: givenBy(start.roles, language) },
    states: Object.values<StateNode>(root.states).map((state) => reader.state(state)),
    arrows: reader.arrows(root),
  };
}

/** Every state of a drawing, outer ones before those in them. */
export function allStates(states: readonly DrawnState[]): DrawnState[] {
  return states.flatMap((state) => [state, ...allStates(state.inner)]);
}

/** The innermost states: what a workflow can stand in. */
export function leavesOf(states: readonly DrawnState[]): DrawnState[] {
  return allStates(states).filter(({ inner }) => inner.length === 0);
}

class ChartReader {
  private readonly commands = new Map<string, CommandDefinition<never>>();

  constructor(
    private readonly definition: AnyDefinition,
    private readonly language: Language,
    private readonly marks: Marks | undefined,
  ) {
    for (const command of Object.values(definition.commands))
      for (const fact of factsOf(command)) this.commands.set(fact, command);
  }

  state(node: StateNode): DrawnState {
    const { title, waitsFor } = node.meta as StateMeta;
    const path = pathOf(node);
    const inner = Object.values<StateNode>(node.states).map((state) => this.state(state));
    return {
      path,
      kind: kindOf(node),
      title: title[this.language],
      waitsFor: waitsFor === null ? null : partTitle(this.definition, waitsFor, this.language),
      cancelled: node.tags.includes('cancelled'),
      also: [...new Set(this.staying(node))],
      dates: this.datesOf(node),
      mark: this.marks?.now.has(path) ? 'now' : this.marks?.passed.has(path) ? 'passed' : null,
      takes: [...node.transitions.keys()].map(String),
      inner,
    };
  }

  arrows(node: StateNode): DrawnArrow[] {
    const arrows = new Map<string, DrawnArrow>();
    for (const { way, to } of this.waysFrom(node)) {
      if (to === null || to === node) continue;
      const known = arrows.get(pathOf(to));
      if (!known) arrows.set(pathOf(to), this.arrow(node, to, way));
      else if (!known.ways.some(({ title }) => title === way.title)) known.ways.push(way);
    }
    return [...arrows.values(), ...Object.values<StateNode>(node.states).flatMap((state) => this.arrows(state))];
  }

  private arrow(from: StateNode, to: StateNode, way: DrawnWay): DrawnArrow {
    const left = leftOnTheWay(from, to, way.clock);
    return {
      from: pathOf(from),
      to: pathOf(to),
      fromAny: Object.keys(from.states).length > 0,
      ways: [way],
      dates: to.tags.includes('cancelled') ? [] : left.flatMap((state) => this.datesOf(state)),
    };
  }

  /** What people may do in a state that stays as it is. */
  private staying(node: StateNode): string[] {
    return this.waysFrom(node).flatMap(({ way, to }) =>
      (to === null || to === node) && !way.clock ? [way.title] : [],
    );
  }

  private waysFrom(node: StateNode): { way: DrawnWay; to: StateNode | null }[] {
    return [...node.transitions].flatMap(([fact, [transition]]) => {
      const command = this.commands.get(fact);
      if (!command) return [];
      const [target] = (transition?.target ?? []) as StateNode[];
      const clock = command.roles.every((role) => role === 'clock');
      const way = { fact, title: command.title[this.language], by: givenBy(command.roles, this.language), clock };
      return [{ way, to: target ? entered(target) : null }];
    });
  }

  private datesOf(node: StateNode): DrawnDate[] {
    const { deadlines = [] } = (node.meta ?? {}) as Partial<StateMeta>;
    return deadlines.map((name) => {
      const { title, citation } = this.definition.deadlines[name] ?? {};
      const running = this.marks?.running.get(name);
      return {
        name,
        title: title?.[this.language] ?? name,
        citation: citation ? citationText(citation, this.language) : null,
        on: running?.on[this.language] ?? null,
        passed: running?.passed ?? false,
      };
    });
  }
}

/** The states that a step leaves. A passed deadline is one of the state itself, wherever the step leads. */
function leftOnTheWay(from: StateNode, to: StateNode, clock: boolean): StateNode[] {
  const around = [from, ...ancestorsOf(from)];
  return clock ? around : around.filter((state) => state !== to && !ancestorsOf(to).includes(state));
}

function ancestorsOf({ parent }: StateNode): StateNode[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** The innermost state that is entered with a state; of parallel ones the first. */
function entered(node: StateNode): StateNode {
  const [first] =
    node.type === 'parallel' ? Object.values<StateNode>(node.states) : (node.initial.target as StateNode[]);
  return first ? entered(first) : node;
}

function kindOf(node: StateNode): DrawnState['kind'] {
  if (node.type === 'final') return 'end';
  if (node.type === 'parallel') return 'parallel';
  return Object.keys(node.states).length > 0 ? 'compound' : 'step';
}

function pathOf({ path }: StateNode): string {
  return path.join('.');
}
