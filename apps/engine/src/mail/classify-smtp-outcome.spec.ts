import { classifySmtpError, type SmtpError } from './classify-smtp-outcome';

type Case = [what: string, error: Partial<SmtpError>, bodyBegun: boolean, kind: string];

const cases: Case[] = [
  ['the recipient is unknown', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, false, 'rejected'],
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, false, 'deferred'],
  ['DATA is refused for now', { code: 'EENVELOPE', command: 'DATA', responseCode: 452 }, false, 'deferred'],
  ['the mail is refused after the dot', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, true, 'rejected'],
  ['the mail is put off after the dot', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, true, 'deferred'],
  [
    'closing in place of a reply to the dot',
    { code: 'ECONNECTION', command: 'CONN', responseCode: 421 },
    true,
    'deferred',
  ],
  ['the connection breaks after the dot', { code: 'ECONNECTION', command: 'CONN' }, true, 'unknown'],
  ['no reply to the dot', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'unknown'],
  ['the socket fails within the mail', { code: 'ESOCKET', command: 'CONN' }, true, 'unknown'],
  ['given up within the mail', { code: 'EABORT' }, true, 'unknown'],
  ['nobody listens', { code: 'ESOCKET', command: 'CONN' }, false, 'deferred'],
  ['no greeting', { code: 'ETIMEDOUT', command: 'CONN' }, false, 'deferred'],
  ['no such host', { code: 'EDNS', command: 'CONN' }, false, 'deferred'],
  ['given up before the mail', { code: 'EABORT' }, false, 'deferred'],
  ['the pool is closed', { code: 'ECONNECTION' }, false, 'deferred'],
  ['an address no relay would be asked about', { code: 'EENVELOPE', command: 'API' }, false, 'rejected'],
  ['larger than the relay takes', { code: 'EMESSAGE', command: 'MAIL FROM' }, false, 'rejected'],
];

describe('what a failed attempt to send means', () => {
  it.each(cases)('%s', (_what, error, bodyBegun, kind) => {
    expect(classifySmtpError({ message: 'broken', ...error }, bodyBegun)).toMatchObject({ kind });
  });

  it.each<[string, Partial<SmtpError>]>([
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }],
    ['a login is wanted', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }],
    ['a greeting that turns us away', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }],
    ['EHLO is refused', { code: 'EPROTOCOL', command: 'EHLO', responseCode: 550 }],
    ['nobody listens', { code: 'ESOCKET', command: 'CONN' }],
  ])('does not give a mail up for what is wrong between us and the relay: %s', (_what, error) => {
    expect(classifySmtpError({ message: 'broken', ...error }, false)).toMatchObject({
      kind: 'deferred',
      relayAway: true,
    });
  });

  it('takes greylisting for a word about this mail, not about the relay', () => {
    const error = { message: 'later', code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 };
    expect(classifySmtpError(error, false)).toMatchObject({ relayAway: false });
  });

  it("keeps the relay's own words rather than the library's", () => {
    const error = {
      message: 'Recipient command failed: 550 no',
      code: 'EENVELOPE',
      response: '550 no',
      responseCode: 550,
    };
    expect(classifySmtpError(error, false)).toEqual({ kind: 'rejected', reply: '550 no' });
  });
});
