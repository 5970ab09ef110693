import { civilDate, instant } from '@app/domain';
import { recipientOf } from '@app/mail';
import type { Notification, Store } from '@app/store';
import { findDefinition } from '@app/workflows';
import { askedOfAsikkala } from '../../../../test/support/asked-of-asikkala';
import { exampleRegister } from '../../../../test/support/example-area';
import { given } from '../../../../test/support/given';
import { settingsWith } from '../../test/settings';
import { Letters } from './letters';

const at = '2026-05-25T09:00:00+03:00';
const register = exampleRegister();
const to = { organisation: '09', audience: 'registry' };

/** The registry copy of an answer with two files, of one of which the name has been erased. */
function copy(): Notification {
  const answered = given(findDefinition('information-request')!, askedOfAsikkala, { at }).when(
    'record-answer',
    { answers: { efforts: 'Liikuntaa.' } },
    { role: 'respondent' },
  );
  const filed = answered.effects.notifications.find(({ template }) => template === 'registry-copy');
  const documents = ['d1', 'd2'].map((id) => ({ id, publicity: 'restricted' }));
  return {
    id: '09.test.n9',
    county: '09',
    workflow: '09.test',
    template: 'registry-copy',
    to,
    link: false,
    owedAt: instant(at),
    data: { ...(filed?.data as object), documents },
  } as never;
}

it('tells the registry what the files are called today, and names a mail so that nobody can guess it', async () => {
  const store = {
    deliveries: { messageSecret: () => Promise.resolve(new Uint8Array(32).fill(1)) },
    documents: { names: () => Promise.resolve(new Map([['d1', 'Kortti Äänekoski.pdf']])) },
  } as unknown as Store;
  const letters = new Letters(store, settingsWith({}));
  await letters.onModuleInit();
  const recipient = recipientOf(register, to, civilDate('2026-05-25'));
  if (!recipient) throw new Error('The county has no registry');
  const batch = { notifications: [copy()], register, recipient, now: instant(at) };
  const written = await letters.write('09.test.n9', batch);
  const { mail, kept } = written;
  expect(mail.text).toContain('– Kortti Äänekoski.pdf, ');
  expect(mail.text).toContain('– d2, ');
  expect(kept).toMatchObject({ sentTo: recipient.email });
  expect(kept.messageId).toMatch(/^<09\.test\.n9\.[0-9a-f]{32}@/);
  expect(letters.outgoing(batch, written)).toMatchObject({ messageId: kept.messageId });
});
