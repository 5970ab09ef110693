import type { Database, Statement } from '../connection/database';
import { pause } from '../clock/real-time';

/** The channel on which processes tell one another that there is new work. */
export const channel = 'vuosikello_work';

const betweenRingsMs = 50;
const notify: Statement = { name: 'ring-bell', text: `select pg_notify('${channel}', '')` };

/**
 * Tells the engines that there is new work: after the commit, in a statement of its own, and at most twenty times a
 * second however much is committed. A bell that is lost costs time only, because the work is a row.
 */
export class Bell {
  private ringing: Promise<void> | undefined;
  private asked = 0;

  constructor(private readonly database: Database) {}

  ring(): void {
    this.asked += 1;
    this.ringing ??= this.ringAll();
  }

  /** Waits until what was asked for has been rung. */
  async quiet(): Promise<void> {
    while (this.ringing) await this.ringing;
  }

  private async ringAll(): Promise<void> {
    for (let rung = 0; rung !== this.asked;) {
      rung = this.asked;
      // Whoever gave the command has had its answer: that nobody hears the bell must not become an error of anything.
      await this.database.query(notify, []).catch(() => undefined);
      await pause(betweenRingsMs);
    }
    this.asked = 0;
    this.ringing = undefined;
  }
}
