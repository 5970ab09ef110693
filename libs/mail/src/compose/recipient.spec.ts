import { civilDate } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { titleOf } from './ask-role';
import { askedOf, recipientOf } from './recipient';

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
