import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export type Said = { status: number; out: string; err: string };

/** `describe` and `it` of what needs Python; skipped loudly where this machine has none. */
export function withPython(what: string): { describe: jest.Describe; it: jest.It } {
  if (hasPython()) return { describe, it };
  process.stderr.write(
    `\nSKIPPED: ${what}. There is no python3 (3.8 or newer) on the PATH; install it to test it.\n\n`,
  );
  return { describe: describe.skip, it: it.skip };
}

function hasPython(): boolean {
  const recent = 'import hashlib, sys; sys.exit(sys.version_info < (3, 8))';
  return spawnSync('python3', ['-c', recent], { stdio: 'ignore' }).status === 0;
}

/** What a program of this folder says. It has nothing of our code: what it finds in a log, any stranger finds. */
export function runPython(program: string, ...options: string[]): Promise<Said> {
  // A proxy that the machine may have is no way to a server of the test.
  const env = { ...process.env, no_proxy: '127.0.0.1' };
  return new Promise((resolve) => {
    // -S: without what was installed beside the standard library.
    execFile('python3', ['-S', join(__dirname, `${program}.py`), ...options], { env }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}
