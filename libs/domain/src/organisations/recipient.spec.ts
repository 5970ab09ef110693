import { civilDate } from '../calendar/civil-date';
import { lastMeetingBefore, nextMeeting } from './meetings';
import { actsFor, recipientFor } from './recipient';
import type { Contact, Register } from './register';
import { audienceOrRole, audienceRole, holderOf, presenterRole, rolesOn } from './seats';

const name = { fi: 'Nimi', sv: 'Namn' };
const today = civilDate('2026-08-17');

function contact(id: string, of: string, roles: string[], validity: Omit<Partial<Contact>, 'roles'> = {}): Contact {
  const held = roles.map((role) => ({ role }));
  return { id, of, roles: held, name: id, email: `${id}@a.test`, language: 'fi', interfaces: [], ...validity };
}

const body = (id: string, presenter?: string) => ({
  id,
  of: '09',
  name,
  materialsDaysBefore: 7,
  extractDaysAfter: 4,
  meetings: [],
  ...(presenter === undefined ? {} : { presenter }),
});

const register: Register = {
  county: { code: '09', name, languages: ['fi'], registry: 'kirjaamo@alue.test', closes: '16:15' },
  bodies: [body('executive', 'director'), body('council', 'executive'), body('board'), body('a', 'b'), body('b', 'a')],
  organisations: [
    { id: '016', kind: 'municipality', name, languages: ['sv', 'fi'], registry: 'kirjaamo@kunta.test' },
    { id: 'sector', kind: 'sector', of: '09', name, languages: ['fi'] },
    { id: 'ngo', kind: 'ngo', name, languages: ['fi'] },
  ],
  interfaces: [],
  changes: [],
  contacts: [
    contact('boss', '09', ['coordinator']),
    contact('old', '016', ['hyvinvointikoordinaattori'], { validTo: civilDate('2026-06-30') }),
    contact('new', '016', ['hyvinvointikoordinaattori', 'contact'], {
      validFrom: civilDate('2026-09-01'),
      language: 'sv',
    }),
    contact('deputy', '016', ['deputy-of-hyvinvointikoordinaattori']),
    contact('second', '016', ['manager']),
    contact('third', '016', ['manager']),
    contact('member', 'ngo', ['contact']),
  ],
};

describe('seats', () => {
  it('knows which role answers', () => {
    expect(audienceRole('municipality', 'respondent')).toBe('hyvinvointikoordinaattori');
    expect(audienceRole('ngo', 'respondent')).toBe('contact');
    expect(audienceRole('sector', 'respondent')).toBe('contact');
    expect(audienceRole('municipality', 'manager')).toBe('manager');
    expect(audienceRole('county', 'coordinator')).toBe('coordinator');
  });

  it.each([
    ['2026-06-30', 'old'],
    ['2026-07-01', undefined],
    ['2026-08-31', undefined],
    ['2026-09-01', 'new'],
  ])('on %s the coordinator is %s', (on, id) => {
    expect(holderOf(register.contacts, '016', 'hyvinvointikoordinaattori', civilDate(on))?.id).toBe(id);
  });

  it('are named by an audience or by a role of the register', () => {
    expect(audienceOrRole('respondent')).toBe('respondent');
    expect(audienceOrRole('hyte-johtaja')).toEqual({ role: 'hyte-johtaja' });
  });

  it('takes the first in the register of several', () => {
    expect(holderOf(register.contacts, '016', 'manager', today)?.id).toBe('second');
  });

  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['contact']],
    ['2026-06-01', ['contact', 'manager']],
    ['2026-09-30', ['contact', 'manager']],
    ['2026-10-01', ['contact']],
    ['2026-12-31', ['contact']],
    ['2027-01-01', []],
  ])('on %s somebody with dates of the person and of the role holds %j', (day, roles) => {
    const dated: Contact = {
      ...contact('dated', '016', ['contact'], { validFrom: civilDate('2026-03-01'), validTo: civilDate('2026-12-31') }),
      roles: [
        { role: 'contact' },
        { role: 'manager', validFrom: civilDate('2026-06-01'), validTo: civilDate('2026-09-30') },
        { role: 'contact', validTo: civilDate('2026-04-30') },
      ],
    };
    expect(rolesOn(dated, civilDate(day))).toEqual(roles);
    for (const role of ['contact', 'manager']) {
      expect(holderOf([dated], '016', role, civilDate(day))?.id).toBe(roles.includes(role) ? 'dated' : undefined);
    }
  });

  it('follows a body that presents to another to the role behind it, and never in a circle', () => {
    expect(presenterRole(register, 'executive')).toBe('director');
    expect(presenterRole(register, 'council')).toBe('director');
    expect(presenterRole(register, 'board')).toBeUndefined();
    expect(presenterRole(register, 'a')).toBeUndefined();
    expect(presenterRole(register, 'unknown')).toBeUndefined();
  });
});

describe('the tasks of a seat', () => {
  const tasks = (id: string, of: string, to: Parameters<typeof actsFor>[3], on: string) => {
    const whose = register.contacts.find((candidate) => candidate.id === id);
    return whose && actsFor(register, whose, of, to, civilDate(on));
  };

  it.each([
    ['2026-06-30', 'old'],
    ['2026-07-01', 'deputy'],
    ['2026-08-31', 'deputy'],
    ['2026-09-01', 'new'],
  ])('are on %s those of the %s', (on, id) => {
    const all = ['old', 'deputy', 'new'];
    expect(all.filter((candidate) => tasks(candidate, '016', 'respondent', on))).toEqual([id]);
  });

  it('are those of everybody who holds it, and of nobody in another organisation', () => {
    expect(tasks('second', '016', 'manager', '2026-08-17')).toBe(true);
    expect(tasks('third', '016', 'manager', '2026-08-17')).toBe(true);
    expect(tasks('member', '016', { role: 'contact' }, '2026-08-17')).toBe(false);
    expect(tasks('boss', '016', 'coordinator', '2026-08-17')).toBe(true);
    expect(tasks('boss', '999', 'respondent', '2026-08-17')).toBe(false);
  });
});

