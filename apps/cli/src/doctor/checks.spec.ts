import { readSettings } from '../config/settings';
import { ok, problem, warning } from './check';
import { exitCodeOf, isStopped, linesOf } from './grades';
import { addressCheck, nodeCheck } from './machine-checks';
import { refusedCheck } from './signer-checks';
import { backupCheck, clockCheck, leavingWords, webhookCheck } from './store-checks';

const now = Date.parse('2026-05-25T06:00:00Z');

it.each([
  [nodeCheck('24.9.0'), 'ok'],
  [nodeCheck('25.0.0'), 'ok'],
  [nodeCheck('24.8.9'), 'problem'],
  [nodeCheck('20.19.0'), 'problem'],
  [clockCheck(-1_999), 'ok'],
  [clockCheck(-2_001), 'warning'],
  [clockCheck(30_001), 'problem'],
  [backupCheck(undefined, now), 'warning'],
  [backupCheck('2026-05-24T06:00:00Z', now), 'ok'],
  [backupCheck('2026-05-23T06:00:00Z', now), 'warning'],
  [backupCheck('2026-05-17T06:00:00Z', now), 'problem'],
  [webhookCheck({ on: 1, off: 1, dead: 2 }, []), 'ok'],
  [webhookCheck({ on: 0, off: 1, dead: 0 }, [{ county: '09', webhooks: 1 }]), 'warning'],
  [addressCheck(readSettings({ PUBLIC_URL: 'https://vuosikello.example.invalid' })), 'ok'],
  [addressCheck(readSettings({ PUBLIC_URL: 'http://127.0.0.1:3000' })), 'ok'],
  [addressCheck(readSettings({ PUBLIC_URL: 'http://vuosikello.example.invalid' })), 'problem'],
  [addressCheck(readSettings({})), 'ok'],
  [addressCheck(readSettings({ MAIL_MODE: 'inbox', SMTP_URL: 'smtp://relay.test' })), 'ok'],
  [addressCheck(readSettings({ SMTP_URL: 'smtp://relay.test' })), 'warning'],
  [addressCheck(readSettings({ HOST: '0.0.0.0' })), 'warning'],
])('%j is graded %s, and says what to do unless all is well', (check, grade) => {
  expect([check.grade, check.next === null]).toEqual([grade, grade === 'ok']);
});

it.each([
  ['shorter', true, 'vuosikello log restored --county 09 --reason "…"'],
  ['inconsistent', true, 'vuosikello log restored --county 09 --reason "…"'],
  ['inconsistent', false, 'call the auditor'],
  ['memory-missing', false, '--state-lost'],
] as const)('a signer that refuses (%s, restored: %s) is a problem, and it is said what to do', (why, was, next) => {
  const check = refusedCheck('09', why, was);
  expect([check.grade, check.found.includes(`(${why})`), check.next]).toEqual([
    'problem',
    true,
    expect.stringContaining(next),
  ]);
});

it.each([
  ['inbox', 'no mail leaves this machine'],
  ['hold', 'none is sent'],
  ['redirect:koe@kunta.test', 'every mail goes to one address'],
  ['smtp', 'mail may leave'],
])('with MAIL_MODE=%s it says: %s', (mailMode, words) => expect(leavingWords({ mailMode })).toContain(words));

it('ends with 1 as soon as something was found, and says what to do beneath it', () => {
  const checks = [ok('disk', '9 GiB'), warning('backup', 'none', 'Take one.')];
  expect([exitCodeOf(checks.slice(0, 1)), exitCodeOf(checks), exitCodeOf([problem('x', 'y', 'z')])]).toEqual([0, 1, 1]);
  expect(linesOf(checks)).toEqual(['ok      disk    9 GiB', 'warning backup  none', '        → Take one.']);
});

it.each([
  [{ queued: 0, deferred: 19 }, false],
  [{ queued: 0, deferred: 20 }, true],
  [{ queued: 30, deferred: 20 }, false],
])('the mail server is suspected at %j: %s', (counts, is) => expect(isStopped(counts)).toBe(is));
