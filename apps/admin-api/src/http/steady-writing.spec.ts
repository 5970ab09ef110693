import { PassThrough } from 'node:stream';
import type { Response } from 'express';
import { hasRoomAfter } from './steady-writing';

/** A response whose reader takes what is written only when told to. */
function slowReader() {
  const connection = new PassThrough({ highWaterMark: 8 });
  return { connection, response: connection as unknown as Response };
}

const settled = async (promise: Promise<boolean>) =>
  Promise.race([promise, new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits')))]);

describe('writing to a slow reader', () => {
  it('waits until there is room', async () => {
    const { connection, response } = slowReader();
    expect(await hasRoomAfter(response, 'abc')).toBe(true);
    const full = hasRoomAfter(response, 'more than fits');
    expect(await settled(full)).toBe('waits');
    connection.read();
    expect(await full).toBe(true);
    expect(connection.listenerCount('close')).toBe(0);
  });

  it('ends when the reader leaves', async () => {
    const { connection, response } = slowReader();
    const full = hasRoomAfter(response, 'more than fits');
    connection.destroy();
    expect(await full).toBe(false);
    expect(await hasRoomAfter(response, 'x')).toBe(false);
  });
});
