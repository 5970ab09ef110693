import { exchange, exim, gmailDelay, postfix, vacation } from '../../test/sample-reports';
import { deliveryFields } from './delivery-fields';
import { readReport, reportLimit } from './read-report';

const read = (mail: string) => readReport(new TextEncoder().encode(mail));
const ours = '<09.test.n3@vuosikello.example.invalid>';
const lauri = 'lauri.esimerkki@asikkala.example.invalid';

describe('a delivery report', () => {
  it.each([
    ['Postfix', postfix(), '09.test.n3', 'failed', '5.1.1'],
    ['Exchange', exchange(), null, 'failed', '5.1.10'],
    ['Exim', exim(), null, 'failed', '5.2.1'],
    ['Gmail', gmailDelay(), null, 'delayed', '4.4.1'],
  ])('of %s is understood', async (_, mail, envelopeId, action, status) => {
    expect(await read(mail)).toEqual({
      report: { messageId: ours, envelopeId, recipients: [{ addresses: [lauri], action, status }] },
    });
  });

  it('of several recipients is read for each, without those of whom it says nothing', () => {
    const fields = [
      'Reporting-MTA: dns; x.test',
      'Final-Recipient: rfc822; a@x.test\nOriginal-Recipient: rfc822; b@x.test\nAction: failed\nStatus: 5.7.1 (blocked)',
      'Final-Recipient: rfc822; <c@x.test>\nAction: Delivered (to mailbox)\nStatus: 2.0.0',
      'Final-Recipient: rfc822; d@x.test\nAction: failed',
      'Final-Recipient: rfc822; e@x.test\nAction: exploded\nStatus: 5.1.1',
    ];
    expect(deliveryFields(fields.join('\n\n')).recipients).toEqual([
      { addresses: ['b@x.test', 'a@x.test'], action: 'failed', status: '5.7.1' },
      { addresses: ['c@x.test'], action: 'delivered', status: '2.0.0' },
    ]);
  });

  it('is not made more definite than it is by the words of another server', () => {
    const said = 'Action: delayed\nStatus: 4.0.0\nDiagnostic-Code: smtp; 550 5.1.1 gone';
    expect(deliveryFields(said).recipients).toMatchObject([{ status: '4.0.0' }]);
  });

  it('is not told apart by line ends, the case of names or folded fields', () => {
    const said = 'ACTION:\r\n failed\r\nStatus:5.1.1\r\nfinal-recipient: RFC822 ;\r\n\tX@Y.TEST';
    expect(deliveryFields(said).recipients).toEqual([{ addresses: ['x@y.test'], action: 'failed', status: '5.1.1' }]);
  });
});

describe('what is no report', () => {
  const nested = (depth: number): string => {
    const opening = Array.from(
      { length: depth },
      (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}`,
    );
    return `${opening.join('\r\n')}\r\n\r\nx`;
  };

  it.each([
    ['an answer of a machine', vacation, 'auto-reply'],
    ['a mail of a person', 'From: a@x.test\r\nSubject: Hei\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n', 'other-mail'],
    ['a report without anything said', postfix().replace('Action: failed', 'Action: none'), 'other-mail'],
    ['nothing', '', 'other-mail'],
    ['parts within parts without end', nested(200), 'unreadable'],
    ['more than anybody returns', `Subject: x\r\n\r\n${'x'.repeat(reportLimit)}`, 'too-large'],
  ])('is told so: %s', async (_, mail, why) => {
    expect(await read(mail)).toEqual({ report: null, why });
  });

  it('is found out whatever the bytes and charsets are', async () => {
    const wrong = postfix()
      .replace('charset=utf-8', 'charset=klingon-1')
      .replace('User unknown', 'K\u00e4ytt\u00e4j\u00e4');
    expect(await read(wrong)).toMatchObject({ report: { messageId: ours } });
    const noise = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256);
    expect((await readReport(noise)).report).toBeNull();
  });

  it('does not hide in a mail that is returned or passed on', async () => {
    const inside = `From: a@x.test\r\nContent-Type: message/rfc822\r\n\r\n${postfix()}`;
    expect(await read(inside)).toEqual({ report: null, why: 'other-mail' });
  });

  it('names no mail where the report returns none', async () => {
    const bare = postfix().replace(/Content-Type: message\/rfc822/, 'Content-Type: text/plain');
    expect(await read(bare)).toMatchObject({ report: { messageId: null, envelopeId: '09.test.n3' } });
  });
});
