import type { Response } from 'express';

/** How long a reader may take nothing at all before the connection is given up. */
const stalledAfterMs = 120_000;

/** Gives up a reader who takes nothing for two minutes: until then only what was being written is held for them. */
export function giveUpStalled(response: Response): void {
  response.setTimeout(stalledAfterMs, () => response.destroy());
}

/**
 * Writes, and waits until the reader has room for more, so that what is written after it is not piled up in memory. False once the
 * reader has gone: nothing more need be read for them.
 */
export async function hasRoomAfter(response: Response, chunk: string): Promise<boolean> {
  if (response.destroyed || response.writableEnded) return false;
  // Encoded once: of a string its length would be counted first.
  if (response.write(Buffer.from(chunk))) return true;
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
  return !response.destroyed;
}
