import { instant } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { Registers } from './registers';

const now = instant('2026-05-25T06:00:00Z');

it('know a colleague who was named after they were read', async () => {
  let register = exampleRegister();
  const [somebody] = register.contacts;
  if (!somebody) throw new Error('nobody is in the register');
  const registers = new Registers({
    register: { withColleagues: async () => register, version: async () => String(register.contacts.length) } as never,
  });
  await registers.at('09', now);
  register = { ...register, contacts: [...register.contacts, { ...somebody, id: 'colleague-1' }] };
  const ids = async (audience: string) =>
    (await registers.at('09', now, { organisation: '016', audience }))?.contacts.map(({ id }) => id);
  expect(await ids('respondent')).not.toContain('colleague-1');
  expect(await ids('contact:colleague-1')).toContain('colleague-1');
});
