import { civilDate, type CivilDate } from '../calendar/civil-date';
import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { handOver, type HandOver } from './hand-over';
import type { Register } from './register';
import { registerFile } from './register-file';
import { holderOf, rolesOn } from './seats';

const on = civilDate('2026-09-01');
const person = (id: string, more: object = {}) => ({
  ...fileContact,
  id,
  name: id,
  email: `${id}@kunta.test`,
  roles: [],
  ...more,
});
const withContacts = (...contacts: object[]): Register =>
  registerIn(fileRegister({ organisations: [fileMunicipality('016'), fileMunicipality('081')], contacts }));

const register = withContacts(
  person('aino', {
    roles: [
      'manager',
      { role: 'contact', validFrom: '2026-01-01', validTo: '2027-12-31' },
      { role: 'sihteeri', validTo: '2026-06-30' },
    ],
    interfaces: ['osallisuus', 'harrastaminen'],
  }),
  person('eero', { interfaces: ['harrastaminen'] }),
  person('helmi', { of: '081' }),
  person('venla', { validFrom: '2026-10-01' }),
);

function done(order: Partial<HandOver>, from = register): Register {
  const answer = handOver(from, { from: 'aino', to: 'eero', on, ...order });
  if ('findings' in answer) throw new Error(JSON.stringify(answer.findings));
  return answer.register;
}

function refused(order: Partial<HandOver>, from = register) {
  const answer = handOver(from, { from: 'aino', to: 'eero', on, ...order });
  if (!('findings' in answer)) throw new Error('it was handed over');
  return answer.findings.map(({ code, entry, message }) => [code, entry, message.en]);
}

const contactIn = ({ contacts }: Register, id: string) => {
  const contact = contacts.find((candidate) => candidate.id === id);
  if (!contact) throw new Error(`${id} is gone`);
  return contact;
};

describe('handing over', () => {
  it('ends the roles of the one on the day before and begins those of the other on the day', () => {
    const after = done({});
    expect(contactIn(after, 'aino').roles).toEqual([
      { role: 'manager', validTo: '2026-08-31' },
      { role: 'contact', validFrom: '2026-01-01', validTo: '2026-08-31' },
      { role: 'sihteeri', validTo: '2026-06-30' },
    ]);
    expect(contactIn(after, 'eero').roles).toEqual([
      { role: 'manager', validFrom: '2026-09-01' },
      { role: 'contact', validFrom: '2026-09-01', validTo: '2027-12-31' },
    ]);
    const managerOn = (day: string) => holderOf(after.contacts, '016', 'manager', civilDate(day))?.id;
    expect(['2026-08-31', '2026-09-01'].map(managerOn)).toEqual(['aino', 'eero']);
    expect(contactIn(after, 'aino').interfaces).toEqual(['osallisuus', 'harrastaminen']);
  });

  it('leaves the register as it was, and makes one that a file can hold', () => {
    const before = structuredClone(register);
    const after = done({});
    expect(register).toEqual(before);
    expect(registerIn(registerFile(after))).toEqual(after);
  });

  it('of some roles leaves the others', () => {
    const after = done({ roles: ['contact'] });
    expect(rolesOn(contactIn(after, 'aino'), on)).toEqual(['manager']);
    expect(rolesOn(contactIn(after, 'eero'), on)).toEqual(['contact']);
  });

  it('takes the interfaces along at once, each once', () => {
    const after = done({ roles: [], interfaces: true });
    expect(contactIn(after, 'aino')).toMatchObject({ interfaces: [], roles: contactIn(register, 'aino').roles });
    expect(contactIn(after, 'eero')).toMatchObject({ interfaces: ['harrastaminen', 'osallisuus'], roles: [] });
  });

  it('after the one has left goes on from what was held last', () => {
    const left = withContacts(person('aino', { roles: ['manager'], validTo: '2026-08-31' }), person('eero'));
    expect(contactIn(done({}, left), 'eero').roles).toEqual([{ role: 'manager', validFrom: '2026-09-01' }]);
    const ended = withContacts(person('aino', { roles: [{ role: 'manager', validTo: '2026-08-31' }] }), person('eero'));
    expect(contactIn(done({ roles: ['manager'] }, ended), 'eero').roles).toEqual([
      { role: 'manager', validFrom: '2026-09-01' },
    ]);
  });

  it('takes from the one also what was to begin later, and gives the other nothing twice', () => {
    const later = withContacts(
      person('aino', { roles: ['contact', { role: 'contact', validFrom: '2027-01-01' }] }),
      person('eero', { roles: ['contact'] }),
    );
    const after = done({}, later);
    expect(contactIn(after, 'aino').roles).toEqual([{ role: 'contact', validTo: '2026-08-31' }]);
    expect(contactIn(after, 'eero').roles).toEqual([{ role: 'contact' }]);
  });

  it('and back again ends well', () => {
    const back = done({ from: 'eero', to: 'aino', on: civilDate('2027-03-01') }, done({}));
    const holders = ['2026-08-31', '2027-02-28', '2027-03-01'].map(
      (day) => holderOf(back.contacts, '016', 'manager', day as CivilDate)?.id,
    );
    expect(holders).toEqual(['aino', 'eero', 'aino']);
    expect(registerIn(registerFile(back))).toEqual(back);
  });
});

