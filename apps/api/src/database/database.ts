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
  constructor(private readonly dataSource: DataSource) {}

  async query<Row>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<{ rows: Row[]; rowCount: number | null }> {
    const result = await this.pool.query(sql, [...parameters]);
    return { rows: result.rows as Row[], rowCount: result.rowCount };
  }

  /** Runs the work in one transaction on one connection; any error rolls everything back. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Lends one connection, for COPY and for session settings. */
  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async onModuleDestroy(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** TypeORM's driver keeps its pg pool in `master`. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
