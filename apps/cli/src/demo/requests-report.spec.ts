import type { Instance } from '@app/workflows';
import { cardsAsked } from '../../../../test/support/indicator-paths';
import { askedBy, requestCounts } from './requests-report';

const { instance: cards } = cardsAsked();

function request(organisation: string, state: string, late?: boolean): Instance {
  const context = { organisation, answer: late === undefined ? null : { late } };
  const definition = { name: 'information-request', version: 1 };
  return {
    ...cards,
    id: `${cards.id}.answer-${organisation}`,
    definition,
    state,
    context,
    parent: { id: cards.id, key: '' },
  };
}

describe('what was asked for', () => {
  const asked = askedBy(
    [
      cards,
      request('toimiala-1', 'accepted', false),
      request('toimiala-2', 'accepted', true),
      request('toimiala-3', 'missed'),
      request('toimiala-4', 'open.requested'),
    ],
    'en',
  );

  it('is told by whoever asked, with those who were late or never answered; what is still open does not count', () => {
    expect(asked).toEqual([
      {
        workflow: cards.id,
        matter: 'Indicator cards 2026/1',
        sent: 3,
        answered: 2,
        late: 1,
        missed: 1,
        lateFrom: ['toimiala-2'],
        missingFrom: ['toimiala-3'],
      },
    ]);
  });

  it('is counted together', () => {
    expect(requestCounts([...asked, ...asked])).toEqual({ sent: 6, answered: 4, late: 2, missed: 2 });
    expect(askedBy([cards], 'en')).toEqual([]);
  });
});
