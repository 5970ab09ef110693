import { Problem } from '../problems/problem';
import { OpenStreams } from './open-streams';

const of = (id: string, county = '09') => ({ county, id });

describe('open streams', () => {
  it('ends every one with the server, those too that were opened before the last one had been closed twice', () => {
    const streams = new OpenStreams();
    const first = streams.take(of('a-key'));
    first.close();
    const second = streams.take(of('a-key'));
    first.close();
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
    streams.onModuleDestroy();
    expect(second.signal.aborted).toBe(true);
  });

  it('counts those of a key, however often a closed one is closed', () => {
    const streams = new OpenStreams();
    const closed = streams.take(of('a-key'));
    closed.close();
    for (let count = 0; count < 5; count += 1) streams.take(of('a-key'));
    closed.close();
    expect(() => streams.take(of('a-key'))).toThrow();
    expect(() => streams.take(of('another'))).not.toThrow();
  });

  it('leaves room for other counties, however many keys one of them has', () => {
    const streams = new OpenStreams();
    for (let key = 0; key < 100; key += 1) streams.take(of(`key-${key}`));
    const full = (): unknown => {
      try {
        return streams.take(of('one-more'));
      } catch (error) {
        return error instanceof Problem && error.more.detail?.en;
      }
    };
    expect(full()).toMatch(/^Too many streams are open/);
    expect(() => streams.take(of('one-more', '07'))).not.toThrow();
  });
});
