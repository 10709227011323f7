import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { anApplication } from '../support/application';
import { runCommand } from '../support/command';
import { aDatabase, type TestDatabase } from '../support/database';
import { aHome } from '../support/server';
import { type UploadWith, uploadFile } from '../support/upload';

const table = (value: number) =>
  `code_territoire;periode;indicateur;valeur\n47167;2020;POP;${value}\n99999;2020;POP;1\n`;

describe('requests of other programs', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let home: string;
  beforeAll(async () => {
    database = await aDatabase();
    app = await anApplication(database.url);
    home = process.env['SILLAGE_HOME']!;
    await app.get(CatalogueService).loadDefault();
    await app.get(Database).query(`insert into territory (level, code, name) values ('commune', '47167', 'Mézin')`);
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const send = async (content: string, request: UploadWith = {}) => {
    const response = await uploadFile(app, 'essai.csv', content, request);
    return { status: response.statusCode, location: response.headers.location, ...response.json<Answer>() };
  };
  interface Answer {
    readonly id: number;
    readonly isNew: boolean;
    readonly title?: string;
  }

  it('of one key give one import, even together', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(table(1), { key: 'ensemble' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it.each([
    ['another file', table(3), {}],
    ['another source', table(2), { source: 'CAF' }],
    ['another reading', table(2), { hints: '{"factor":10}' }],
  ])('cannot give the key of another request to %s', async (_what, content, fields) => {
    const first = await send(table(2), { key: 'deux' });
    const answer = await send(content, { key: 'deux', fields });
    expect(answer).toMatchObject({ status: 422, title: expect.stringContaining('« deux »') });
    expect(await send(table(2), { key: 'deux' })).toMatchObject({ status: 202, id: first.id, isNew: false });
  });

  it('keep their key where the file was known already, and past a restart', async () => {
    const first = await send(table(4));
    expect(await send(table(4), { key: 'quatre' })).toMatchObject({ id: first.id, isNew: false });
    const again = await anApplication(database.url);
    const answer = await uploadFile(again, 'essai.csv', table(5), { key: 'quatre' });
    expect(answer.statusCode).toBe(422);
    await again.close();
  });

  it('say where queued work is followed', async () => {
    const { id, status, location } = await send(table(6));
    expect({ status, location }).toEqual({ status: 202, location: `/api/v1/imports/${id}` });
    const headers = { 'content-type': 'application/json' };
    const url = `/api/v1/imports/${id}`;
    const hints = await app.inject({ method: 'PUT', url: `${url}/hints`, headers, payload: '{"level":"commune"}' });
    expect([hints.statusCode, hints.headers.location]).toEqual([202, url]);
    expect((await app.inject({ url })).json()).toMatchObject({ id, progress: { state: 'queued' } });
  });

  it('are refused a key too long to be kept', async () => {
    expect(await send(table(1), { key: 'x'.repeat(256) })).toMatchObject({ status: 400 });
  });

  /** Every row of every table, and every file. */
  const everything = async (): Promise<Record<string, string>> => {
    const { rows } = await app.get(Database).query<{ name: string; content: string }>(
      `select table_name as name, query_to_xml(format('select * from %I t order by t::text', table_name), true, false, '')::text as content
       from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
    );
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries([
      ...rows.map(({ name, content }) => [name, content]),
      ...files.map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [file, readFileSync(file, 'base64')];
      }),
    ]);
  };

  it('that are trials write nothing at all, over HTTP and on the command line', async () => {
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(20);
    const trial = await send(table(7), { url: '/api/v1/imports/dry-run', key: 'essai', fields: { source: 'CAF' } });
    expect(trial).toMatchObject({ status: 200, dryRun: true, outcome: 'reject', kept: 1 });
    expect(await everything()).toEqual(before);
    const file = path.join(aHome(), 'essai.csv');
    writeFileSync(file, table(7));
    const environment = { DATABASE_URL: database.url, SILLAGE_HOME: home, SILLAGE_LOG: 'errors' };
    const { code, output } = await runCommand(['import', file, '--dry-run', '--json'], environment);
    expect(JSON.parse(output)).toMatchObject({ outcome: 'reject', read: 2, kept: 1 });
    expect(code).toBe(1);
    expect((await runCommand(['import', file, '--dryrun'], environment)).code).toBe(2);
    const after = await everything();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([]);
  }, 60_000);
});
