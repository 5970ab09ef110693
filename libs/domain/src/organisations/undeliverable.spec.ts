import { saysAddressIsDead } from './undeliverable';

it.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])('%s says that the address is dead', (status) => {
  expect(saysAddressIsDead(status)).toBe(true);
});

it.each(['5.1.7', '5.1.8', '5.0.0', '5.2.0', '5.2.2', '5.3.0', '5.4.6', '5.5.2', '5.6.0', '5.7.1', '4.1.1'])(
  '%s says nothing about it',
  (status) => {
    expect(saysAddressIsDead(status)).toBe(false);
  },
);
