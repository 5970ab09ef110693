import type { PlacedEvent, PlacedFlow, PlacedProcess, PlacedTimer } from './bpmn-place';
import type { Box, Point } from './geometry';
import type { Xml } from './xml';
import { element } from './xml';

/** The picture of a process: where each of its elements stands, and their names. */
export function bpmnPicture(process: string, placed: PlacedProcess): Xml {
  const { start, tasks, gateways, ends, flows, asides } = placed;
  return element('bpmndi:BPMNDiagram', { id: `${process}_diagram` }, [
    element('bpmndi:BPMNPlane', { id: `${process}_plane`, bpmnElement: process }, [
      eventShape(start),
      ...tasks.map(({ id, box }) => shape(id, box)),
      ...tasks.flatMap(({ timers }) => timers).flatMap(timerShapes),
      ...gateways.map(({ id, box, parallel }) => shape(id, box, null, parallel ? {} : { isMarkerVisible: 'true' })),
      ...ends.map(eventShape),
      ...asides.flatMap(({ id, box, start: first, end, flow }) => [
        shape(id, box, null, { isExpanded: 'true' }),
        eventShape(first),
        eventShape(end),
        flowEdge(flow),
      ]),
      ...flows.map(flowEdge),
    ]),
  ]);
}

function eventShape({ id, box, label }: PlacedEvent): Xml {
  return shape(id, box, label);
}

function timerShapes({ id, box, label, over }: PlacedTimer): Xml[] {
  if (!over) return [shape(id, box, label)];
  const x = box.x + box.width / 2;
  const points = [
    { x, y: box.y + box.height },
    { x, y: over.box.y },
  ];
  const flow = { id: `${id}_flow`, from: id, to: over.id, name: '', points, label: null };
  return [shape(id, box, label), eventShape(over), flowEdge(flow)];
}

function shape(id: string, box: Box, label: Box | null = null, attributes: Record<string, string> = {}): Xml {
  return element('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement: id, ...attributes }, [
    bounds(box),
    ...labelOf(label),
  ]);
}

function flowEdge({ id, points, label }: PlacedFlow): Xml {
  return element('bpmndi:BPMNEdge', { id: `${id}_edge`, bpmnElement: id }, [
    ...points.map(({ x, y }: Point) => element('di:waypoint', { x, y })),
    ...labelOf(label),
  ]);
}

function labelOf(label: Box | null): Xml[] {
  return label ? [element('bpmndi:BPMNLabel', {}, [bounds(label)])] : [];
}

function bounds({ x, y, width, height }: Box): Xml {
  return element('dc:Bounds', { x, y, width, height });
}
