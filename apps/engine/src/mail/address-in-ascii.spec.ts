import { asciiDomainOf, inAscii } from './address-in-ascii';

it.each([
  ['kirjaamo@kärkölä.example.invalid', 'kirjaamo@xn--krkl-load8j.example.invalid'],
  ['Aino+hyte@asikkala.test', 'Aino+hyte@asikkala.test'],
])('%s is %s in an envelope', (address, ascii) => {
  expect(inAscii(address)).toBe(ascii);
  expect(ascii.endsWith(`@${asciiDomainOf(address)}`)).toBe(true);
});
