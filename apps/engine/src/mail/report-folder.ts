import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { countyOfReport, readReport, reportLimit } from '@app/mail';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS, STORE } from '../tokens';

const intervalMs = 60_000;
/** So that a folder that somebody has filled does not hold everything up; the rest is read a minute later. */
const atOnce = 500;

/**
 * Reads the Maildir folder that the mail server delivers reports to: `new` → `cur` once a report has been noted. Of several engines
 * one moves a file, and to note a report twice changes nothing.
 */
@Injectable()
export class ReportFolder {
  private reading = false;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: JsonLogger,
  ) {}

  @Interval(intervalMs)
  async read(): Promise<void> {
    const folder = this.settings.mail.reportsDir;
    if (folder === undefined || this.reading) return;
    this.reading = true;
    try {
      await this.readAll(folder);
    } catch (error) {
      this.log.warn('the delivery reports cannot be read; trying again', errorFacts(error));
    } finally {
      this.reading = false;
    }
  }

  private async readAll(folder: string): Promise<void> {
    await mkdir(join(folder, 'cur'), { recursive: true });
    const entries = await readdir(join(folder, 'new'), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const counts: Record<string, number> = {};
    for (const name of names.sort().slice(0, atOnce)) {
      const outcome = await this.note(await beginningOf(join(folder, 'new', name)));
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      // Seen, as Maildir marks it. Another engine may have moved it.
      await rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,S`)).catch(ignoreMissing);
    }
    if (Object.keys(counts).length > 0) this.log.log('delivery reports', counts);
  }

  private async note(raw: Uint8Array): Promise<string> {
    const read = await readReport(raw);
    if (read.report === null) return read.why;
    const county = countyOfReport(read.report);
    return county === null ? 'unknown-mail' : (await this.store.deliveries.note(county, read.report)).outcome;
  }
}

/** As much of a file as a report may have, and a byte more by which a larger one is known. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(reportLimit + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
