import type { Box, Point } from './geometry';

/** The layers of a layout from top to bottom: half the height of the tallest thing in each, by its middle. */
type Bands = ReadonlyMap<number, number>;

/** A line to be led from one box to another by the given places, one in each layer between them. */
export type Course = { from: string; to: string; places: readonly Point[] };

/** How far a line goes straight on before it bends, so that an arrow stands upright on its box. */
const stub = 9;

/**
 * Lines that leave and enter their boxes at top or bottom, side by side, and go straight through each layer, bending only
 * between layers: so no line runs into what stands beside it.
 */
export function routed(
  courses: readonly Course[],
  boxes: ReadonlyMap<string, Box>,
  doorways: ReadonlyMap<string, number>,
  labels: readonly Box[],
): Point[][] {
  const bands = bandsOf([...boxes.values(), ...labels]);
  const box = (id: string): Box => boxes.get(id) as Box;
  const ends = courses.flatMap(({ from, to, places }) => {
    const [start, end] = [middleOf(box(from)), middleOf(box(to))];
    const down = Math.sign(end.y - start.y) || 1;
    return [
      { id: from, side: down, wanted: (places[0] ?? end).x },
      { id: to, side: -down, wanted: (places.at(-1) ?? start).x },
    ];
  });
  const doors = doorsOf(ends, box, doorways);
  return courses.map(({ places }, index) => {
    const [leave, enter] = [doors[2 * index], doors[2 * index + 1]] as [Door, Door];
    return line(leave, places, enter, bands);
  });
}

/** Where a line meets a box: on which side, how far across, and the layer's middle. */
type Door = { x: number; y: number; middle: number; side: number };
type End = { id: string; side: number; wanted: number };

/** Several lines on one side of a box stand side by side in the order in which they come. */
function doorsOf(ends: readonly End[], box: (id: string) => Box, doorways: ReadonlyMap<string, number>): Door[] {
  return ends.map((end) => {
    const { x, y, width, height } = box(end.id);
    const beside = ends.filter(({ id, side }) => id === end.id && side === end.side);
    const place = beside.toSorted((one, other) => one.wanted - other.wanted).indexOf(end);
    const doorway = doorways.get(end.id) ?? Math.max(width - 48, 0);
    const first = x + (width - doorway) / 2;
    const alone = Math.min(Math.max(end.wanted, first), first + doorway);
    const middle = y + height / 2;
    return {
      x: beside.length === 1 ? alone : first + (doorway * (place + 0.5)) / beside.length,
      y: middle + (end.side * height) / 2,
      middle,
      side: end.side,
    };
  });
}

function line(leave: Door, places: readonly Point[], enter: Door, bands: Bands): Point[] {
  const reach = (y: number) => {
    const band = bands.get(Math.round(y));
    return band === undefined ? 0 : leave.side * (band + stub);
  };
  const points = [
    { x: leave.x, y: leave.y },
    { x: leave.x, y: leave.middle + reach(leave.middle) },
    ...places.flatMap(({ x, y }) => [
      { x, y: y - reach(y) },
      { x, y: y + reach(y) },
    ]),
    { x: enter.x, y: enter.middle - reach(enter.middle) },
    { x: enter.x, y: enter.y },
  ];
  return points.filter(({ x, y }, index) => index === 0 || x !== points[index - 1]?.x || y !== points[index - 1]?.y);
}

function bandsOf(boxes: readonly Box[]): Bands {
  const bands = new Map<number, number>();
  for (const { y, height } of boxes) {
    const middle = Math.round(y + height / 2);
    bands.set(middle, Math.max(bands.get(middle) ?? 0, height / 2));
  }
  return bands;
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
