import { DataSource } from 'typeorm';
import { InitialSchema1763800000000 } from './migrations/1763800000000-initial-schema';

/** Small pool: on two cores, more connections only add contention (measured in the benches). */
const poolSize = 8;

export function createDataSource(databaseUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: [InitialSchema1763800000000],
    migrationsTableName: 'migration',
    extra: { max: poolSize, connectionTimeoutMillis: 5_000, application_name: 'sillage' },
  });
}

/** Several instances may start together: the first migrates, the others wait for it. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtext($1))', ['sillage-migrations']);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock(hashtext($1))', ['sillage-migrations']);
    await runner.release();
  }
}
