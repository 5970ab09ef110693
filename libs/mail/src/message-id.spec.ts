import { messageIdFor } from './message-id';

describe('a Message-ID', () => {
  it('is the same for every attempt at one notification', () => {
    expect(messageIdFor('9f1c-7', 'vuosikello.example.invalid')).toBe('<9f1c-7@vuosikello.example.invalid>');
    expect(messageIdFor('9f1c-7', 'vuosikello.example.invalid')).toBe(
      messageIdFor('9f1c-7', 'vuosikello.example.invalid'),
    );
  });

  it.each(['', 'a>b', 'a\r\nBcc: x', 'a b', 'ä', 'a..b'])('refuses the id %j', (id) => {
    expect(() => messageIdFor(id, 'example.invalid')).toThrow(RangeError);
  });

  it.each(['', 'example.invalid>', 'a@b', 'exa mple'])('refuses the domain %j', (domain) => {
    expect(() => messageIdFor('a', domain)).toThrow(RangeError);
  });
});
