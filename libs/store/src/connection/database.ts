import type { EntityManager } from '@mikro-orm/postgresql';
import { IsolationLevel, MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { entities } from '../register/register.entities';
import type { Connections, OpenOptions } from '../store';
import { connectionSettings } from './connect';
import { nobody, type StoreWatch } from './watch';
import { asStoreError, DatabaseAwayError, isAway } from './errors';

/**
 * With a name, a statement is parsed and planned once on each connection: for what is asked often. Without, it is planned for
 * its values each time: for lists, whose filters decide how they are best read.
 */
export type Statement = { readonly name?: string; readonly text: string };

/** Runs a statement and returns its rows. */
export type Query = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

/** Sets the county that the transaction sees and writes. */
export const enterCounty: Statement = { name: 'enter-county', text: `select set_config('app.county', $1, true)` };

const enterTrace: Statement = { name: 'enter-trace', text: `select set_config('app.traceparent', $1, true)` };

/**
 * One bounded pool of connections, shared by the entity manager and by bare statements. Errors of a database that does
 * not answer come out as `DatabaseAwayError`.
 */
export class Database {
  private constructor(
    private readonly orm: MikroORM,
    private readonly pool: Pool,
    readonly watch: StoreWatch,
  ) {}

  static async open({ databaseUrl, applicationName, poolSize = 8, watch = nobody }: OpenOptions): Promise<Database> {
    const orm = await MikroORM.init({
      clientUrl: databaseUrl,
      entities,
      schema: 'vuosikello',
      // Databases are made by whoever runs the server.
      ensureDatabase: false,
      pool: { min: 0, max: poolSize },
      driverOptions: { ...connectionSettings(databaseUrl, applicationName), idleTimeoutMillis: 60_000 },
    });
    const pool = await orm.em.getConnection().getNativeClient();
    return new Database(orm, pool, watch);
  }

  /** One statement, its own transaction. */
  readonly query: Query = <Row>(statement: Statement, values: readonly unknown[]) =>
    this.withClient((client) => run<Row>(client, statement, values));

  get connections(): Connections {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.pool;
    return { open, idle, waiting };
  }

  /**
   * Several statements in one transaction; rolled back when the work throws. With the `traceparent` of those who asked, it is part of
   * that trace, and so is the work that it leaves.
   */
  async transaction<T>(work: (query: Query) => Promise<T>, trace?: string): Promise<T> {
    if (trace === undefined) return this.bareTransaction(work);
    const traced = async (query: Query) => {
      await query(enterTrace, [trace]);
      return work(query);
    };
    return this.watch.span('transaction', trace, {}, () => this.bareTransaction(traced));
  }

  private async bareTransaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('begin');
      try {
        const result = await work((statement, values) => run(client, statement, values));
        await client.query('commit');
        return result;
      } catch (error) {
        // One that did not answer is thrown away with its transaction.
        if (!isAway(error)) await client.query('rollback');
        throw error;
      }
    });
  }

  /** A transaction that sees and writes one county only. */
  async inCounty<T>(county: string, work: (query: Query) => Promise<T>): Promise<T> {
    return this.transaction(async (query) => {
      await query(enterCounty, [county]);
      return work(query);
    });
  }

  /** Entities in one transaction that sees and writes one county only; on request all of it as of one moment. */
  async entitiesOf<T>(
    county: string,
    work: (em: EntityManager) => Promise<T>,
    { isolationLevel = IsolationLevel.READ_COMMITTED } = {},
  ): Promise<T> {
    const em = this.orm.em.fork({ session: { variables: { 'app.county': county } } });
    try {
      return await em.transactional((inside) => work(inside as EntityManager), { isolationLevel });
    } catch (error) {
      throw asStoreError(error);
    }
  }

  async close(): Promise<void> {
    await this.orm.close();
  }

  private async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw new DatabaseAwayError(error);
    }
    let broken: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      const told = asStoreError(error);
      // A connection that did not answer may still be working on the old statement: it is thrown away.
      if (told !== error) broken = error as Error;
      throw told;
    } finally {
      client.release(broken);
    }
  }
}

async function run<Row>(client: PoolClient, { name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await client.query({ ...(name !== undefined && { name }), text, values: values as unknown[] });
  return rows as Row[];
}
