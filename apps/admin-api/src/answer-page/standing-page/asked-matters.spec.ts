import { instant } from '@app/domain';
import { childrenOf, negotiation, request } from '../../../../../test/support/example-paths';
import { openMatters } from './asked-matters';

const asked = childrenOf(negotiation()).find(({ key }) => key === 'answer-016')?.data;
const steps = request(asked as never);

it('an organisation is told that the date has passed, and not that its manager was written to', () => {
  const escalated = steps.find(({ instance }) => instance.state.endsWith('escalated'))?.instance;
  const overdue = steps.find(({ instance }) => instance.state.endsWith('overdue'))?.instance;
  const states = [escalated, overdue].flatMap((instance) =>
    openMatters(instance ? [instance] : [], {
      organisation: '016',
      language: 'fi',
      now: instant('2026-08-20T06:00:00.000Z'),
    }).map(({ state }) => state),
  );
  expect(states).toEqual(['Vastauspäivä on kulunut', 'Vastauspäivä on kulunut']);
});
