const minimum = [24, 9] as const;

/** This Node.js is too old. */
export class NodeVersionError extends Error {
  constructor(version: string) {
    super(
      `Vuosikello needs Node.js ${minimum.join('.')} or newer; this is ${version}. ` +
        'On Linux `npm ci` (without --omit=optional) brings a fitting one along: start through npm or npx.',
    );
    this.name = 'NodeVersionError';
  }
}

/** @throws NodeVersionError for a version such as '20.20.2' */
export function assertNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1])) throw new NodeVersionError(version);
}
