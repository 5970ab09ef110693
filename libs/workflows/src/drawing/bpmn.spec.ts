import { languages } from '@app/domain';
import { BpmnModdle } from 'bpmn-moddle';
import { drawnDefinition } from '../../../../test/support/drawn-definition';
import { definitions } from '../registry';
import { state } from '../state-meta';
import { bpmnOf } from './bpmn';
import { leavesOf, drawingOf } from './drawing';

type Element = { $type: string; id: string; name?: string; [other: string]: unknown };
type Process = Element & { flowElements: Element[] };

async function read(xml: string): Promise<{ process: Process; warnings: unknown[]; shapes: string[] }> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const root = rootElement as unknown as {
    rootElements: [Process];
    diagrams: [{ plane: { planeElement: { bpmnElement: Element }[] } }];
  };
  const shapes = root.diagrams[0].plane.planeElement.map(({ bpmnElement }) => bpmnElement.id);
  return { process: root.rootElements[0], warnings, shapes };
}

const every = definitions.flatMap((definition) =>
  languages.map(
    (language) => [`${definition.name}.v${definition.version} in ${language}`, definition, language] as const,
  ),
);

describe('the BPMN file', () => {
  it.each(every)(
    'of %s is read by another reader without a warning, every element in its picture',
    async (_, definition, language) => {
      const drawing = drawingOf(definition, language);
      const { process, warnings, shapes } = await read(bpmnOf(drawing));
      expect(warnings).toEqual([]);
      const elements = process.flowElements.flatMap((element) => [
        element,
        ...((element.flowElements ?? []) as Element[]),
      ]);
      expect(elements.map(({ id }) => id).toSorted()).toEqual(shapes.toSorted());
      const waiting = leavesOf(drawing.states).filter(({ kind }) => kind === 'step');
      expect(elements.filter(({ $type }) => $type === 'bpmn:UserTask')).toHaveLength(waiting.length);
    },
  );

  it.each(every)('of %s has nothing that leads nowhere', async (_, definition, language) => {
    const { process } = await read(bpmnOf(drawingOf(definition, language)));
    const stuck = process.flowElements.filter(
      ({ $type, outgoing }) => !['bpmn:EndEvent', 'bpmn:SequenceFlow', 'bpmn:SubProcess'].includes($type) && !outgoing,
    );
    const unreached = process.flowElements.filter(
      ({ $type, incoming }) =>
        !['bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:SequenceFlow', 'bpmn:SubProcess'].includes($type) && !incoming,
    );
    expect([...stuck, ...unreached].map(({ id }) => id)).toEqual([]);
  });

  it('draws a choice as a gateway, and a deadline as a timer', async () => {
    const negotiation = definitions.find(({ name }) => name === 'hyte-negotiation');
    const { process } = await read(bpmnOf(drawingOf(negotiation as never, 'en')));
    const named = (type: string) => process.flowElements.filter(({ $type }) => $type === type).map(({ name }) => name);
    // Five states from which it may be cancelled, one that may be skipped, and the board's decision.
    expect(named('bpmn:ExclusiveGateway')).toHaveLength(7);
    expect(named('bpmn:BoundaryEvent')).toContain('Time for comments on the draft');
  });

  it('draws what may come at any time around the states in which it may', async () => {
    const report = definitions.find(({ name }) => name === 'wellbeing-report');
    const { process } = await read(bpmnOf(drawingOf(report as never, 'en')));
    const around = process.flowElements.filter(({ $type }) => $type === 'bpmn:SubProcess');
    expect(around.map(({ name }) => name)).toEqual(['During: Running']);
  });

  it('forks where states run side by side, and keeps markup in titles as text', async () => {
    const meta = (title: string) => state(title, title, title, 'coordinator');
    const inner = (key: string) => ({
      meta: meta(key),
      initial: key,
      states: { [key]: { meta: meta(`<b>${key}</b>`) } },
    });
    const definition = drawnDefinition(
      'first',
      {
        first: { meta: meta('First'), on: { Begun: 'both' } },
        both: {
          meta: meta('Both'),
          type: 'parallel',
          on: { Done: 'closed' },
          states: { one: inner('one'), two: inner('two') },
        },
        closed: { type: 'final', meta: meta('Closed') },
      },
      ['Begun', 'Done'],
    );
    const { process, warnings } = await read(bpmnOf(drawingOf(definition, 'en')));
    expect(warnings).toEqual([]);
    const fork = process.flowElements.find(({ $type }) => $type === 'bpmn:ParallelGateway');
    expect(fork?.outgoing).toHaveLength(2);
    expect(process.flowElements.map(({ name }) => name)).toContain('<b>one</b>\n(the coordinator)');
  });
});
