import { alsoCaption, dateCaptions, waitsForCaption, wayCaptions } from './captions';
import type { Drawing, DrawnArrow, DrawnState } from './drawing';
import { allStates } from './drawing';
import type { Box, Point } from './geometry';
import type { LayoutEdge, LayoutNode } from './layout';
import { layOut } from './layout';
import type { Paragraph, TextBlock } from './text-block';
import { textBlock } from './text-block';
import { words } from './words';

/** A box with its text. `any` stands for every state of the compound one it lies in; `head` holds that one's own text. */
export type PlacedNode = {
  kind: 'state' | 'any' | 'head' | 'start';
  state: DrawnState | null;
  box: Box;
  text: TextBlock;
};
/** `depth` from 1; a `region` runs side by side with others. */
export type PlacedGroup = { box: Box; depth: number; region: boolean };
export type PlacedLine = { points: Point[]; label: { box: Box; text: TextBlock } };
export type PlacedDrawing = {
  width: number;
  height: number;
  groups: PlacedGroup[];
  nodes: PlacedNode[];
  lines: PlacedLine[];
};

const nodeWidth = 220;
const labelWidth = 210;
const padding = { x: 14, y: 10 };
const dot = 16;

type Unplaced = LayoutNode & Pick<PlacedNode, 'kind' | 'state' | 'text'>;
/** Without a text it is not drawn: it only keeps things in order. */
type Connection = LayoutEdge & { text: TextBlock | null };

/** Where everything of a statechart stands on paper, from top to bottom. */
export function placed(drawing: Drawing): PlacedDrawing {
  const states = allStates(drawing.states);
  const compounds = states.filter(({ inner }) => inner.length > 0);
  const nodes = [startNode(drawing), ...states.flatMap((state) => nodesOf(drawing, state))];
  const edges = [...connectionsOf(drawing), ...compounds.flatMap((state) => orderOf(drawing, state))];
  const groups = compounds.map(({ path }) => ({ id: path, inside: around(path) }));
  const { width, height, boxes, edges: lines } = layOut({ nodes, groups, edges, direction: 'down' });
  const boxOf = (id: string): Box => boxes.get(id) as Box;
  const regions = new Set(compounds.filter(({ kind }) => kind === 'parallel').map(({ path }) => path));
  return {
    width,
    height,
    groups: compounds.map(({ path }) => ({
      box: boxOf(path),
      depth: path.split('.').length,
      region: regions.has(around(path) ?? ''),
    })),
    nodes: nodes.map(({ id, kind, state, text }) => ({ kind, state, text, box: boxOf(id) })),
    lines: edges.flatMap(({ id, text }) => {
      const { points, label } = lines.get(id) as { points: Point[]; label: Box | null };
      return label && text ? [{ points, label: { box: label, text } }] : [];
    }),
  };
}

/** Where a new workflow begins: a dot beside the state it is in first. */
function startNode({ start }: Drawing): Unplaced {
  const inside = around(start.to);
  return { id: 'start', kind: 'start', state: null, text: textBlock([], 0), width: dot, height: dot, inside };
}

function nodesOf({ language, arrows }: Drawing, state: DrawnState): Unplaced[] {
  const inside = around(state.path);
  if (state.inner.length === 0) return [box(state.path, 'state', state, stateText(state, language), inside)];
  const any = { text: words.anyStep[language], face: 'soft' } as const;
  return [
    box(`head ${state.path}`, 'head', state, stateText(state, language), state.path),
    ...(leavesFromAny(arrows, state.path) ? [box(`any ${state.path}`, 'any', state, [any], state.path)] : []),
  ];
}

function stateText(state: DrawnState, language: Drawing['language']): Paragraph[] {
  const isLeaf = state.inner.length === 0;
  const waits = isLeaf ? waitsForCaption(state, language) : null;
  const also = alsoCaption(state, language);
  return [
    ...(isLeaf && state.mark === 'now' ? [{ text: `▶ ${words.now[language]}`, face: 'title' as const }] : []),
    { text: isLeaf && state.mark === 'passed' ? `✓ ${state.title}` : state.title, face: 'title' },
    ...(waits ? [{ text: waits, face: 'said' as const }] : []),
    ...(also ? [{ text: also, face: 'soft' as const }] : []),
  ];
}

function box(id: string, kind: PlacedNode['kind'], state: DrawnState, said: Paragraph[], inside?: string): Unplaced {
  const text = textBlock(said, nodeWidth);
  return { id, kind, state, text, inside, width: text.width + 2 * padding.x, height: text.height + 2 * padding.y };
}

/** The arrows, and the one from the start. Several from a compound state leave from its `any` box. */
function connectionsOf({ arrows, start, language }: Drawing): Connection[] {
  const first: Connection = labelled('start', 'start', start.to, [
    { text: `${start.title} (${start.by})`, face: 'said' },
  ]);
  return [
    first,
    ...arrows.map((arrow, index) =>
      labelled(`arrow ${index}`, sourceOf(arrow), arrow.to, [
        ...wayCaptions(arrow).map((text) => ({ text, face: 'said' as const })),
        ...dateCaptions(arrow, language).map((text) => ({ text, face: 'date' as const, icon: true as const })),
      ]),
    ),
  ];
}

function sourceOf({ from, fromAny }: DrawnArrow): string {
  return fromAny ? `any ${from}` : from;
}

function labelled(id: string, from: string, to: string, paragraphs: Paragraph[]): Connection {
  const text = textBlock(paragraphs, labelWidth);
  return { id, from, to, text, label: { width: text.width + 12, height: text.height + 6 } };
}

/**
 * What keeps a compound state in order: its own text above the states in it and below those from which it is entered, and its
 * `any` box below states that are left in no other way.
 */
function orderOf({ arrows, start }: Drawing, state: DrawnState): Connection[] {
  const { path, inner } = state;
  const tie = (from: string, to: string): Connection => ({
    id: `order ${from} ${to}`,
    from,
    to,
    text: null,
    weight: 0,
  });
  const isInside = (other: string) => other.startsWith(`${path}.`);
  const first = isInside(start.to) ? 'start' : leafOf(state).path;
  const entering = arrows.filter(({ from, to }) => to === first && from !== path && !isInside(from));
  const head = `head ${path}`;
  const any = `any ${path}`;
  const stuck = inner.filter((leaf) => leaf.inner.length === 0 && !arrows.some(({ from }) => from === leaf.path));
  return [
    tie(head, first),
    ...entering.map((arrow) => tie(sourceOf(arrow), head)),
    ...(leavesFromAny(arrows, path) ? [tie(head, any), ...stuck.map((leaf) => tie(leaf.path, any))] : []),
  ];
}

function leavesFromAny(arrows: readonly DrawnArrow[], path: string): boolean {
  return arrows.some(({ fromAny, from }) => fromAny && from === path);
}

function leafOf(state: DrawnState): DrawnState {
  const [first] = state.inner;
  return first ? leafOf(first) : state;
}

function around(path: string): string | undefined {
  const end = path.lastIndexOf('.');
  return end < 0 ? undefined : path.slice(0, end);
}
