/**
 * Goes along with the settings of every program that a test starts: what V8 has made of dist/ is kept between starts, which halves them.
 * Empty where the test run keeps nothing.
 */
export const keptCode: Readonly<Record<string, string>> = process.env.NODE_COMPILE_CACHE
  ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
  : {};
