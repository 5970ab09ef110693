import { headersOf, mailNamesOf } from './headers';

it('names the county as a list that mails can be sorted by, and asks not to be answered by programs', () => {
  expect(headersOf({ county: '09', from: 'vuosikello@kärkölä.example.invalid' })).toEqual({
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Id': 'Vuosikello <vuosikello.09.xn--krkl-load8j.example.invalid>',
  });
});

it('calls a mail the same every time, in the domain of its sender, and so that nobody can guess it', () => {
  const secret = new Uint8Array(32).fill(7);
  const of = (id: string, by = secret) => mailNamesOf({ county: '09', from: 'x@alue.example.invalid' }, id, by);
  const { messageId, envelopeId } = of('09.a.n1');
  const [, token] = /^<09[.]a[.]n1[.]([0-9a-f]{32})@alue[.]example[.]invalid>$/.exec(messageId) ?? [];
  expect([envelopeId, of('09.a.n1')]).toEqual([`09.${token}`, { messageId, envelopeId }]);
  const others = [of('09.a.n2'), of('09.a.n1', new Uint8Array(32).fill(8))].map((names) => names.envelopeId);
  expect(new Set([envelopeId, ...others]).size).toBe(3);
});
