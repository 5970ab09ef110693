import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { environmentFailed } from '../output/cli-error';

/** The programs that run as processes of their own. */
export type AppName = 'engine' | 'admin-api';

/** The folder of this installation: the nearest one above that holds the workspace's package.json. */
export function installationRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package-lock.json')) || existsSync(join(folder, 'dist', 'apps'))) return folder;
  }
  throw environmentFailed(
    `No installation was found above ${__dirname}.`,
    'Run npm ci and npm run build in the repository.',
  );
}

/** The built entry point of a program. @throws CliError (environment) when it has not been built. */
export function entryPointOf(app: AppName): string {
  const file = join(installationRoot(), 'dist', 'apps', app, 'src', 'main.js');
  if (!existsSync(file))
    throw environmentFailed(`The ${app} has not been built: ${file} is missing.`, 'Run npm run build.');
  return file;
}

/** A file of the example area that comes with the product. */
export function exampleFile(name: string): string {
  return join(installationRoot(), 'data', name);
}

/** As in the workspace's package.json. */
export function installedVersion(): string {
  const text = readFileSync(join(installationRoot(), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
