import { Circuit } from './circuit';

/** Lets what a probe has answered be taken in. */
const settled = () => jest.advanceTimersByTimeAsync(0);

describe('the circuit to the mail server', () => {
  let there: boolean;
  let probes: number;
  let said: string[];
  let circuit: Circuit;

  beforeEach(() => {
    jest.useFakeTimers();
    there = false;
    probes = 0;
    said = [];
    circuit = new Circuit({
      probe: () => {
        probes += 1;
        return there ? Promise.resolve() : Promise.reject(new Error('away'));
      },
      onOpen: (reason) => said.push(`open: ${reason}`),
      onClose: (awayMs) => said.push(`closed after ${awayMs}`),
      elapsedMs: () => performance.now(),
      chance: () => 0,
    });
  });

  afterEach(() => {
    circuit.stop();
    jest.useRealTimers();
  });

  it('lets mails go while the server answers', () => {
    circuit.answered();
    expect([circuit.state, circuit.waitMs]).toEqual(['closed', 0]);
    expect(said).toEqual([]);
  });

  it('opens once, however many mails find the server away', () => {
    circuit.failed('refused');
    circuit.failed('refused as well');
    expect([circuit.state, circuit.waitMs]).toEqual(['open', 1_000]);
    expect(said).toEqual(['open: refused']);
  });

  it('asks after ever longer pauses, at most five minutes, and closes by itself', async () => {
    circuit.failed('refused');
    for (const pauseS of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      const before = probes;
      await jest.advanceTimersByTimeAsync(pauseS * 1_000 - 1);
      expect(probes).toBe(before);
      await jest.advanceTimersByTimeAsync(1);
      expect(probes).toBe(before + 1);
      expect(circuit.state).toBe('open');
    }
    there = true;
    await jest.advanceTimersByTimeAsync(300_000);
    expect([circuit.state, circuit.waitMs]).toEqual(['closed', 0]);
    expect(said).toEqual(['open: refused', `closed after ${(511 + 300 * 3) * 1_000}`]);
  });

  it('has one probe under way at a time', async () => {
    let answer: () => void = () => undefined;
    const slow = new Circuit({
      probe: () => {
        probes += 1;
        return new Promise<void>((resolve) => (answer = resolve));
      },
      onOpen: () => undefined,
      onClose: () => undefined,
      elapsedMs: () => performance.now(),
      chance: () => 0,
    });
    slow.failed('refused');
    await jest.advanceTimersByTimeAsync(60_000);
    slow.failed('refused');
    expect([slow.state, slow.waitMs, probes]).toEqual(['probing', 1_000, 1]);
    answer();
    await settled();
    expect(slow.state).toBe('closed');
  });

  it('goes on with longer pauses when the server lets us in and then takes nothing', async () => {
    there = true;
    circuit.failed('421');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(circuit.state).toBe('closed');
    circuit.failed('421');
    expect(circuit.waitMs).toBe(2_000);
    await jest.advanceTimersByTimeAsync(2_000);
    circuit.answered();
    circuit.failed('421');
    expect(circuit.waitMs).toBe(1_000);
  });

  it('closes when a mail that was still under way is answered', async () => {
    circuit.failed('refused');
    circuit.answered();
    expect(circuit.state).toBe('closed');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(probes).toBe(0);
  });

  it('asks no more once it has been stopped', async () => {
    circuit.failed('refused');
    circuit.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(probes).toBe(0);
  });
});
