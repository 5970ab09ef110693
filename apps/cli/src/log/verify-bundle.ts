import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installationRoot } from '../composition/installation';
import { environmentFailed, exitCodes } from '../output/cli-error';

/**
 * Has the single-file verifier read an export, the very file that auditors are given; what it says goes to where ours goes.
 * @returns its exit code: 0, 1, 2 or 3
 */
export function verifyBundleFile(
  bundle: string,
  { checkpoint, keys, json }: { checkpoint?: string | undefined; keys: readonly string[]; json: boolean },
): Promise<number> {
  const words = [
    join(installationRoot(), 'verifier', 'verify-log.mjs'),
    ...[bundle, ...(checkpoint === undefined ? [] : ['--checkpoint', checkpoint])],
    ...keys.flatMap((key) => ['--key', key]),
    ...(json ? ['--json'] : []),
  ];
  return new Promise((resolve, reject) => {
    const verifier = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
    verifier.on('error', (cause) =>
      reject(environmentFailed(`The verifier cannot be run: ${cause.message}`, undefined, cause)),
    );
    verifier.on('exit', (code) => resolve(code ?? exitCodes.environment));
  });
}
