import { once } from 'node:events';

/**
 * Writes to stdout and waits until whoever reads it has room, so that output of any length is not piled up in memory. False once nobody
 * reads any longer (`… | head`).
 */
export function steadyOutput(out: NodeJS.WriteStream = process.stdout): (chunk: string) => Promise<boolean> {
  let isRead = true;
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isRead = false;
  });
  return async (chunk) => {
    if (isRead && !out.write(chunk)) await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => {});
    return isRead;
  };
}
