import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const MANIFESTS = ['package.json', 'apps/cli/package.json', 'libs/client/package.json'];
const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

type Versions = Record<string, string>;
type Manifest = Partial<Record<(typeof GROUPS)[number], Versions>> & {
  overrides?: Record<string, string | Versions>;
  allowScripts?: Record<string, boolean>;
};
type LockedPackage = {
  version?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  os?: string[];
  cpu?: string[];
};

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const locked = (read('package-lock.json') as { packages: Record<string, LockedPackage> }).packages;

/** A version as it is, or (in an override) the one that is named above for what a package asks of its surroundings. */
function isExact(name: string, version: string | Versions): boolean {
  if (typeof version === 'string') return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
  return Object.keys(version).every((inner) => version[inner] === `$${inner}` && inner !== name);
}

describe('packages', () => {
  test.each(MANIFESTS)('%s names exact versions', (file) => {
    const manifest = read(file) as Manifest;
    const versions = [...GROUPS.map((group) => manifest[group]), manifest.overrides].flatMap((all) =>
      Object.entries(all ?? {}),
    );
    expect(versions.filter(([name, version]) => !isExact(name, version))).toEqual([]);
  });

  test('the lockfile holds the versions that package.json names', () => {
    const manifest = read('package.json') as Manifest;
    const named = GROUPS.flatMap((group) => Object.entries(manifest[group] ?? {}));
    const differing = named.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version);
    expect(differing).toEqual([]);
  });

  test('the lockfile carries no download addresses', () => {
    const addresses = Object.values(locked).filter(({ resolved, link }) => resolved !== undefined && link !== true);
    expect(addresses).toEqual([]);
  });

  test('the MikroORM packages that go together have one version', () => {
    const together = Object.entries((read('package.json') as Manifest).dependencies ?? {}).filter(
      ([name]) => name.startsWith('@mikro-orm/') && name !== '@mikro-orm/nestjs',
    );
    expect(together.length).toBeGreaterThan(1);
    expect(new Set(together.map(([, version]) => version)).size).toBe(1);
  });

  test('every install script that Linux on x64 or arm64 would run is allowed or refused by name', () => {
    const fits = ({ os = ['linux'], cpu = ['x64'] }: LockedPackage): boolean =>
      os.includes('linux') && (cpu.includes('x64') || cpu.includes('arm64'));
    const decided = Object.keys((read('package.json') as Manifest).allowScripts ?? {});
    const undecided = Object.entries(locked)
      .filter(([, entry]) => entry.hasInstallScript === true && fits(entry))
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => !decided.includes(name));
    expect(undecided).toEqual([]);
  });
});
