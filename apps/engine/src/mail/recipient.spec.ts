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
