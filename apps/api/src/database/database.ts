import { Injectable, OnModuleDestroy } from '@nestjs/common';
import { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';

/** What a query function needs: a pool or a client inside a transaction. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** Access to the database for every feature: TypeORM holds the connection, queries run on its pg pool. */
@Injectable()
export class Database implements Queryable, OnModuleDestroy {
  /** In the server, single queries have a pool of their own: jobs can neither starve them nor be cut by their time limit. */
  private limitedPool: Pool | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** From now on a single query may last so long; transactions and borrowed connections are not limited. */
  limitQueries(timeoutMs: number, onConnectionError: (error: Error) => void): void {
    const { connectionString, max, connectionTimeoutMillis, application_name } = this.pool.options;
    this.limitedPool = new Pool({
      connectionString,
      max,
      connectionTimeoutMillis,
      application_name,
      statement_timeout: timeoutMs,
    });
    this.limitedPool.on('error', onConnectionError);
  }

  async query<Row>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<{ rows: Row[]; rowCount: number | null }> {
    const result = await (this.limitedPool ?? this.pool).query(sql, [...parameters]);
    return { rows: result.rows as Row[], rowCount: result.rowCount };
  }

  /** Runs the work in one transaction on one connection; any error rolls everything back. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('begin');
      try {
        const result = await work(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Lends one connection, for COPY and for session settings. One that broke meanwhile is not given back to the pool. */
  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // without a listener, a server that goes away between two queries would end the process
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await work(client);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.limitedPool?.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** TypeORM's driver keeps its pg pool in `master`. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
