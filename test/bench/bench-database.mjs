import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty database of a bench's own on this server. */
export async function createDatabase(serverUrl) {
  const name = `sillage_bench_${randomUUID().slice(0, 8)}`;
  const onServer = async (sql) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}
