import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const instantText = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

/** What a dump says of itself: enough to judge it, and to build a database around its rows. */
export const backupFacts = z.strictObject({
  /** Business time, and the database's own clock. */
  takenAt: instantText,
  realTime: instantText,
  /** Version of the server, such as `18.4`; rows can be read by any other. */
  postgres: z.string(),
  /** The migrations that made its tables, in their order. */
  migrations: z.array(z.string()).min(1),
  /** In the order in which they are read back. */
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1), rows: z.int().min(0) })),
  sequences: z.array(z.strictObject({ name, last: z.string().regex(/^\d+$/) })),
  logs: z.array(
    z.strictObject({
      county: z.string().regex(/^\d{2}$/),
      size: z.int().min(0),
      root: hash,
      /** The last signed checkpoint, as it was given out. */
      checkpoint: z.strictObject({ origin: z.string(), size: z.int().min(0), note: z.string() }).nullable(),
    }),
  ),
});

export type BackupFacts = z.infer<typeof backupFacts>;

/** The database cannot take what is restored, or the backup is not for this software. The message says what to do. */
export class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError';
}
