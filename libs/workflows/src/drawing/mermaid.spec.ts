import { drawnDefinition } from '../../../../test/support/drawn-definition';
import { state } from '../state-meta';
import { drawingOf } from './drawing';
import { mermaidOf } from './mermaid';

const meta = (title: string, ...dates: string[]) => state(title, title, title, 'coordinator', ...dates);

describe('a Mermaid diagram', () => {
  const definition = drawnDefinition(
    'open',
    {
      open: {
        meta: meta('Open', 'reply'),
        initial: 'first-step',
        states: { 'first-step': { meta: meta('Say "yes"; <b>'), on: { Done: '#drawn.closed' } } },
      },
      closed: { type: 'final', meta: meta('Closed') },
    },
    ['Done'],
  );

  it('has the states, the commands and the deadlines, with what Mermaid would misread as entities', () => {
    expect(mermaidOf(drawingOf(definition, 'en'))).toBe(
      [
        'stateDiagram-v2',
        '  state "Open" as open {',
        '    state "Say #34;yes#34;#59; #60;b#62;" as open_first_step',
        '  }',
        '  state "Closed" as closed',
        '  [*] --> open_first_step: Start the negotiation (coordinator)',
        '  open_first_step --> closed: Done (coordinator)<br>⏱ Reply date',
        '  closed --> [*]',
        '',
      ].join('\n'),
    );
  });

  it('marks where one workflow stands and has been', () => {
    const marks = {
      matter: { fi: 'Asia', sv: 'Ärende', en: 'Matter' },
      now: new Set(['closed']),
      passed: new Set(['open', 'open.first-step']),
      running: new Map([['reply', { on: { fi: '17.8.2026', sv: '17.8.2026', en: '17 August 2026' }, passed: false }]]),
    };
    const drawn = mermaidOf(drawingOf(definition, 'fi', marks));
    expect(drawn).toContain('state "▶ nyt#58; Closed" as closed');
    expect(drawn).toContain('  class closed now\n');
    expect(drawn).toContain('  class open_first_step passed\n');
    expect(drawn).toContain('⏱ Vastauspäivä 17.8.2026');
  });
});
