import type { Drawing, DrawnArrow, DrawnDate, DrawnState, DrawnWay } from './drawing';
import { allStates, leavesOf } from './drawing';

/**
 * The drawing as BPMN wants it, without states in states: a task for each state that waits, a flow for each way from one to the
 * next, and what may happen at any time during a stretch of the process beside it.
 */
export type BpmnFlow = {
  tasks: BpmnTask[];
  ends: DrawnState[];
  /** Where several stretches begin at once: the state of the chart, and the first tasks. */
  forks: { path: string; to: string[] }[];
  /** What ends the process whenever it comes while one of the states inside `during` lasts. */
  interruptions: { during: DrawnState; ways: DrawnWay[]; end: DrawnState }[];
  start: string;
};

/** `ways` people choose between; a deadline with `to` leads there when it passes, the others let the task go on. */
export type BpmnTask = { state: DrawnState; ways: { to: string; ways: DrawnWay[] }[]; timers: BpmnTimer[] };
/** One or several deadlines: those that lead on do so together. */
export type BpmnTimer = { dates: DrawnDate[]; to: string | null };

export function bpmnFlowOf(drawing: Drawing): BpmnFlow {
  const states = allStates(drawing.states);
  const ends = states.filter(({ kind }) => kind === 'end');
  const isEnd = (path: string) => ends.some((end) => end.path === path);
  const forks = states
    .filter(({ kind }) => kind === 'parallel')
    .map(({ path, inner }) => ({ path, to: inner.map((region) => firstOf(region).path) }));
  const through = (from: string, to: string) =>
    forks.find(({ path }) => to.startsWith(`${path}.`) && !from.startsWith(`${path}.`))?.path ?? to;
  const tasks = leavesOf(drawing.states)
    .filter(({ kind }) => kind === 'step')
    .map((state) => taskOf(state, states, drawing.arrows, isEnd, through));
  const interruptions = drawing.arrows.flatMap((arrow) => {
    const during = states.find(({ path }) => path === arrow.from);
    const end = ends.find(({ path }) => path === arrow.to);
    return arrow.fromAny && during && end ? [{ during, ways: arrow.ways, end }] : [];
  });
  return { tasks, ends, forks, interruptions, start: through('', drawing.start.to) };
}

function taskOf(
  state: DrawnState,
  states: readonly DrawnState[],
  arrows: readonly DrawnArrow[],
  isEnd: (path: string) => boolean,
  through: (from: string, to: string) => string,
): BpmnTask {
  const around = states.filter(({ path }) => state.path === path || state.path.startsWith(`${path}.`));
  const open = openWays(state, around, arrows).map((arrow) => ({ ...arrow, to: through(state.path, arrow.to) }));
  const given = open.filter(({ ways }) => ways.some(({ clock }) => !clock));
  const own = given.filter(({ fromAny, to }) => !fromAny || !isEnd(to));
  const dates = around.flatMap((source) => source.dates);
  const late = open.find(({ ways }) => ways.every(({ clock }) => clock))?.to ?? null;
  return {
    state,
    // What ends the process at any time is drawn once, beside it, unless this task ends in no other way.
    ways: merged(own.length > 0 ? own : given),
    timers:
      late === null || dates.length === 0 ? dates.map((date) => ({ dates: [date], to: null })) : [{ dates, to: late }],
  };
}

/** The arrows that can be taken in a state: its own and those of the states around it that nothing nearer overrides. */
function openWays(state: DrawnState, around: readonly DrawnState[], arrows: readonly DrawnArrow[]): DrawnArrow[] {
  return around.toReversed().flatMap((source, index) => {
    const nearer = new Set(
      around
        .toReversed()
        .slice(0, index)
        .flatMap(({ takes }) => takes),
    );
    return arrows
      .filter(({ from, to }) => from === source.path && to !== state.path)
      .map((arrow) => ({ ...arrow, ways: arrow.ways.filter(({ fact }) => !nearer.has(fact)) }))
      .filter(({ ways }) => ways.length > 0);
  });
}

/** One flow for each state that is led to. */
function merged(arrows: readonly DrawnArrow[]): BpmnTask['ways'] {
  const targets = [...new Set(arrows.map(({ to }) => to))];
  return targets.map((to) => ({ to, ways: arrows.filter((arrow) => arrow.to === to).flatMap(({ ways }) => ways) }));
}

function firstOf(state: DrawnState): DrawnState {
  const [first] = state.inner;
  return first ? firstOf(first) : state;
}