describe('a handover that cannot be', () => {
  it.each<[string, Partial<HandOver>, string, string, string]>([
    ['from nobody', { from: 'x' }, 'unknown-contact', 'x', 'The contact x is not in the register.'],
    ['to nobody', { to: 'y' }, 'unknown-contact', 'y', 'The contact y is not in the register.'],
    ['to oneself', { to: 'aino' }, 'same-contact', 'aino', 'Choose another person.'],
    ['to another organisation', { to: 'helmi' }, 'other-organisation', 'helmi', 'aino (016) and helmi (081)'],
    [
      'to somebody who is not there yet',
      { to: 'venla' },
      'contact-not-valid',
      'venla',
      'not a valid contact on 1\u00a0September',
    ],
    [
      'of a role not held',
      { roles: ['chair'] },
      'role-not-held',
      'aino',
      'the role chair is not held on 1\u00a0September',
    ],
    ['of a role that has ended', { roles: ['sihteeri'] }, 'role-not-held', 'aino', 'the role sihteeri is not held'],
    [
      'before the role begins',
      { roles: ['contact'], on: civilDate('2026-01-01') },
      'role-not-held',
      'aino',
      'the role contact begins only on 1\u00a0January\u00a02026, so it cannot end before',
    ],
    ['of nothing', { from: 'eero', to: 'aino' }, 'role-not-held', 'eero', 'there is nothing to hand over'],
  ])('%s', (_what, order, code, entry, message) => {
    expect(refused(order)).toEqual([[code, entry, expect.stringContaining(message)]]);
  });

  it('for several reasons is told all of them', () => {
    expect(refused({ to: 'helmi', roles: ['chair', 'sihteeri'] }).map(([code]) => code)).toEqual([
      'other-organisation',
      'role-not-held',
      'role-not-held',
    ]);
    expect(refused({ from: 'x', to: 'y' }).map(([, entry]) => entry)).toEqual(['x', 'y']);
  });

  it('while a third person holds the sole role, or will', () => {
    const third = withContacts(
      person('aino', { roles: [{ role: 'manager', validTo: '2026-12-31' }] }),
      person('eero'),
      person('outi', { roles: [{ role: 'manager', validFrom: '2027-01-01' }] }),
    );
    // The rest of the time is handed over, and no more.
    expect(rolesOn(contactIn(done({}, third), 'eero'), civilDate('2026-12-31'))).toEqual(['manager']);
    const ended = withContacts(
      person('aino', { roles: [{ role: 'manager', validTo: '2026-08-31' }] }),
      person('eero'),
      person('outi', { roles: [{ role: 'manager', validFrom: '2027-01-01' }] }),
    );
    expect(refused({ roles: ['manager'] }, ended)).toEqual([
      ['two-holders', 'outi', expect.stringContaining('from 1\u00a0January\u00a02027 on: eero and outi')],
    ]);
  });
});
