import { type Instant, instant } from '@app/domain';
import { deliveriesOf, type StoredDelivery } from './deliveries';

const morning = instant('2026-08-10T05:00:00Z');
const mail = (
  template: string,
  state: StoredDelivery['state'],
  more: Partial<StoredDelivery> = {},
): StoredDelivery => ({
  template,
  state,
  bounced: null,
  owedAt: morning,
  sentAt: state === 'accepted' ? instant('2026-08-10T05:02:00Z') : null,
  ...more,
});

describe('what became of the mails to an organisation', () => {
  it('is said of each that asks for something, those of this morning too', () => {
    const bounced: { at: Instant; status: string } = { at: instant('2026-05-25T07:00:00Z'), status: '5.1.1' };
    const asked = { owedAt: instant('2026-05-24T21:30:00Z'), sentAt: instant('2026-05-25T05:00:00Z'), bounced };
    const said = deliveriesOf([
      mail('reminder', 'queued'),
      mail('receipt', 'accepted'),
      mail('reminder', 'accepted'),
      mail('advance-assignment', 'accepted', asked),
    ]);
    expect(said).toEqual([
      { on: '2026-05-25', what: 'asked', as: 'bounced', status: '5.1.1' },
      { on: '2026-08-10', what: 'reminded', as: 'waiting' },
      { on: '2026-08-10', what: 'reminded', as: 'handed-over' },
    ]);
  });

  it.each([
    ['rejected', 'not-sent'],
    ['suppressed', 'held-back'],
    ['unknown', 'unknown'],
    ['sending', 'waiting'],
    ['deferred', 'waiting'],
  ] as const)('is told apart: %s', (state, as) => {
    expect(deliveriesOf([mail('overdue', state)])).toEqual([{ on: '2026-08-10', what: 'overdue', as }]);
  });
});
