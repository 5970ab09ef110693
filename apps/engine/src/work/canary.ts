import { Injectable } from '@nestjs/common';
import { elapsedMs } from '../clock/real-time';
import { Bell } from './bell';

/** A bell that is not heard within this time is not heard. */
const hearLimitMs = 2_000;
/** How long an answer holds: however many ask, the queue is not rung all the time. */
const freshMs = 2_000;

/** Rings the queue's bell for nothing, to see whether whoever listens hears it. */
@Injectable()
export class Canary {
  private singing: Promise<number | undefined> | undefined;
  private last: { atMs: number; heardMs: number | undefined } | undefined;

  constructor(private readonly bell: Bell) {}

  /** @returns after how many milliseconds it was heard, by whichever engine; undefined: it was not within two seconds. */
  async sing(): Promise<number | undefined> {
    if (this.last && elapsedMs() - this.last.atMs < freshMs) return this.last.heardMs;
    this.singing ??= this.singAnew().finally(() => (this.singing = undefined));
    return this.singing;
  }

  private async singAnew(): Promise<number | undefined> {
    const beganMs = elapsedMs();
    const isHeard = await this.bell.isHeard(hearLimitMs);
    const heardMs = isHeard ? elapsedMs() - beganMs : undefined;
    this.last = { atMs: elapsedMs(), heardMs };
    return heardMs;
  }
}
