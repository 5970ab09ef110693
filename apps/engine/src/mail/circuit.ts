/** `closed`: mails go. `open`: they wait for the next probe. `probing`: one probe is under way. */
export type CircuitState = 'closed' | 'open' | 'probing';

export type CircuitOptions = {
  /** Asks the server without sending anything; resolves when it would take a mail. */
  probe: () => Promise<void>;
  onOpen: (reason: string, waitMs: number) => void;
  onClose: (awayMs: number) => void;
  /** Real time on a clock that nobody sets, in milliseconds. */
  elapsedMs: () => number;
  /** From 0 up to 1. */
  chance: () => number;
};

const firstPauseMs = 1_000;
const longestPauseMs = 300_000;
/** What waits for a probe that is under way looks again after this. */
const probingMs = 1_000;
/** Each pause is up to a quarter longer, so that replicas do not ask all at once. */
const jitter = 0.25;

/**
 * Keeps mails from a server that is away. It opens at the first failure that was the server's own, asks once after each
 * pause (1 s, then twice as long each time, at most 5 min), and closes when the server answers. The pauses only begin
 * anew once a mail has really gone through: a server that lets us in and then takes nothing is asked ever less often.
 * Pauses are in real time, as sockets are.
 */
export class Circuit {
  private current: CircuitState = 'closed';
  private pauseMs = firstPauseMs;
  private openedAt = 0;
  private probeAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: CircuitOptions) {}

  get state(): CircuitState {
    return this.current;
  }

  /** How long a mail is to wait before it asks again, in milliseconds of real time; 0: it may go. */
  get waitMs(): number {
    if (this.current === 'closed') return 0;
    return Math.max(this.probeAt - this.options.elapsedMs(), probingMs);
  }

  /** The server was not there for a mail, whatever the mail. */
  failed(reason: string): void {
    if (this.current !== 'closed' || this.stopped) return;
    this.openedAt = this.options.elapsedMs();
    this.waitForProbe();
    this.options.onOpen(reason, this.waitMs);
  }

  /** The server has answered for a mail, well or ill. */
  answered(): void {
    this.pauseMs = firstPauseMs;
    this.close();
  }

  /** No more probes. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private close(): void {
    if (this.current === 'closed') return;
    this.current = 'closed';
    clearTimeout(this.timer);
    this.options.onClose(this.options.elapsedMs() - this.openedAt);
  }

  private waitForProbe(): void {
    this.current = 'open';
    const waitMs = Math.round(this.pauseMs * (1 + jitter * this.options.chance()));
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    this.probeAt = this.options.elapsedMs() + waitMs;
    this.timer = setTimeout(() => void this.probe(), waitMs).unref();
  }

  private async probe(): Promise<void> {
    this.current = 'probing';
    const there = await this.options.probe().then(
      () => true,
      () => false,
    );
    // A mail that was still under way may have been answered meanwhile.
    if (this.isClosed() || this.stopped) return;
    if (there) this.close();
    else this.waitForProbe();
  }

  private isClosed(): boolean {
    return this.current === 'closed';
  }
}
