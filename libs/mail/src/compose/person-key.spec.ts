import type { Register } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { personKey } from './person-key';

const register = exampleRegister();
const keyOf = (email: string, of: Register = register) => personKey(of, { via: 'holder', email, language: 'fi' });

it('is the id of the contact, whatever the role', () => {
  const [contact] = register.contacts;
  expect(contact && keyOf(contact.email)).toBe(contact?.id);
});

it('is one for contacts with one mailbox, however its address is written', () => {
  const [first, second, ...others] = register.contacts;
  if (!first || !second) throw new Error('The example has no contacts');
  const shared = { ...register, contacts: [{ ...second, email: first.email.toUpperCase() }, first, ...others] };
  const [smallest] = [first.id, second.id].sort();
  expect([keyOf(first.email, shared), keyOf(first.email.toUpperCase(), shared)]).toEqual([smallest, smallest]);
});

it('of a mailbox that only registries have is named after the organisation, never after the address', () => {
  const { registry = '' } = register.county;
  expect(keyOf(registry)).toBe('registry:09');
  const sharing = register.organisations.map((organisation) => ({ ...organisation, registry }));
  const smallest = [...register.organisations.map(({ id }) => id), '09'].sort()[0];
  expect(keyOf(registry, { ...register, organisations: sharing })).toBe(`registry:${smallest}`);
});

it('is the person where a registry has the address of a person', () => {
  const [contact] = register.contacts;
  if (!contact) throw new Error('The example has no contacts');
  expect(keyOf(contact.email, { ...register, county: { ...register.county, registry: contact.email } })).toBe(
    contact.id,
  );
});