describe('recipientFor', () => {
  it('goes to the holder in the holder’s language', () => {
    expect(recipientFor(register, '016', 'respondent', civilDate('2026-09-01'))).toEqual({
      via: 'holder',
      contactId: 'new',
      name: 'new',
      email: 'new@a.test',
      language: 'sv',
    });
  });

  it('goes to the deputy while the seat is empty', () => {
    expect(recipientFor(register, '016', 'respondent', today)).toMatchObject({ via: 'deputy', contactId: 'deputy' });
  });

  it('goes to the registry when there is no deputy either, in the organisation’s first language', () => {
    expect(recipientFor(register, '016', 'presenter', today)).toEqual({
      via: 'registry',
      email: 'kirjaamo@kunta.test',
      language: 'sv',
    });
  });

  it('goes to the county’s registry for a sector that has none', () => {
    expect(recipientFor(register, 'sector', 'respondent', today)).toMatchObject({ email: 'kirjaamo@alue.test' });
  });

  it('means the county’s coordinator whichever organisation the matter concerns', () => {
    expect(recipientFor(register, '016', 'coordinator', today)).toMatchObject({ contactId: 'boss' });
    expect(recipientFor(register, 'ngo', 'coordinator', today)).toMatchObject({ contactId: 'boss' });
  });

  it('accepts a role by name, also in the county', () => {
    expect(recipientFor(register, '016', { role: 'contact' }, civilDate('2026-09-01'))).toMatchObject({
      contactId: 'new',
    });
    expect(recipientFor(register, '09', { role: 'director' }, today)).toMatchObject({
      via: 'registry',
      email: 'kirjaamo@alue.test',
    });
  });

  it('is nobody in a county that has no registry yet', () => {
    const { registry: _left, ...county } = register.county;
    const bare = { ...register, county };
    expect(recipientFor(bare, '09', { role: 'director' }, today)).toBeUndefined();
    expect(recipientFor(bare, 'sector', 'respondent', today)).toBeUndefined();
    expect(recipientFor({ ...bare, contacts: [] }, '016', 'coordinator', today)).toBeUndefined();
    expect(recipientFor({ ...bare, contacts: [] }, '016', 'respondent', today)).toMatchObject({ via: 'registry' });
  });

  it('is nobody where there is no address, and where the organisation is unknown', () => {
    expect(recipientFor(register, 'ngo', 'respondent', today)).toMatchObject({ contactId: 'member' });
    expect(recipientFor(register, 'ngo', 'manager', today)).toMatchObject({ contactId: 'member' });
    expect(recipientFor(register, 'ngo', { role: 'chair' }, today)).toBeUndefined();
    expect(recipientFor(register, '999', 'respondent', today)).toBeUndefined();
  });
});

describe('meetings', () => {
  const board = { meetings: ['2026-06-09', '2026-08-11', '2026-09-15'].map(civilDate) };

  it('finds the one strictly after and the one strictly before', () => {
    expect(nextMeeting(board, civilDate('2026-08-10'))).toBe('2026-08-11');
    expect(nextMeeting(board, civilDate('2026-08-11'))).toBe('2026-09-15');
    expect(nextMeeting(board, civilDate('2026-09-15'))).toBeUndefined();
    expect(lastMeetingBefore(board, civilDate('2026-08-17'))).toBe('2026-08-11');
    expect(lastMeetingBefore(board, civilDate('2026-08-11'))).toBe('2026-06-09');
    expect(lastMeetingBefore(board, civilDate('2026-06-09'))).toBeUndefined();
  });
});

describe('the contact of an interface', () => {
  const to = audienceOrRole('interface:housing');
  const own = contact('own', '016', ['secretary'], { interfaces: ['housing'] });
  const both = contact('both', '016', [], { interfaces: ['housing'] });
  const manned: Register = { ...register, contacts: [...register.contacts, own, both] };

  it('is written to first; without one, whoever answers for the organisation, else its registry', () => {
    expect(recipientFor(manned, '016', to, today)).toMatchObject({ via: 'holder', contactId: 'own' });
    expect(recipientFor(register, 'ngo', to, today)).toMatchObject({ via: 'deputy', contactId: 'member' });
    expect(recipientFor(register, '016', to, today)).toMatchObject({ via: 'deputy', contactId: 'deputy' });
    const nobody: Register = { ...register, contacts: [] };
    expect(recipientFor(nobody, '016', to, today)).toMatchObject({ via: 'registry', email: 'kirjaamo@kunta.test' });
    expect(recipientFor(nobody, '999', to, today)).toBeUndefined();
  });

  it('has the tasks of the interface, and nobody else while there is one', () => {
    const member = contact('member', 'ngo', ['contact']);
    const friend = contact('friend', 'ngo', [], { interfaces: ['housing'] });
    expect([own, both].map((one) => actsFor(manned, one, '016', to, today))).toEqual([true, true]);
    expect(actsFor(register, member, 'ngo', to, today)).toBe(true);
    expect(actsFor({ ...register, contacts: [member, friend] }, member, 'ngo', to, today)).toBe(false);
  });
});
