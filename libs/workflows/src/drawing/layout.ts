import * as dagre from '@dagrejs/dagre';
import type { Box, Point, Size } from './geometry';
import { routed } from './route';

/**
 * A thing to be placed; `inside` names the group it belongs to. Lines meet it along the middle of its sides: as much of them as
 * `doorway` says, or all but the corners.
 */
export type LayoutNode = Size & { id: string; inside?: string | undefined; doorway?: number };
/** A frame around the nodes and groups in it. */
export type LayoutGroup = { id: string; inside?: string | undefined };
/** A line between two nodes. `weight` pulls them together; the label, where there is one, gets room of its own. */
export type LayoutEdge = { id: string; from: string; to: string; label?: Size; weight?: number };

export type LayoutRequest = {
  nodes: readonly LayoutNode[];
  groups?: readonly LayoutGroup[];
  edges: readonly LayoutEdge[];
  direction: 'down' | 'right';
};

export type Layout = Size & {
  boxes: ReadonlyMap<string, Box>;
  edges: ReadonlyMap<string, { points: Point[]; label: Box | null }>;
};

const margin = 24;

/** What we use of the layout engine, whose own types do not resolve. It tells of the middle of things. */
type Graph = {
  setGraph(settings: object): void;
  setNode(id: string, size: Partial<Size>): void;
  setParent(id: string, group: string): void;
  setEdge(from: string, to: string, label: object, id: string): void;
  graph(): Partial<Size>;
  node(id: string): Point & Size;
  edge(from: string, to: string, id: string): Point & Size & { points: Point[] };
};
const engine = dagre as unknown as { Graph: new (kind: object) => Graph; layout: (graph: Graph) => void };

/**
 * Places nodes in layers, labels between them, and leads the lines around both. The same request gives the same layout. To the
 * right is downwards with the page turned.
 */
export function layOut(request: LayoutRequest): Layout {
  const { nodes, groups = [], edges, direction } = request;
  const turn = direction === 'right' ? turned : <Thing>(thing: Thing) => thing;
  const graph = new engine.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 32, edgesep: 20, ranksep: 60, marginx: margin, marginy: margin });
  for (const { id } of groups) graph.setNode(id, {});
  for (const { id, width, height } of nodes) graph.setNode(id, turn({ width, height }));
  for (const { id, inside } of [...groups, ...nodes]) if (inside !== undefined) graph.setParent(id, inside);
  for (const { id, from, to, label = { width: 0, height: 0 }, weight = 1 } of edges)
    graph.setEdge(from, to, { ...turn(label), labelpos: 'c', weight }, id);
  engine.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxesOf = (things: readonly { id: string }[]) => new Map(things.map(({ id }) => [id, boxOf(graph.node(id))]));
  const boxes = boxesOf(nodes);
  const lines = linesOf(graph, boxes, request);
  return {
    ...turn({ width, height }),
    boxes: new Map([...boxesOf(groups), ...boxes].map(([id, box]) => [id, turn(box)])),
    edges: new Map(
      lines.map(({ id, points, label }) => [id, { points: points.map(turn), label: label && turn(label) }]),
    ),
  };
}

function linesOf(graph: Graph, boxes: ReadonlyMap<string, Box>, { nodes, edges }: LayoutRequest) {
  const found = edges.map(({ id, from, to, label }) => {
    const { points, ...middle } = graph.edge(from, to, id);
    return { id, from, to, places: points.slice(1, -1), label: label ? boxOf(middle) : null };
  });
  const doorways = new Map(nodes.flatMap(({ id, doorway }) => (doorway === undefined ? [] : [[id, doorway] as const])));
  const routes = routed(
    found,
    boxes,
    doorways,
    found.flatMap(({ label }) => label ?? []),
  );
  return found.map(({ id, label }, index) => ({ id, label, points: routes[index] ?? [] }));
}

function boxOf({ x, y, width, height }: Point & Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The page turned: what was across is along. */
function turned<Thing extends Partial<Box>>(thing: Thing): Thing {
  const { x, y, width, height } = thing;
  return {
    ...thing,
    ...(x !== undefined && y !== undefined && { x: y, y: x }),
    ...(width !== undefined && height !== undefined && { width: height, height: width }),
  };
}
