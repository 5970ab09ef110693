import type { Register } from '..';
import { contact, entry, findingsOf, planOf, smallRegister } from '../../test/plan-data';

const event = (id: string, on: string) => entry(id, 'event', { event: on });
const board = (id: string, meeting: string, topics: string[] = []) =>
  entry(id, 'interface-board-meeting', { meeting }, { topics });

function collisions(plan: unknown, register?: Register) {
  return findingsOf('collision', plan, register ? { register } : {});
}

describe('collision', () => {
  it('is one warning a day, about the entry that stands last', () => {
    const found = collisions(
      planOf(event('a', '2026-03-12'), event('b', '2026-03-10'), board('c', '2026-03-12'), event('d', '2026-03-12')),
    );
    expect(found).toEqual([
      expect.objectContaining({
        ...{ severity: 'warning', entry: 'd', others: ['a', 'c'], date: '2026-03-12', proposal: '2026-03-13' },
        path: ['entries', 3, 'dates', 'event', 'on'],
      }),
    ]);
  });

  it('is of dates on which people meet only, and of two entries only', () => {
    const report = { hyteBoard: '2026-04-23', countyExecutive: '2026-04-23' };
    expect(collisions(planOf(entry('a', 'wellbeing-report', report)))).toEqual([]);
    expect(
      collisions(planOf(event('a', '2026-03-12'), entry('b', 'hyte-negotiation', { planning: '2026-03-12' }))),
    ).toEqual([]);
    expect(
      collisions(planOf(event('a', '2026-03-12'), entry('b', 'something-new', { meeting: '2026-03-12' }))),
    ).toHaveLength(1);
  });

  it('proposes the nearest working day that is free and keeps the order of the entry', () => {
    const plan = planOf(
      event('a', '2026-04-02'),
      event('b', '2026-04-07'),
      event('c', '2026-04-01'),
      entry('d', 'event', { before: '2026-03-26', event: '2026-04-02' }),
    );
    // After Maundy Thursday comes Easter; Tuesday and Wednesday are taken.
    expect(collisions(plan)[0]).toMatchObject({ entry: 'd', proposal: '2026-03-31' });
    const late = planOf(
      event('a', '2026-04-02'),
      entry('d', 'event', { event: '2026-04-02', after: '2026-04-03', before: '2026-04-01' }),
    );
    expect(collisions(late)[0]).not.toHaveProperty('proposal');
  });

  describe('with a register', () => {
    const contacts = [
      contact('k', '09', ['coordinator']),
      contact('j', '09', ['hyte-johtaja']),
      contact('m', '016', ['deputy-of-hyvinvointikoordinaattori'], ['osallisuus']),
    ];
    const register = smallRegister({ contacts });

    it('names the coordinator of two events, and says where nobody is', () => {
      const [found] = collisions(planOf(event('a', '2026-03-12'), event('b', '2026-03-12')), register);
      expect(found?.message.en).toContain('In two places at once: Nimi k, coordinator of the year clock.');
      const other = planOf(entry('a', 'wellbeing-report', { hyteBoard: '2026-03-19' }), event('b', '2026-03-19'));
      expect(collisions(other, register)[0]?.message.en).toContain('By the register nobody has to be in both.');
    });

    it('names a contact of a topic who also answers for the municipality at the negotiation', () => {
      const plan = planOf(
        board('a', '2026-08-27', ['osallisuus']),
        entry('b', 'hyte-negotiation', { negotiation: '2026-08-27' }),
      );
      expect(collisions(plan, register)[0]?.message.fi).toContain(
        'Kahdessa paikassa yhtä aikaa: Nimi k, vuosikellon koordinaattori; Nimi m, yhteyshenkilö (osallisuus).',
      );
    });

    it('names a body that meets twice, and proposes another of its meetings', () => {
      const plan = planOf(
        entry('a', 'wellbeing-report', { hyteBoard: '2026-04-23' }),
        entry('b', 'hyte-negotiation', { hyteBoard: '2026-04-23' }),
      );
      const [found] = collisions(plan, register);
      expect(found?.message.sv).toContain('På två ställen samtidigt: hyte-lautakunta (sv); Nimi j, hyte-direktör.');
      expect(found?.proposal).toBe('2026-03-19');
    });
  });
});
