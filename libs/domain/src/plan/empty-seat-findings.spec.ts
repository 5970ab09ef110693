import { civilDate, type Contact, type Register } from '..';
import { contact, entry, findingsOf, planOf, smallRegister } from '../../test/plan-data';

const until = (one: Contact, validTo: string): Contact => ({ ...one, validTo: civilDate(validTo) });
const everybody = [
  contact('k', '09', ['coordinator', 'hyte-johtaja']),
  contact('h', '016', ['hyvinvointikoordinaattori', 'hyvinvointijohtaja', 'manager'], ['osallisuus']),
  contact('c', '09', [], ['osallisuus']),
];

function empty(entries: Parameters<typeof planOf>, contacts: Contact[]) {
  const register = smallRegister({ contacts });
  return findingsOf('empty-seat', planOf(...entries), { register }).map(
    ({ entry: id, date, others, message, severity }) => {
      expect(severity).toBe('warning');
      return [id, date, others, /nobody (.*) on /.exec(message.en)?.[1]];
    },
  );
}

const negotiation = {
  invitation: '2026-05-25',
  assignmentDue: '2026-08-17',
  negotiation: '2026-08-27',
  hyteBoard: '2026-10-15',
};

describe('empty-seat', () => {
  it('is not told where everybody is there, nor without a register', () => {
    const plan = [
      entry('n', 'hyte-negotiation', negotiation),
      entry('t', 'council-term-negotiation', { negotiation: '2026-11-12', goalsWorkbook: '2026-09-30' }),
      entry('i', 'interface-board-meeting', { meeting: '2026-05-27' }, { topics: ['osallisuus'] }),
      entry('c', 'indicator-card', { statusDue: '2026-04-02' }),
      entry('a', 'term-account', { deliveredToCounty: '2026-06-30' }),
    ];
    expect(empty(plan, everybody)).toEqual([]);
    expect(findingsOf('empty-seat', planOf(...plan))).toEqual([]);
  });

  it('is told once a seat, with the first date and everybody who needs it', () => {
    const cards = ['2026-08-31', '2026-04-30'].map((statusDue, index) =>
      entry(`c-${index}`, 'indicator-card', { statusDue }),
    );
    expect(empty(cards, [])).toEqual([['c-1', '2026-04-02', ['c-0'], 'in the role coordinator of the year clock']]);
  });

  it('names every seat of a negotiation in which nobody sits', () => {
    expect(empty([entry('n', 'hyte-negotiation', negotiation)], [])).toEqual([
      ['n', '2026-05-25', undefined, 'in the role wellbeing coordinator'],
      ['n', '2026-08-17', undefined, 'in the role municipal manager'],
      ['n', '2026-03-12', undefined, 'in the role coordinator of the year clock'],
      ['n', '2026-10-15', undefined, 'in the role HYTE director'],
    ]);
  });

  it('looks at who is there on the day, and takes a deputy', () => {
    const leaving = everybody.map((one) => until(one, '2026-08-16'));
    const seats = (contacts: Contact[]) =>
      empty([entry('n', 'hyte-negotiation', negotiation)], contacts).map(([, on]) => on);
    expect(seats(leaving)).toEqual(['2026-08-17', '2026-08-17', '2026-08-17', '2026-10-15']);
    const deputies = ['hyvinvointikoordinaattori', 'manager'].map((role) =>
      contact(`d-${role}`, '016', [`deputy-of-${role}`]),
    );
    expect(seats([...leaving, ...deputies])).toEqual(['2026-08-17', '2026-10-15']);
  });

  it('wants a contact of every topic in the county and in the municipality, 28 days before the meeting', () => {
    const board = entry(
      'i',
      'interface-board-meeting',
      { meeting: '2026-05-27' },
      { topics: ['osallisuus', 'asuminen'] },
    );
    expect(empty([board], everybody)).toEqual([
      ['i', '2026-04-29', undefined, 'for the interface asuminen'],
      ['i', '2026-04-29', undefined, 'for the interface asuminen'],
    ]);
    const register = smallRegister({
      contacts: everybody,
      interfaces: [{ id: 'asuminen', name: { fi: 'Asuminen ja elinympäristö', sv: 'Boende' }, years: [2026] }],
    });
    const found = findingsOf('empty-seat', planOf(board), { register });
    expect(found.map(({ message }) => message.fi)).toEqual([
      'Alue: rekisterissä ei ole henkilöä yhdyspintaan Asuminen ja elinympäristö ke 29.4.2026, jolloin hänelle pitäisi kirjoittaa. Lisää hänet tai sijainen.',
      'Asikkala: rekisterissä ei ole henkilöä yhdyspintaan Asuminen ja elinympäristö ke 29.4.2026, jolloin hänelle pitäisi kirjoittaa. Lisää hänet tai sijainen.',
    ]);
    expect(found[0]?.path).toEqual(['entries', 0, 'dates', 'meeting', 'on']);
  });

  it('passes over a municipality that is not in the county on the day', () => {
    const account = planOf(entry('a', 'term-account', { deliveredToCounty: '2026-06-30' }));
    const [asikkala] = smallRegister().organisations;
    const left = smallRegister({ organisations: asikkala ? [{ ...asikkala, validTo: civilDate('2026-03-02') }] : [] });
    const ofAsikkala = (register: Register) =>
      findingsOf('empty-seat', account, { register }).filter(({ message }) => message.fi.startsWith('Asikkala'));
    expect(ofAsikkala(smallRegister())).toHaveLength(1);
    expect(ofAsikkala(left)).toEqual([]);
  });
});
