import { alsoCaption } from './captions';
import { bpmnPicture } from './bpmn-picture';
import type { PlacedAside, PlacedEvent, PlacedFlow, PlacedProcess, PlacedTask, PlacedTimer } from './bpmn-place';
import { placedProcess, taskName } from './bpmn-place';
import type { Drawing } from './drawing';
import { words } from './words';
import type { Xml } from './xml';
import { element, textXml } from './xml';

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/**
 * The drawing as a BPMN 2.0 process with its picture, for a modeller. A state is a user task; a choice is an exclusive gateway;
 * deadlines are timers at the task's border, and what may end the process at any time is an event sub-process beside it.
 */
export function bpmnOf(drawing: Drawing): string {
  const process = placedProcess(drawing);
  const id = drawing.name;
  const root = element(
    'bpmn:definitions',
    { ...namespaces, id: `${id}_definitions`, targetNamespace: `urn:vuosikello:${drawing.name}:${drawing.version}` },
    [
      element('bpmn:process', { id, name: drawing.title, isExecutable: 'false' }, [
        documentation(processText(drawing)),
        ...processElements(drawing, process),
      ]),
      bpmnPicture(id, process),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function processText({ title, version, language, basis }: Drawing): string {
  return [`${title} (${words.version[language]} ${version})`, ...(basis === null ? [] : [basis])].join('\n');
}

function processElements(drawing: Drawing, process: PlacedProcess): Xml[] {
  const { start, tasks, gateways, ends, flows, asides } = process;
  const ins = (id: string) => flows.filter(({ to }) => to === id).map(({ id: flow }) => ref('incoming', flow));
  const outs = (id: string) => flows.filter(({ from }) => from === id).map(({ id: flow }) => ref('outgoing', flow));
  return [
    element('bpmn:startEvent', { id: start.id, name: start.name }, outs(start.id)),
    ...tasks.flatMap((task) => taskElements(drawing, task, ins, outs)),
    ...gateways.map(({ id, parallel }) =>
      element(parallel ? 'bpmn:parallelGateway' : 'bpmn:exclusiveGateway', { id }, [...ins(id), ...outs(id)]),
    ),
    ...ends.map(({ id, name, state }) =>
      element('bpmn:endEvent', { id, name }, [...ins(id), ...(state.cancelled ? [terminate(id)] : [])]),
    ),
    ...asides.map(asideElement),
    ...flows.map(flowElement),
  ];
}

type Refs = (id: string) => Xml[];

function taskElements(drawing: Drawing, placed: PlacedTask, ins: Refs, outs: Refs): Xml[] {
  const { id, task, timers } = placed;
  const { waitsFor, dates } = task.state;
  const also = alsoCaption(task.state, drawing.language);
  const said = [
    ...(also ? [also] : []),
    ...dates.flatMap(({ title, citation }) => (citation ? [`${title}: ${citation}`] : [])),
  ];
  return [
    element('bpmn:userTask', { id, name: taskName(drawing, task) }, [
      ...(said.length > 0 ? [documentation(said.join('\n'))] : []),
      ...ins(id),
      ...outs(id),
      ...(waitsFor === null ? [] : [element('bpmn:potentialOwner', { id: `${id}_owner`, name: waitsFor })]),
    ]),
    ...timers.flatMap((timer) => timerElements(id, timer, outs)),
  ];
}

/** A deadline that leads nowhere lets the task go on: the step can still be taken, late. */
function timerElements(task: string, { id, timer, over }: PlacedTimer, outs: Refs): Xml[] {
  const name = timer.dates.map(({ title }) => title).join('\n');
  const when = timer.dates.map((date) => `deadlines.${date.name}`).join(', ');
  const definition = element('bpmn:timerEventDefinition', { id: `${id}_when` }, [
    element('bpmn:timeDate', { 'xsi:type': 'bpmn:tFormalExpression' }, [textXml(when)]),
  ]);
  const attributes = { id, name, attachedToRef: task, cancelActivity: over ? 'false' : 'true' };
  if (!over) return [element('bpmn:boundaryEvent', attributes, [...outs(id), definition])];
  const flow = `${id}_flow`;
  return [
    element('bpmn:boundaryEvent', attributes, [ref('outgoing', flow), definition]),
    element('bpmn:endEvent', { id: over.id, name: over.name }, [ref('incoming', flow)]),
    element('bpmn:sequenceFlow', { id: flow, sourceRef: id, targetRef: over.id }),
  ];
}

function asideElement({ id, name, cancelled, start, end, flow }: PlacedAside): Xml {
  const event = ({ id: own, name: called }: PlacedEvent, kind: string, children: Xml[]) =>
    element(kind, { id: own, name: called }, children);
  return element('bpmn:subProcess', { id, name, triggeredByEvent: 'true' }, [
    event(start, 'bpmn:startEvent', [
      ref('outgoing', flow.id),
      element('bpmn:messageEventDefinition', { id: `${start.id}_message` }),
    ]),
    event(end, 'bpmn:endEvent', [ref('incoming', flow.id), ...(cancelled ? [terminate(end.id)] : [])]),
    flowElement(flow),
  ]);
}

function flowElement({ id, name, from, to }: PlacedFlow): Xml {
  return element('bpmn:sequenceFlow', { id, name: name === '' ? undefined : name, sourceRef: from, targetRef: to });
}

function terminate(id: string): Xml {
  return element('bpmn:terminateEventDefinition', { id: `${id}_terminate` });
}

function ref(kind: 'incoming' | 'outgoing', flow: string): Xml {
  return element(`bpmn:${kind}`, {}, [textXml(flow)]);
}

function documentation(text: string): Xml {
  return element('bpmn:documentation', {}, [textXml(text)]);
}
