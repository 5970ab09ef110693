import { redacted, withoutSecrets } from './redact';

const key = `vk_${'a1B-'.repeat(12)}`;

describe('what goes into the log', () => {
  it.each([
    [`GET /v1/x with Authorization: Bearer ${key}`, key],
    [`{"authorization":"Basic c2VjcmV0","accept":"*/*"}`, 'c2VjcmV0'],
    ['cookie: session=abcdef; other=ghijkl', 'ghijkl'],
    ['Error at /r/Zm9vYmFyYmF6cXV4eHl6/receipt', 'Zm9vYmFyYmF6'],
    ['redirect=%2Fr%2FZm9vYmFyYmF6cXV4eHl6', 'Zm9vYmFyYmF6'],
    ['GET /v1/calendar.ics?token=c2VjcmV0LWNhbGVuZGFy&x=1', 'c2VjcmV0LWNhbGVuZGFy'],
    [`the key ${key} is wrong`, key.slice(4)],
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ9r8'],
    ['token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'eyJzdWIi'],
    ['postgresql://app:p4ssw0rd@127.0.0.1/x', 'p4ssw0rd'],
  ])('%s: without %s', (said, secret) => {
    expect(redacted(said)).not.toContain(secret);
    expect(redacted(said)).toContain('…');
  });

  it.each(['workflow 09.information-request.x', '/v1/workflows/09.x/events', 'county 09, by key:09.k1', 'tokens: 3'])(
    'leaves %s as it is',
    (said) => expect(redacted(said)).toBe(said),
  );

  it('is cleaned however deep it stands', () => {
    const lines: unknown[] = [];
    withoutSecrets((...line) => lines.push(line))('error', 'x', {
      list: [{ error: `Bearer ${key}` }],
      n: 3,
      none: null,
    });
    expect(lines).toEqual([['error', 'x', { list: [{ error: 'Bearer …' }], n: 3, none: null }]]);
  });
});
