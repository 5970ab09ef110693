/** The oldest Node.js that runs the engine: Nest 12 is loaded with require(esm), and the tests need 24.9. */
const oldest = [24, 9] as const;

/**
 * What to do about a Node.js that is too old; undefined when this one will do. `npm ci --omit=optional` leaves out the
 * Node.js that comes with the packages and silently falls back to the machine's own.
 */
export function nodeVersionProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return (
    `Vuosikello needs Node.js ${oldest.join('.')} or newer; this is ${version}. ` +
    'Run "npm ci" without --omit=optional and start through npm or npx, or install a newer Node.js.'
  );
}
