import { OpenStreams } from './open-streams';

describe('open streams', () => {
  it('ends every one with the server, those too that were opened before the last one had been closed twice', () => {
    const streams = new OpenStreams();
    const first = streams.take('a-key');
    first.close();
    const second = streams.take('a-key');
    first.close();
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
    streams.onModuleDestroy();
    expect(second.signal.aborted).toBe(true);
  });

  it('counts those of a key, however often a closed one is closed', () => {
    const streams = new OpenStreams();
    const closed = streams.take('a-key');
    closed.close();
    for (let count = 0; count < 5; count += 1) streams.take('a-key');
    closed.close();
    expect(() => streams.take('a-key')).toThrow();
    expect(() => streams.take('another')).not.toThrow();
  });
});
