import { wayCaptions } from './captions';
import { bpmnFlowOf } from './bpmn-flow';
import type { BpmnFlow, BpmnTask, BpmnTimer } from './bpmn-flow';
import type { Drawing, DrawnState } from './drawing';
import type { Box, Point, Size } from './geometry';
import type { LayoutEdge, LayoutNode } from './layout';
import { layOut } from './layout';
import { textBlock } from './text-block';
import { words } from './words';

/** Elements of the process with their places: the same for the model and for its picture. */
export type PlacedTask = { id: string; task: BpmnTask; box: Box; gateway: string | null; timers: PlacedTimer[] };
export type PlacedTimer = { id: string; timer: BpmnTimer; box: Box; label: Box; over: PlacedEvent | null };
export type PlacedEvent = { id: string; name: string; box: Box; label: Box };
export type PlacedFlow = { id: string; from: string; to: string; name: string; points: Point[]; label: Box | null };
export type PlacedAside = {
  id: string;
  cancelled: boolean;
  name: string;
  box: Box;
  start: PlacedEvent;
  end: PlacedEvent;
  flow: PlacedFlow;
};
export type PlacedProcess = {
  start: PlacedEvent;
  tasks: PlacedTask[];
  gateways: { id: string; parallel: boolean; box: Box }[];
  ends: (PlacedEvent & { state: DrawnState })[];
  flows: PlacedFlow[];
  asides: PlacedAside[];
};

const event = { width: 36, height: 36 };
const diamond = { width: 50, height: 50 };
const labelWidth = 120;
const labelLine = 14;
const timerStep = 140;

/** `late`: the flow starts at the task's deadline, not at the task. */
type Wanted = LayoutEdge & { name: string; late?: true };

export function placedProcess(drawing: Drawing): PlacedProcess {
  const flow = bpmnFlowOf(drawing);
  const edges = wantedFlows(drawing, flow);
  const { boxes, edges: lines, height } = layOut({ nodes: wantedNodes(drawing, flow), edges, direction: 'right' });
  const box = (id: string): Box => boxes.get(id) as Box;
  const tasks = flow.tasks.map((task) => placedTask(drawing, task, box(idOf('task', task.state.path))));
  return {
    start: placedEvent('start', `${drawing.start.title} (${drawing.start.by})`, box('start')),
    tasks,
    gateways: [
      ...tasks.flatMap(({ gateway }) => (gateway ? [{ id: gateway, parallel: false, box: box(gateway) }] : [])),
      ...flow.forks.map(({ path }) => ({ id: idOf('fork', path), parallel: true, box: box(idOf('fork', path)) })),
    ],
    ends: endsReached(flow).map((state) => ({
      ...placedEvent(idOf('end', state.path), state.title, box(idOf('end', state.path))),
      state,
    })),
    flows: edges.map(({ id, from, to, name, late }) => {
      const { points, label } = lines.get(id) as { points: Point[]; label: Box | null };
      const timer = late && tasks.find((task) => task.id === from)?.timers[0];
      return timer
        ? { id, from: timer.id, to, name, points: fromTimer(timer, points), label }
        : { id, from, to, name, points, label: label && upperHalf(label) };
    }),
    asides: flow.interruptions.map((aside, index) => placedAside(drawing, aside, index, height)),
  };
}

function wantedNodes(drawing: Drawing, flow: BpmnFlow): LayoutNode[] {
  return [
    { id: 'start', ...event, doorway: 0 },
    ...flow.tasks.flatMap((task) => {
      const { path } = task.state;
      const { width, height } = taskSize(drawing, task);
      const room = roomBelow(task);
      return [
        { id: idOf('task', path), width, height: height + 2 * room, doorway: height - 30 },
        ...(task.ways.length > 1 ? [{ id: idOf('choice', path), ...diamond, doorway: 0 }] : []),
      ];
    }),
    ...flow.forks.map(({ path }) => ({ id: idOf('fork', path), ...diamond, doorway: 0 })),
    ...endsReached(flow).map(({ path }) => ({ id: idOf('end', path), ...event, doorway: 0 })),
  ];
}

/** The ends to which a task leads; the others are only reached from beside the process. */
function endsReached({ tasks, ends }: BpmnFlow): DrawnState[] {
  const targets = tasks.flatMap(({ ways, timers }) => [...ways.map(({ to }) => to), ...timers.map(({ to }) => to)]);
  return ends.filter(({ path }) => targets.includes(path));
}

function wantedFlows({ start }: Drawing, flow: BpmnFlow): Wanted[] {
  const target = (path: string) => {
    if (flow.forks.some((fork) => fork.path === path)) return idOf('fork', path);
    return idOf(flow.ends.some((end) => end.path === path) ? 'end' : 'task', path);
  };
  const wanted = (from: string, to: string, name: string): Wanted => {
    const id = `flow_${from}_${to}`;
    return name === '' ? { id, from, to, name, weight: 4 } : { id, from, to, name, label: flowLabel(name) };
  };
  return [
    wanted('start', target(start.to), ''),
    ...flow.tasks.flatMap(({ state: { path }, ways, timers }) => {
      const [task, choice] = [idOf('task', path), idOf('choice', path)];
      const late = timers.flatMap(({ to }) => to ?? [])[0];
      return [
        ...(ways.length > 1 ? [wanted(task, choice, '')] : []),
        ...ways.map((way) => wanted(ways.length > 1 ? choice : task, target(way.to), wayCaptions(way).join('\n'))),
        ...(late === undefined ? [] : [{ ...wanted(task, target(late), ''), id: `late_${task}`, late: true as const }]),
      ];
    }),
    ...flow.forks.flatMap(({ path, to }) => to.map((first) => wanted(idOf('fork', path), target(first), ''))),
  ];
}

