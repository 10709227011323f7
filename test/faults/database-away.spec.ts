import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { Database } from '../../apps/api/src/database/database';
import { anApplication } from '../support/application';
import { aDatabase, type TestDatabase } from '../support/database';
import { NetworkDoor } from '../support/network-door';

describe('a database that goes away', () => {
  let database: TestDatabase;
  let door: NetworkDoor;
  let app: NestFastifyApplication;
  const connectionErrors: Error[] = [];
  beforeAll(async () => {
    database = await aDatabase();
    const url = new URL(database.url);
    door = await NetworkDoor.before({ host: url.hostname, port: Number(url.port) });
    url.hostname = '127.0.0.1';
    url.port = String(door.port);
    app = await anApplication(url.href);
    app.get(Database).limitQueries(1_000, (error) => connectionErrors.push(error));
  });
  afterAll(async () => {
    await app.close();
    await door.close();
    await database.drop();
  });
  const jobs = () => app.inject({ url: '/api/v1/jobs' });

  it('gives 503 with a time to come back, in French, then answers again by itself', async () => {
    expect((await jobs()).statusCode).toBe(200);
    door.cut();
    for (let request = 0; request < 3; request++) {
      const response = await jobs();
      expect(response.statusCode).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(response.json()).toMatchObject({
        type: 'urn:sillage:probleme:base-absente',
        title: 'La base de données ne répond pas.',
      });
    }
    expect((await app.inject({ url: '/api/v1/health' })).statusCode).toBe(200);
    door.restore();
    expect((await jobs()).statusCode).toBe(200);
  });

  it('does not end the process when idle connections are cut', async () => {
    await Promise.all(Array.from({ length: 6 }, jobs));
    await terminateConnections(database.url);
    await pause(200);
    expect(connectionErrors.length).toBeGreaterThan(0);
    expect((await jobs()).statusCode).toBe(200);
  });

  it('does not end the process when a connection is cut in the middle of a transaction', async () => {
    const work = app.get(Database).transaction(async (client) => {
      await client.query('select 1');
      await terminateConnections(database.url);
      await pause(200);
      await client.query('select 1');
    });
    await expect(work).rejects.toThrow();
    const { rows } = await app.get(Database).transaction(async (client) => client.query('select 1 as one'));
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('gives 503 when an answer takes too long, and keeps its connection', async () => {
    await expect(app.get(Database).query('select pg_sleep(3)')).rejects.toMatchObject({ code: '57014' });
    await app.get(Database).transaction((client) => client.query('select pg_sleep(1.2)'));
    expect((await jobs()).statusCode).toBe(200);
  });
});

async function terminateConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
