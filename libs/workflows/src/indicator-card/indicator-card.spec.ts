import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  beginCards,
  cancelledCards,
  cardOf,
  cardsAsked,
  indicatorCards,
} from '../../../../test/support/indicator-paths';
import { standing } from '../kernel/standing';
import type { IndicatorContext } from './indicator-card.data';
import { indicatorCard } from './indicator-card.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as IndicatorContext;
const told = ({ effects }: Given) => effects.tellChildren.map(({ key, command }) => `${key} ${command}`);
const sectors = ['toimiala-1', 'toimiala-2', 'toimiala-3', 'toimiala-4', 'toimiala-5'];

describe('a round of indicator cards', () => {
  it('asks every sector of the county for its card by the day of the plan, four weeks before it', () => {
    const begin = beginCards();
    expect(contextOf(begin)).toMatchObject({ about: '2026/1', dates: { requestsSent: { on: '2026-04-02' } } });
    const so = cardsAsked();
    expect(so.effects.children.map(({ key, workflow }) => [key, workflow])).toEqual(
      sectors.map((sector) => [`answer-${sector}`, 'information-request']),
    );
    expect(so.effects.children[0]?.data).toMatchObject({
      subject: 'indicator-status',
      dueOn: '2026-04-30',
      voluntary: true,
    });
    expect(standing(indicatorCard, so.instance).waitingFor).toEqual([{ part: 'owners', organisations: sectors }]);
  });

  it('keeps each card with its overall status, and is compiled once all are in', () => {
    const so = sectors.reduce((step, sector) => cardOf(sector)(step), cardsAsked());
    expect(contextOf(so).asked['answer-toimiala-1']).toEqual({
      organisation: 'toimiala-1',
      outcome: 'answered',
      on: '2026-04-20',
      answers: { status: 'on-track' },
    });
    const end = so.when('compile', { summary: 'Etenee.' });
    expect(end.instance).toMatchObject({ status: 'closed', deadlines: { statusDue: { status: 'met' } } });
  });

  it('asks one that left and came back by another request', () => {
    const leave = { joined: [], left: [{ organisation: 'toimiala-1', successor: null }], reason: 'Virhe.' };
    const back = { joined: [{ organisation: 'toimiala-1', kind: 'other' }], left: [], reason: 'Virhe.' };
    const so = cardsAsked().when('change-parties', leave).when('change-parties', back);
    expect(so.effects.children.map(({ key }) => key)).toEqual(['answer-toimiala-1--2']);
  });

  it('keeps an answer whatever becomes of its request afterwards', () => {
    const so = cardOf('toimiala-1', { outcome: 'withdrawn', on: null, answers: {} })(
      cardOf('toimiala-1')(cardsAsked()),
    );
    expect(contextOf(so).asked['answer-toimiala-1']).toMatchObject({
      outcome: 'answered',
      answers: { status: 'on-track' },
    });
  });

  it('is not compiled without a card before its day has gone, and then closes the open requests', () => {
    const so = cardOf('toimiala-1')(cardsAsked());
    const refused = so.refuses('compile', { summary: 'x' });
    expect(refused.code).toBe('indicator-card/cards-missing');
    expect(refused.detail.en).toContain('toimiala-2');
    const end = so.when('compile', { summary: 'x' }, { at: '2026-05-04T10:00:00+03:00' });
    expect(told(end)).toEqual(sectors.map((sector) => `answer-${sector} close-request`));
  });

  it('hands over or withdraws the request of an owner that leaves, and asks one that joins', () => {
    const change = (joined: object[], left: object[]) => ({ joined, left, reason: 'Organisaatio muuttui.' });
    const newSector = { organisation: 'toimiala-9', kind: 'other' };
    const replaced = cardsAsked().when(
      'change-parties',
      change([newSector], [{ organisation: 'toimiala-1', successor: 'toimiala-9' }]),
    );
    expect(told(replaced)).toEqual(['answer-toimiala-1 succeed']);
    expect(replaced.effects.children).toEqual([]);
    const joined = cardsAsked().when('change-parties', change([newSector], []));
    expect(joined.effects.children.map(({ key }) => key)).toEqual(['answer-toimiala-9']);
    const left = cardsAsked().when('change-parties', change([], [{ organisation: 'toimiala-1', successor: null }]));
    expect(told(left)).toEqual(['answer-toimiala-1 withdraw-unanswered']);
  });

  it('moves the open requests along with its own dates', () => {
    const so = cardOf('toimiala-1')(cardsAsked()).when('reschedule', {
      dates: { statusDue: { on: '2026-05-05', basis: 'requested' } },
      reason: 'Kiire.',
    });
    expect(told(so)).toEqual(sectors.slice(1).map((sector) => `answer-${sector} reschedule`));
    expect(so.instance.deadlines.statusDue).toMatchObject({ dueOn: '2026-05-05', status: 'open' });
  });

  it('goes from the requests to the compilation, or is cancelled, and its log gives the same state', () => {
    for (const end of [last(indicatorCards()), last(cancelledCards())]) {
      const { instance, differences } = folded(indicatorCard, end);
      expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
    }
    expect(last(indicatorCards()).instance.status).toBe('closed');
    expect(told(last(cancelledCards()))).toContain('answer-toimiala-1 withdraw');
  });
});
