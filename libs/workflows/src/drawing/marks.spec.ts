import { negotiation } from '../../../../test/support/example-paths';
import { definitionOf } from '../registry';
import { drawingOf } from './drawing';
import { marksOf } from './marks';
import { svgOf } from './svg';

describe('the marks of a workflow', () => {
  const { instance, events } = negotiation().find(
    (so) => so.instance.state === 'open.awaiting-answers',
  ) as never as ReturnType<typeof negotiation>[number];
  const definition = definitionOf(instance.definition);
  const marks = marksOf(definition, instance, events);

  it('say where it stands, where it has been and what runs until when', () => {
    expect([...marks.now]).toEqual(['open', 'open.awaiting-answers']);
    expect([...marks.passed].toSorted()).toEqual(['open.awaiting-invitation', 'open.fixing-date', 'open.planning']);
    expect([...marks.running.keys()]).toEqual(['answersCompiled']);
  });

  it('are words in the picture, not only colours', () => {
    const svg = svgOf(drawingOf(definition, 'fi', marks));
    expect(svg).toContain('>▶ nyt</text>');
    expect(svg).toContain('class="step now"');
    expect(svg).toContain('>✓ Odottaa ajankohtaa</text>');
    expect(svg).toContain('>määräpäivä 21.8.2026</text>');
    expect(svg).toContain('Nyt: Odottaa vastauksia ennakkotehtävään.');
  });
});
