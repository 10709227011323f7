import { Client } from 'pg';
import { aDatabase, TestDatabase } from '../support/database';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.drop());

  it('is made by the migrations alone', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' order by table_name",
    );
    await client.end();
    expect(rows.map((row) => row.table_name)).toContain('observation');
  });
});
