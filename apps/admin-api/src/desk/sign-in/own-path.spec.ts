import { ownPath } from './own-path';

it.each([
  ['/desk', '/desk'],
  ['/desk?lang=sv', '/desk?lang=sv'],
  ['/desk/workflows/09.asked-1?lang=fi&before=3', '/desk/workflows/09.asked-1?lang=fi&before=3'],
  ['/desk/sign-in', undefined],
  ['/desk/sign-out', undefined],
  ['//evil.test/desk', undefined],
  ['https://evil.test/desk', undefined],
  ['/desk.evil.test', undefined],
  ['/desk\\evil', undefined],
  ['/v1/keys', undefined],
  [`/desk/${'a'.repeat(600)}`, undefined],
  [['/desk'], undefined],
  [undefined, undefined],
])('goes on from signing in: %p is %p', (path, known) => {
  expect(ownPath(path)).toBe(known);
});
