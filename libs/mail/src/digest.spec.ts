import { civilDate, languages } from '@app/domain';
import { exampleRegister } from '../../../test/support/example-area';
import { owedMails } from '../../../test/support/owed-mails';
import { compose } from './compose/compose';
import { recipientOf } from './compose/recipient';
import { composeDigest } from './digest';

const register = exampleRegister();
const on = civilDate('2026-08-03');
const [first, second, third] = owedMails().filter(({ template }) => template === 'advance-assignment');
if (!first || !second || !third) throw new Error('Nobody is asked');
const found = recipientOf(register, first.to, on);
if (!found) throw new Error('Nobody is written to');
const recipient = found;
const link = (no: number) => `https://vuosikello.example.invalid/r/tunnus-${no}`;

it('of one notification is the mail that it would be alone', () => {
  const item = { notification: first, link: link(1) };
  const alone = compose({ ...item, register, recipient, on });
  expect(composeDigest({ register, recipient, on, items: [item] })).toEqual(alone);
});

it.each(languages)('says each of several, with its own link, in %s', (language) => {
  const items = [first, second, third].map((notification, no) => ({ notification, link: link(no) }));
  const reader = { ...recipient, language };
  const mail = composeDigest({ register, recipient: reader, on, items });
  for (const [no, item] of items.entries()) {
    const alone = compose({ ...item, register, recipient: reader, on });
    expect(mail.text).toContain(alone.subject);
    expect(mail.text.split(link(no))).toHaveLength(2);
    expect(mail.html).toContain(link(no));
  }
  expect(mail.subject).not.toContain('\n');
  expect(mail.text).not.toMatch(/undefined|\[object/);
});

it('of nothing is refused', () => {
  expect(() => composeDigest({ register, recipient, on, items: [] })).toThrow(RangeError);
});
