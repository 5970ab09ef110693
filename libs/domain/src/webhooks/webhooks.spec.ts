import { hookUrlFault } from './hook-url';
import { isPublicAddress } from './public-address';

describe('an address', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    'of the Internet is public: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1'],
    ...['192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
    ...['224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255', '192.175.48.1'],
    ...[
      '::',
      '::1',
      '::127.0.0.1',
      '::ffff:127.0.0.1',
      '::ffff:a9fe:a9fe',
      '::ffff:0:127.0.0.1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...['fec0::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::808:808'],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::', '2002:808:808::1', '3fff::1', '100::1', '5f00::1', '4000::1'],
    ...['', 'example.test', '127.1', '0177.0.0.1', '2130706433', '0x7f000001', '8.8.8.8 ', '[::1]'],
  ])('that is none, or not of the Internet, is not: %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('the URL of a webhook', () => {
  const strict = { allowPrivate: false };
  it.each([
    'https://receiver.example.test/hooks?of=09',
    'https://receiver.example.test:443/',
    'https://receiver.example.test:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'https://hyvinvointialue-häme.example.test/',
  ])('may be %s', (url) => expect(hookUrlFault(url, strict)).toBeUndefined());

  it.each([
    ['not-a-url', 'receiver.example.test'],
    ['not-a-url', 'https://'],
    ['not-a-url', 'https://[::1'],
    ['not-a-url', 'https://256.1.1.1/'],
    ['too-long', `https://receiver.example.test/${'x'.repeat(2_000)}`],
    ['not-https', 'http://receiver.example.test/'],
    ['not-https', 'file:///etc/passwd'],
    ['not-https', 'javascript:alert(1)'],
    ['with-credentials', 'https://user@receiver.example.test/'],
    ['with-credentials', 'https://receiver.example.test:x@169.254.169.254/'],
    ['wrong-port', 'https://receiver.example.test:22/'],
    ['not-public', 'https://169.254.169.254/latest/meta-data'],
    ['not-public', 'https://[::1]/'],
    ['not-public', 'https://[::ffff:127.0.0.1]/'],
    ['not-public', 'https://2130706433/'],
    ['not-public', 'https://0177.0.0.1/'],
    ['not-public', 'https://0x7f.1/'],
    ['not-public', 'https://127.1/'],
    ['not-public', 'https://１２７.0.0.1/'],
    ['not-public', 'https://127.0.0.1./'],
    ['not-public', 'https://localhost/'],
    ['not-public', 'https://LOCALHOST./'],
    ['not-public', 'https://queue.internal/'],
    ['not-public', 'https://postgres/'],
  ])('is refused as %s: %s', (fault, url) => expect(hookUrlFault(url, strict)).toBe(fault));

  it('may lead into one’s own network where that is allowed, and still has no user in it', () => {
    expect(hookUrlFault('http://127.0.0.1:4000/hook', { allowPrivate: true })).toBeUndefined();
    expect(hookUrlFault('http://me@127.0.0.1:4000/hook', { allowPrivate: true })).toBe('with-credentials');
    expect(hookUrlFault('ftp://127.0.0.1/', { allowPrivate: true })).toBe('not-https');
  });
});
