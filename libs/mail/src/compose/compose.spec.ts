import { civilDate, languages, type Recipient, type Register } from '@app/domain';
import { MailDataError } from '../template';
import { definitions, type Json, type OwedNotification } from '@app/workflows';
import { exampleRegister } from '../../../../test/support/example-area';
import { owedMails } from '../../../../test/support/owed-mails';
import { compose, ComposeError } from './compose';
import { recipientOf } from './recipient';

const register = exampleRegister();
const on = civilDate('2026-08-18');
const link = 'https://vuosikello.example.invalid/r/abc';

function recipientIn(to: OwedNotification['to'], of: Register = register): Recipient {
  const recipient = recipientOf(of, to, on);
  if (!recipient) throw new Error(`Nobody is ${to.audience} in ${to.organisation}`);
  return recipient;
}

/** Organisations other than municipalities need not have a manager; a mail to one is settled without being sent. */
function contactOf(organisation: string): Recipient {
  return recipientIn({ organisation, audience: 'respondent' });
}

describe('every mail that a definition owes', () => {
  const owed = owedMails();

  it('is among those of the histories', () => {
    const promised = new Set(definitions.flatMap(({ mails }) => mails));
    expect(new Set(owed.map(({ template }) => template))).toEqual(promised);
  });

  it('can be written to somebody in the register, in each language', () => {
    for (const notification of owed) {
      const recipient = recipientOf(register, notification.to, on) ?? contactOf(notification.to.organisation);
      for (const language of languages) {
        const mail = compose({
          notification,
          register,
          recipient: { ...recipient, language },
          on,
          link: notification.link ? link : undefined,
        });
        expect(mail.subject).toMatch(/^\S.*\S$/);
        expect(mail.text).not.toMatch(/undefined|\[object|\bnull\b/);
        expect(mail.text.includes(link)).toBe(notification.link === true);
      }
    }
  });
});

describe('a mail', () => {
  const answer = owedMails().find(({ template, to }) => template === 'advance-assignment' && to.organisation === '398');
  if (!answer) throw new Error('Lahti is asked for nothing');
  const written = (language: Recipient['language'], of = register) =>
    compose({ notification: answer, register: of, recipient: { ...recipientIn(answer.to, of), language }, on, link });

  it('names the place of the negotiation as its town is called in the language', () => {
    const { negotiation, ...data } = answer.data as { negotiation: Record<string, Json> };
    const inLahti = { ...answer, data: { ...data, negotiation: { ...negotiation, place: 'Lahti' } } };
    const recipient = recipientIn(answer.to);
    const textIn = (language: Recipient['language']) =>
      compose({ notification: inLahti, register, recipient: { ...recipient, language }, on }).text;
    expect(textIn('fi')).toContain('Lahdessa');
    expect(textIn('sv')).toContain('i Lahtis');
  });

  it('names both towns where the negotiation moves from one to another', () => {
    const moved = owedMails().find(({ template, data }) => {
      const { negotiation } = data as { negotiation?: { place?: string } };
      return template === 'rescheduled' && negotiation?.place === 'Heinola';
    });
    if (!moved) throw new Error('no negotiation moves to Heinola');
    const recipient: Recipient = { ...recipientIn(moved.to), language: 'fi' };
    const { text } = compose({ notification: moved, register, recipient, on });
    expect(text).toMatch(/Neuvottelu on .* Heinolassa\. Sen piti olla .* Lahdessa\./);
  });

  it("says that the county's coordinator answers questions", () => {
    expect(written('fi').text).toContain('yhdyspintakoordinaattori (eero.esimerkki@paijatha.example.invalid)');
  });

  it('sends questions to the registry where nobody is the coordinator', () => {
    const contacts = register.contacts.filter(({ roles }) => !roles.some(({ role }) => role === 'coordinator'));
    expect(written('sv', { ...register, contacts }).text).toContain(
      'registratorskontoret (kirjaamo@paijatha.example.invalid)',
    );
  });

  it('sends questions to the address for answers where the county has no registry, and is not written without one', () => {
    const { registry: _left, ...county } = register.county;
    const bare = { ...register, county, contacts: [] };
    const facts = { notification: answer, register: bare, recipient: recipientIn(answer.to), on, link };
    expect(compose({ ...facts, replyTo: 'vastaukset@alue.test' }).text).toContain(
      'Kysymyksiin vastaa hyvinvointialue (vastaukset@alue.test).',
    );
    expect(() => compose(facts)).toThrow(ComposeError);
    expect(() => compose(facts)).toThrow(/county 09: .* or set MAIL_REPLY_TO/);
  });

  it('is about the organisation that it concerns, whoever gets it', () => {
    const proposal = owedMails().find(
      ({ template, data }) => template === 'escalation-proposed' && concerns(data, '016'),
    );
    if (!proposal) throw new Error('nothing is proposed about Asikkala');
    const mail = compose({ notification: proposal, register, recipient: recipientIn(proposal.to), on });
    expect(recipientIn(proposal.to).email).toBe('eero.esimerkki@paijatha.example.invalid');
    expect(mail.subject).toContain('Asikkala');
  });

  it('is not written with data that does not fit', () => {
    const { dueAt: _left, ...data } = answer.data as Record<string, Json>;
    const broken = { ...answer, data };
    expect(() => compose({ notification: broken, register, recipient: recipientIn(answer.to), on })).toThrow(
      MailDataError,
    );
  });

  it('is not written about an organisation that the register does not know, or by a name nobody knows', () => {
    const recipient = recipientIn(answer.to);
    const about = { ...answer, to: { ...answer.to, organisation: '999' } };
    expect(() => compose({ notification: about, register, recipient, on })).toThrow(ComposeError);
    expect(() => compose({ notification: { ...answer, template: 'poem' }, register, recipient, on })).toThrow(
      ComposeError,
    );
  });
});

function concerns(data: Json, organisation: string): boolean {
  return (data as Record<string, Json>).concerns === organisation;
}
