import type { PoolConfig } from 'pg';

/** Limits on every connection of the store. Real time; nothing may wait for ever. */
const limits = {
  connectMs: 5_000,
  statementMs: 15_000,
  /** Longer than the server's own limit: it ends what the network has swallowed. */
  queryMs: 20_000,
  lockMs: 10_000,
  idleInTransactionMs: 30_000,
} as const;

/** Connection settings of a store. The jit compiler is off: it costs more than these short statements. */
export function connectionSettings(url: string, applicationName: string) {
  return {
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: limits.connectMs,
    query_timeout: limits.queryMs,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    keepAlive: true,
    options: '-c jit=off -c timezone=UTC',
  } satisfies PoolConfig;
}
