import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadingHints } from '@sillage/indicators';
import { type ArrivalsUnderTest, aRememberedSource, contextOf, someArrivals } from '../support/arrivals';
import { runCommand } from '../support/command';
import { aDatabase, type TestDatabase } from '../support/database';
import { aFileServer, type FileServer, TestPolicy } from '../support/file-server';
import { aHome } from '../support/server';

const columns: ReadingHints['columns'] = [
  { header: 'lieu', use: { as: 'territory', levels: ['commune'] } },
  { header: 'an', use: { as: 'period' } },
  { header: 'nombre', use: { as: 'value', indicator: 'POP', period: null } },
];
// years apart: values that follow each other would be compared
const table = (year: number, headers = 'lieu;an;nombre') => `${headers}\n47167;${year};2\n47001;${year};32\n`;

describe('how the files that come by themselves are read', () => {
  let database: TestDatabase;
  let server: FileServer;
  let under: ArrivalsUnderTest;
  let root: string;
  let content = '';
  let model: number;
  const variables = () => ({ SILLAGE_PULL_HOSTS: `fichiers.test:${server.port}`, SILLAGE_WATCH: root });
  beforeAll(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'sillage-watch-'));
    server = await aFileServer((_request, response) => response.writeHead(200).end(content));
    database = await aDatabase();
    under = await someArrivals(database.url, new TestPolicy(), variables());
    await aRememberedSource(under, 'Autre');
    model = await published(1985, { columns, factor: 1000 });
    // what the source's next files are read as
    await published(1988, { columns });
  });
  afterAll(async () => {
    await server?.close();
    await under?.close();
    await database?.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const published = async (year: number, hints: ReadingHints): Promise<number> => {
    const { batch } = await under.imports.receive(Readable.from([table(year)]), `${year}.csv`, {
      source: 'Pays',
      hints,
    });
    await under.imports.check(batch.id);
    await under.imports.publish(batch.id);
    return batch.id;
  };
  const settings = (change = {}) => ({
    url: `https://fichiers.test:${server.port}/pop.csv`,
    source: 'Pays',
    schedule: '0 6 * * 1',
    ...change,
  });
  const visit = async (id: number) => {
    await under.pullJob.run(contextOf({ pullId: id }));
    return under.pulls.pull(id);
  };
  const valueAt = async (year: number) => {
    const { rows } = await under.database.query<{ value: number }>(
      `select value from observation join territory on territory.id = territory_id
       where code = '47167' and period = $1 order by batch_id desc limit 1`,
      [year * 1000],
    );
    return rows[0]?.value;
  };

  it('a pull reads as the import that it was told, whatever its source has learnt since', async () => {
    const { id, hints } = await under.pulls.create(settings({ readAs: model }));
    expect(hints).toEqual({ columns, factor: 1000 });
    content = table(1991);
    expect((await visit(id)).lastResult?.code).toBe('published');
    expect(await valueAt(1991)).toBe(2000);
  });

  it('a pull told nothing reads as its source, and takes its file anew once told otherwise', async () => {
    const { id } = await under.pulls.create(settings());
    content = table(1994);
    expect((await visit(id)).lastResult?.code).toBe('published');
    expect(await valueAt(1994)).toBe(2);
    expect((await visit(id)).lastResult?.code).toBe('unchanged');
    expect(await under.pulls.change(id, { hints: { columns, factor: 100 } })).toMatchObject({ readAs: null });
    expect((await visit(id)).lastResult?.code).toBe('published');
    expect(await valueAt(1994)).toBe(200);
    expect(await under.pulls.change(id, { isEnabled: false })).toMatchObject({ hints: { factor: 100 } });
    expect(await under.pulls.change(id, { readAs: null })).toMatchObject({ hints: null, readAs: null });
  });

  it('a pull told how to read waits for a person when the columns are no longer those of its source', async () => {
    const { id } = await under.pulls.create(settings({ readAs: model }));
    content = 'lieu;an;nombre;remarque\n47167;1997;2;\n';
    const { lastResult, lastBatchId } = await visit(id);
    expect(lastResult?.code).toBe('waiting');
    expect((await under.imports.batch(lastBatchId!)).state).toBe('checked');
  });

  it.each([
    ['an import of another source', { source: 'Autre' }],
    ['an import that does not exist', { readAs: 999_999 }],
    ['hints besides', { hints: { factor: 10 } }],
  ])('refuses to read as %s', async (_what, change) => {
    await expect(under.pulls.create(settings({ readAs: model, ...change }))).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/readAs' }],
    });
  });

  it('a dropped file is read as the last one published of its sub-folder’s source', async () => {
    mkdirSync(path.join(root, 'Pays'));
    writeFileSync(path.join(root, 'Pays/pop.csv'), table(2000));
    let outcome = {};
    for (let looks = 0; looks < 2; looks += 1) {
      under.clock.instant = new Date(under.clock.instant.getTime() + 120_000);
      outcome = (await under.watchJob.run(contextOf())).counts;
    }
    expect(outcome).toEqual({ published: 1 });
    expect(await valueAt(2000)).toBe(2);
  });

  it('the command line adds, lists, changes and removes a pull', async () => {
    const environment = { DATABASE_URL: database.url, SILLAGE_HOME: aHome(), SILLAGE_LOG: 'errors', ...variables() };
    const pull = (...args: string[]) => runCommand(['pull', ...args], environment);
    const address = settings().url;
    const added = await pull('add', address, '--source', 'Pays', '--schedule', '0 6 * * 1', '--read-as', String(model));
    expect(added).toMatchObject({ code: 0 });
    expect(added.output).toContain(`lu comme l’import n°\u00a0${model}`);
    const id = /^(\d+)\t/.exec(added.output)?.[1] ?? '';
    expect((await pull('change', id, '--read-as', 'source')).output).not.toContain('lu comme');
    expect((await pull()).output).toContain(address);
    expect((await pull('remove', id)).code).toBe(0);
    expect((await pull('add', address, '--sauce', 'Pays')).code).toBe(2);
  }, 60_000);
});
