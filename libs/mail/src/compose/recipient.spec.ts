import { civilDate, type Register } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { titleOf } from './ask-role';
import { registryCopy } from '../templates/registry-copy.template';
import { compose } from './compose';
import { askedOf, lacksRegistry, recipientOf } from './recipient';

const register = exampleRegister();
const on = civilDate('2026-08-18');

it.each([
  ['016', 'respondent', 'lauri.esimerkki@asikkala.example.invalid'],
  ['016', 'manager', 'niilo.esimerkki@asikkala.example.invalid'],
  ['09', 'coordinator', 'eero.esimerkki@paijatha.example.invalid'],
  ['09', 'hyte-johtaja', 'aino.esimerkki@paijatha.example.invalid'],
  ['jarjesto-1', 'respondent', 'outi.mallikas@jarjesto1.example.invalid'],
])('a mail to %s, %s, goes to %s', (organisation, audience, email) => {
  expect(recipientOf(register, { organisation, audience }, on)?.email).toBe(email);
});

describe('what is for the registry', () => {
  const to = { organisation: '09', audience: 'registry' };
  const { registry: _left, ...county } = register.county;
  const holder = register.contacts.filter(({ roles }) => roles.some(({ role }) => role === 'registry'));
  const others = register.contacts.filter((contact) => !holder.includes(contact));

  it('goes to its own address, else to whoever holds the role, else to the coordinator, who is told why', () => {
    const cases = [
      [register, 'kirjaamo@paijatha.example.invalid', false],
      [{ ...register, county }, holder[0]?.email, false],
      [{ ...register, county, contacts: others }, 'eero.esimerkki@paijatha.example.invalid', true],
    ] as const;
    for (const [of, email, lacking] of cases) {
      expect([recipientOf(of, to, on)?.email, lacksRegistry(of, to, on)]).toEqual([email, lacking]);
    }
    expect(recipientOf({ ...register, county, contacts: [] }, to, on)).toBeUndefined();
  });

  it('says so in the mail', () => {
    const notification = { template: 'registry-copy', to, data: { ...registryCopy.sample, concerns: '016' } };
    const write = (of: Register) => {
      const recipient = recipientOf(of, to, on);
      if (!recipient) throw new Error('nobody');
      return compose({ notification, register: of, recipient, on }).text;
    };
    const missing = 'Rekisterissä ei ole kirjaamon osoitetta, joten jäljennös tuli sinulle.';
    expect(write(register)).not.toContain(missing);
    expect(write({ ...register, county, contacts: others })).toContain(missing);
  });
});

it('reaches nobody in an organisation that is not in the register', () => {
  expect(recipientOf(register, { organisation: '999', audience: 'respondent' }, on)).toBeUndefined();
});

it('names the coordinator for questions under a title, and the registry where there is none', () => {
  expect(askedOf(register, on, undefined)).toMatchObject({ role: { sv: 'koordinatorn för kontaktytor' } });
  expect(askedOf({ ...register, contacts: [] }, on, undefined)).toMatchObject({
    role: { fi: 'kirjaamo' },
    email: 'kirjaamo@paijatha.example.invalid',
  });
  expect(titleOf(['coordinator', 'something-of-their-own']).fi).toBe('koordinaattori');
});

it('names the address for answers where there is neither a coordinator nor a registry, and nobody without one', () => {
  const { registry: _left, ...county } = register.county;
  const bare = { ...register, county, contacts: [] };
  expect(askedOf(bare, on, 'vastaukset@alue.test')).toMatchObject({
    role: { sv: 'välfärdsområdet' },
    email: 'vastaukset@alue.test',
  });
  expect(askedOf(bare, on, undefined)).toBeUndefined();
  expect(askedOf({ ...register, county }, on, undefined)?.email).toBe('eero.esimerkki@paijatha.example.invalid');
});

it('calls the coordinator by a title that is held on the day', () => {
  const dated = register.contacts.map((contact) => ({
    ...contact,
    roles: contact.roles.map((held) =>
      held.role === 'yhdyspintakoordinaattori' ? { ...held, validTo: civilDate('2026-08-17') } : held,
    ),
  }));
  expect(askedOf({ ...register, contacts: dated }, on, undefined)?.role.fi).toBe('koordinaattori');
});