/** What a task is called: its state, and who is waited for. */
export function taskName({ language }: Drawing, { state }: BpmnTask): string {
  const now = state.mark === 'now' ? `▶ ${words.now[language]}: ` : '';
  return `${now}${state.title}${state.waitsFor === null ? '' : `\n(${state.waitsFor})`}`;
}

function taskSize(drawing: Drawing, task: BpmnTask): Size {
  const name = textBlock([{ text: taskName(drawing, task).replace('\n', ' '), face: 'said' }], 140);
  return { width: Math.max(170, task.timers.length * timerStep + 20), height: Math.max(80, name.height + 46) };
}

/** Room below a task for deadlines: their clocks, and the ends to which those lead that let the task go on. */
function roomBelow({ timers }: BpmnTask): number {
  if (timers.length === 0) return 0;
  return timers.some(({ to }) => to === null) ? 136 : 48;
}

/** The room of a name, in the size in which modellers write names outside of boxes. */
function labelSize(text: string, width = labelWidth): Size {
  const paragraphs = text.split('\n').map((line) => ({ text: line, face: 'said' as const }));
  return { width: width + 10, height: textBlock(paragraphs, width).lines.length * labelLine };
}

/** Room on both sides of a flow: its name stands above it. */
function flowLabel(name: string): Size {
  const { width, height } = labelSize(name);
  return { width, height: 2 * height + 12 };
}

function upperHalf({ height, ...box }: Box): Box {
  return { ...box, height: height / 2 - 6 };
}

function placedTask(drawing: Drawing, task: BpmnTask, block: Box): PlacedTask {
  const { path } = task.state;
  const size = taskSize(drawing, task);
  const box = { x: block.x, y: block.y + (block.height - size.height) / 2, ...size };
  const timers = task.timers.map((timer, index): PlacedTimer => {
    const id = [idOf('timer', path), ...timer.dates.map(({ name }) => name)].join('_');
    const middle = { x: box.x + 38 + index * timerStep, y: box.y + box.height };
    const label = labelSize(timer.dates.map(({ title }) => title).join('\n'), 90);
    const over = placedEvent(
      `${id}_over`,
      words.datePassed[drawing.language],
      eventAt({ ...middle, y: middle.y + 82 }),
    );
    return {
      id,
      timer,
      box: eventAt(middle),
      label: { x: middle.x + 20, y: middle.y + 4, ...label },
      over: timer.to === null ? over : null,
    };
  });
  return { id: idOf('task', path), task, box, gateway: task.ways.length > 1 ? idOf('choice', path) : null, timers };
}

function eventAt({ x, y }: Point): Box {
  return { x: x - event.width / 2, y: y - event.height / 2, ...event };
}

/** An event with its name below it. */
function placedEvent(id: string, name: string, box: Box): PlacedEvent {
  const size = labelSize(name, 100);
  return { id, name, box, label: { x: box.x + box.width / 2 - size.width / 2, y: box.y + box.height + 4, ...size } };
}

/** A flow that a passed deadline takes: down from its clock, and on from beside the task. */
function fromTimer({ box }: PlacedTimer, points: readonly Point[]): Point[] {
  const x = box.x + box.width / 2;
  const bottom = box.y + box.height;
  const [, beside, ...others] = points;
  return [{ x, y: bottom }, { x, y: bottom + 14 }, ...(beside ? [{ x: beside.x, y: bottom + 14 }] : []), ...others];
}

function placedAside(
  { language }: Drawing,
  { during, ways, end }: BpmnFlow['interruptions'][number],
  index: number,
  top: number,
): PlacedAside {
  const id = `aside_${during.path}_${end.path}`;
  const box = { x: 24 + index * 340, y: top + 40, width: 310, height: 180 };
  const at = (x: number) => eventAt({ x: box.x + x, y: box.y + 60 });
  const start = placedEvent(`${id}_start`, wayCaptions({ ways }).join('\n'), at(80));
  const last = placedEvent(`${id}_end`, end.title, at(230));
  const y = box.y + 60;
  const points = [
    { x: start.box.x + event.width, y },
    { x: last.box.x, y },
  ];
  const flow = { id: `${id}_flow`, from: start.id, to: last.id, name: '', points, label: null };
  return {
    id,
    name: `${words.during[language]}: ${during.title}`,
    cancelled: end.cancelled,
    box,
    start,
    end: last,
    flow,
  };
}

function idOf(kind: string, path: string): string {
  return `${kind}_${path}`;
}
