/** Delivery reports as mail servers write them; every name and address is made up. */

type Sample = { messageId?: string; recipient?: string; status?: string };

const ours = '<09.test.n3@vuosikello.example.invalid>';
const lauri = 'lauri.esimerkki@asikkala.example.invalid';
const lines = (...text: string[]) => text.join('\r\n');

function report(boundary: string, head: string[], human: string, fields: string[], original: string[]): string {
  return lines(
    ...head,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    human,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    ...fields,
    '',
    `--${boundary}`,
    ...original,
    '',
    `--${boundary}--`,
    '',
  );
}

/** As Postfix bounces: the whole mail is returned. */
export function postfix({ messageId = ours, recipient = lauri, status = '5.1.1' }: Sample = {}): string {
  return report(
    '3C2A1B0F9E.1780000000/relay.example.invalid',
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@relay.example.invalid (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'To: bounces@vuosikello.example.invalid',
      'Auto-Submitted: auto-replied',
    ],
    `<${recipient}>: host mx.asikkala.example.invalid said: 550 ${status} User unknown`,
    [
      'Reporting-MTA: dns; relay.example.invalid',
      'X-Postfix-Queue-ID: 3C2A1B0F9E',
      'X-Postfix-Sender: rfc822; bounces@vuosikello.example.invalid',
      'Original-Envelope-Id: 09.test.n3',
      'Arrival-Date: Mon, 25 May 2026 09:00:01 +0300 (EEST)',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Original-Recipient: rfc822;${recipient}`,
      'Action: failed',
      `Status: ${status}`,
      'Remote-MTA: dns; mx.asikkala.example.invalid',
      `Diagnostic-Code: smtp; 550 ${status} <${recipient}>: Recipient address`,
      '    rejected: User unknown in virtual mailbox table',
    ],
    [
      'Content-Description: Undelivered Message',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${messageId}`,
      'From: vuosikello@vuosikello.example.invalid',
      'Subject: =?utf-8?Q?Ennakkoteht=C3=A4v=C3=A4?=',
      '',
      'Teksti',
    ],
  );
}

/** As Exchange Online writes: base64 words for people, the headers alone are returned. */
export function exchange({ messageId = ours, recipient = lauri }: Sample = {}): string {
  return report(
    'fd6e1c2a-0000-4c3b-9d2e-5f00aa11bb22',
    [
      'From: postmaster@lahti.example.invalid',
      'To: <bounces@vuosikello.example.invalid>',
      'Subject: =?utf-8?B?VG9pbWl0dGFtYXRvbg==?= Undeliverable: reminder',
      'X-MS-Exchange-Message-Is-Ndr:',
      'Auto-Submitted: auto-replied',
    ],
    "Your message couldn't be delivered.",
    [
      'Reporting-MTA: dns;HE1EUR01FT000.mail.protection.example.invalid',
      'Received-From-MTA: dns;relay.example.invalid',
      'Arrival-Date: Mon, 25 May 2026 06:00:02 +0000',
      '',
      `Final-Recipient: rfc822;${recipient.toUpperCase()}`,
      'Action: failed',
      'Status: 5.1.10',
      'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    ],
    [
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: Muistutus',
      `Message-ID:`,
      `\t${messageId}`,
      'From: <x@y.test>',
    ],
  );
}

/** As Exim writes: the status says nothing, the other server's words do. */
export function exim({ messageId = ours, recipient = lauri }: Sample = {}): string {
  return report(
    '1780000000-eximdsn-1804289383',
    [
      'From: Mail Delivery System <Mailer-Daemon@relay.example.invalid>',
      'To: bounces@vuosikello.example.invalid',
      'Subject: Mail delivery failed: returning message to sender',
      `X-Failed-Recipients: ${recipient}`,
      'Auto-Submitted: auto-replied',
    ],
    'A message that you sent could not be delivered to one or more of its recipients.',
    [
      'Reporting-MTA: dns; relay.example.invalid',
      '',
      'Action: failed',
      `Final-Recipient: rfc822;${recipient}`,
      'Status: 5.0.0',
      'Remote-MTA: dns; mx.heinola.example.invalid',
      'Diagnostic-Code: smtp; 550 5.2.1 The account is closed',
    ],
    ['Content-type: message/rfc822', '', `Message-Id: ${messageId}`, 'Subject: Muistutus', '', 'Teksti'],
  );
}

/** As Gmail writes: a warning that it goes on trying. */
export function gmailDelay({ messageId = ours, recipient = lauri }: Sample = {}): string {
  return report(
    '000000000000aabbcc0600000001',
    [
      'From: Mail Delivery Subsystem <mailer-daemon@googlemail.example.invalid>',
      'To: bounces@vuosikello.example.invalid',
      'Auto-Submitted: auto-replied',
      'Subject: Delivery Status Notification (Delay)',
    ],
    'There was a temporary problem delivering your message. Gmail will retry for 46 more hours.',
    [
      'Reporting-MTA: dns; googlemail.example.invalid',
      'Arrival-Date: Sun, 24 May 2026 23:00:10 -0700 (PDT)',
      `X-Original-Message-ID: ${messageId}`,
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: delayed',
      'Status: 4.4.1',
      'Diagnostic-Code: smtp; The recipient server did not accept our requests to connect.',
      'Last-Attempt-Date: Mon, 25 May 2026 01:00:10 -0700 (PDT)',
      'Will-Retry-Until: Wed, 27 May 2026 23:00:10 -0700 (PDT)',
    ],
    ['Content-Type: message/rfc822', '', `Message-ID: ${messageId}`, 'Subject: Muistutus', '', 'Teksti'],
  );
}

/** As somebody's mailbox answers for him. */
export const vacation = lines(
  'From: Lauri Esimerkki <lauri.esimerkki@asikkala.example.invalid>',
  'To: bounces@vuosikello.example.invalid',
  'Subject: Poissa: Ennakkotehtava',
  'Auto-Submitted: auto-replied (vacation)',
  `In-Reply-To: ${ours}`,
  'Content-Type: text/plain; charset=iso-8859-1',
  '',
  'Olen lomalla. 5.1.1 Action: failed',
  '',
);
