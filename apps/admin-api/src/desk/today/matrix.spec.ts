import { addDays, civilDate, helsinkiInstant, type Organisation, type Register } from '@app/domain';
import type { Owing } from '@app/store';
import { exampleRegister } from '../../../../../test/support/example-area';
import { asking, askedOrganisations } from './matrix';

const county = 308;
const idOf = (number: number) => String(number).padStart(3, '0');
const register = (): Register => {
  const example = exampleRegister();
  const [model] = example.organisations.filter(({ kind }) => kind === 'municipality');
  const organisations = Array.from({ length: county }, (_, number): Organisation => {
    const name = `Kunta ${idOf(number)}`;
    return { ...(model as Organisation), id: idOf(number), name: { fi: name, sv: name }, cases: undefined as never };
  });
  return { ...example, organisations };
};
const owing = (number: number, overdue: number, days: number): Owing => ({
  organisation: idOf(number),
  open: 3,
  overdue,
  soon: 0,
  nextDueAt: helsinkiInstant(addDays(civilDate('2026-06-01'), days), '16:15'),
});

it('asks in the workflows that ask one organisation for one thing', () => {
  expect(asking).toEqual(['information-request', 'board-handling']);
});

describe('the organisations of a large county', () => {
  const owed = [owing(200, 1, -3), owing(7, 2, -1), owing(50, 0, 5), { ...owing(0, 0, 9), organisation: 'ngo-a' }];
  const order = (by: 'overdue' | 'due' | 'name') => askedOrganisations(register(), owed, { order: by, language: 'fi' });

  it('are all there once, whoever else owes an answer among them', () => {
    for (const by of ['overdue', 'due', 'name'] as const) {
      expect(order(by)).toHaveLength(county + 1);
      expect(new Set(order(by)).size).toBe(county + 1);
    }
  });

  it('come in the order that was asked for', () => {
    expect(order('overdue').slice(0, 5)).toEqual(['007', '200', '050', 'ngo-a', '000']);
    expect(order('due').slice(0, 5)).toEqual(['200', '007', '050', 'ngo-a', '000']);
    expect(order('name').slice(0, 3)).toEqual(['000', '001', '002']);
  });
});
