import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Home } from './home';
import { runningStart } from './home-lock';

/** Addresses of one database by who logs in; `owner` changes the schema and is missing where nobody gave us that right. */
export type DatabaseUrls = { owner?: string | undefined; app: string; engine: string; queue?: string | undefined };

/** How to reach what runs on this home. Holds passwords: readable by its owner only. */
export type RunFile = {
  pid: number;
  database: DatabaseUrls;
  apiUrl: string;
  apiPort: number;
  /** What it was started with, as in MAIL_MODE. */
  mailMode: string;
};

const schema = z.object({
  pid: z.number(),
  database: z.object({
    owner: z.string().optional(),
    app: z.string(),
    engine: z.string(),
    queue: z.string().optional(),
  }),
  apiUrl: z.string(),
  apiPort: z.number(),
  mailMode: z.string(),
});

export function writeRunFile({ runFile }: Home, run: RunFile): void {
  const draft = `${runFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, runFile);
}

export function removeRunFile({ runFile }: Home): void {
  rmSync(runFile, { force: true });
}

/** What the running `start` (or a served demo) wrote; undefined when none runs or it is not that far yet. */
export function readRunFile(home: Home): RunFile | undefined {
  const holder = runningStart(home);
  if (!holder) return undefined;
  try {
    const run = schema.parse(JSON.parse(readFileSync(home.runFile, 'utf8')));
    return run.pid === holder.pid ? run : undefined;
  } catch {
    return undefined;
  }
}
