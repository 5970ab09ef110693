import { headersOf, messageIdOf } from './headers';

it('names the county as a list that mails can be sorted by, and asks not to be answered by programs', () => {
  expect(headersOf({ county: '09', from: 'vuosikello@kärkölä.example.invalid' })).toEqual({
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Id': 'Vuosikello <vuosikello.09.xn--krkl-load8j.example.invalid>',
  });
});

it('calls a mail the same every time, in the domain of its sender', () => {
  expect(messageIdOf('09.a.n1', 'vuosikello@alue.example.invalid')).toBe('<09.a.n1@alue.example.invalid>');
});
