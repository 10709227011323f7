import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listBatches } from '../../apps/api/src/imports/imports.queries';
import { type ArrivalsUnderTest, aRememberedSource, contextOf, populations, someArrivals } from '../support/arrivals';
import { aDatabase, type TestDatabase } from '../support/database';
import { TestPolicy } from '../support/file-server';

describe('the watched folder', () => {
  let database: TestDatabase;
  let root: string;
  let one: ArrivalsUnderTest;
  let two: ArrivalsUnderTest;
  beforeAll(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'sillage-watch-'));
    database = await aDatabase();
    [one, two] = (await Promise.all(
      [0, 1].map(() => someArrivals(database.url, new TestPolicy(), { SILLAGE_WATCH: root })),
    )) as [ArrivalsUnderTest, ArrivalsUnderTest];
    await aRememberedSource(one, 'Observatoire');
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
    await database?.drop();
    rmSync(root, { recursive: true, force: true });
  });
  afterEach(() => {
    for (const name of readdirSync(root)) rmSync(path.join(root, name), { recursive: true });
  });

  const drop = (place: string, content: string): void => {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true });
    writeFileSync(path.join(root, place), content);
  };
  const files = (): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort();
  const pass = ({ clock }: ArrivalsUnderTest, ms: number): void => {
    clock.instant = new Date(clock.instant.getTime() + ms);
  };
  const look = async (under = one) => {
    pass(under, 120_000);
    return under.watchJob.run(contextOf());
  };
  const looks = async (under = one) => {
    await look(under);
    return look(under);
  };
  const text = (place: string): string => readFileSync(path.join(root, place), 'utf8');
  const lastBatch = async () => (await listBatches(one.database, { before: null, limit: 1 }))[0]!;

  it('leaves a file that cannot be taken, says so, and takes those behind it', async () => {
    drop('Bloqué/pop.csv', populations(1990));
    // where claimed files go
    writeFileSync(path.join(root, 'Bloqué/.en-cours'), '');
    drop('Observatoire/pop.csv', populations(1991));
    const { counts, messages } = await looks();
    expect(counts).toEqual({ skipped: 1, published: 1 });
    expect(messages[0]).toMatch(/^Bloqué\/pop\.csv.*laissé en place/);
    expect(files()).toContain('Bloqué/pop.csv');
  });

  it('publishes a file of a known source at the second look that finds it unchanged, with its report', async () => {
    drop('Observatoire/pop.csv', populations(2016));
    expect(await look()).toEqual({ counts: {}, messages: [] });
    drop('Observatoire/pop.csv', populations(2016, 1_500));
    expect((await look()).counts).toEqual({});
    expect(await look()).toMatchObject({ counts: { published: 1 } });
    expect(files()).toEqual([
      'Observatoire/recus/pop.csv',
      'Observatoire/recus/pop.csv.rapport.csv',
      'Observatoire/recus/pop.csv.rapport.txt',
    ]);
    const batch = await lastBatch();
    expect(batch).toMatchObject({ state: 'published', source: 'Observatoire', valueCount: 2, fileName: 'pop.csv' });
    expect(text('Observatoire/recus/pop.csv.rapport.txt')).toMatch(
      new RegExp(`Publié \\(import n°.${batch.id}\\)\\.[^]*2 lignes lues.: 2 retenues`),
    );
    expect(text('Observatoire/recus/pop.csv')).toBe(populations(2016, 1_500));
  });

  it('leaves to a person what is of a new source, of none, or has remarks', async () => {
    drop('Nouvelle/a.csv', populations(2017));
    drop('b.csv', populations(2018));
    drop('Observatoire/c.csv', `${populations(2019)}TOTAL;2019;POP;33945\n`);
    const { counts, messages } = await looks();
    expect(counts).toEqual({ waiting: 3 });
    expect(messages).toHaveLength(3);
    expect(text('Nouvelle/recus/a.csv.rapport.txt')).toContain('Aucun fichier de cette source');
    expect(text('recus/b.csv.rapport.txt')).toContain('sous-dossier');
    expect(text('Observatoire/recus/c.csv.rapport.txt')).toContain('a des remarques');
    expect(text('Observatoire/recus/c.csv.rapport.csv')).toContain('TOTAL');
    const { rows } = await one.database.query(
      `select state from import_batch where file_name in ('a.csv', 'b.csv', 'c.csv') group by state`,
    );
    expect(rows).toEqual([{ state: 'checked' }]);
  });

  it('puts aside what is refused, and never writes over what stands there', async () => {
    for (const content of ['<html>non</html>', `${populations(2020)}99999;2020;POP;1\n`, '']) {
      drop('Observatoire/x.csv', content);
      expect((await looks()).counts).toEqual({ refused: 1 });
    }
    expect(files().filter((name) => name.endsWith('.csv') && !name.includes('rapport'))).toEqual([
      'Observatoire/refuses/x (2).csv',
      'Observatoire/refuses/x (3).csv',
      'Observatoire/refuses/x.csv',
    ]);
    expect(text('Observatoire/refuses/x (2).csv.rapport.txt')).toContain('99999');
    expect((await lastBatch()).state).toBe('rejected');
  });

  it('says of a file that it is known already', async () => {
    drop('Observatoire/again.csv', populations(2015));
    expect((await looks()).counts).toEqual({ known: 1 });
    expect(files()).toContain('Observatoire/recus/again.csv');
  });

  it('follows no link and leaves temporary and hidden files alone', async () => {
    drop('Observatoire/~$pop.xlsx', 'x');
    drop('Observatoire/pop.csv.part', 'x');
    drop('pop.tmp', 'x');
    drop('.cache/pop.csv', populations(2021));
    symlinkSync('/etc/passwd', path.join(root, 'Observatoire/link.csv'));
    symlinkSync('/etc', path.join(root, 'linked'));
    const before = files();
    expect((await looks()).counts).toEqual({});
    expect(files()).toEqual(before);
  });

  it('gives each file to one of two instances that look together', async () => {
    const names = Array.from({ length: 6 }, (_, rank) => `Observatoire/f${rank}.csv`);
    for (const [rank, name] of names.entries()) drop(name, populations(2000 + rank));
    await Promise.all([look(one), look(two)]);
    const reports = await Promise.all([look(one), look(two)]);
    expect(reports.map(({ counts }) => counts['published'] ?? 0).reduce((sum, count) => sum + count)).toBe(6);
    const { rows } = await one.database.query<{ count: number }>(
      `select count(*)::integer as count from import_batch where file_name ~ '^f[0-9].csv$' group by file_name`,
    );
    expect(rows).toEqual(Array.from({ length: 6 }, () => ({ count: 1 })));
    expect(files().filter((name) => /f\d\.csv$/.test(name))).toHaveLength(6);
    expect(existsSync(path.join(root, 'Observatoire/.en-cours'))).toBe(false);
  });

  it('is not troubled by a file that vanishes between two looks', async () => {
    drop('Observatoire/gone.csv', populations(2010));
    await look();
    rmSync(path.join(root, 'Observatoire/gone.csv'));
    expect(await look()).toEqual({ counts: {}, messages: [] });
  });

  it('takes up again what a killed process had taken', async () => {
    const taken = one.clock.now().getTime();
    drop(`Observatoire/.en-cours/${taken}-abc/left.csv`, populations(2011));
    expect((await looks()).counts).toEqual({});
    pass(one, 3 * 3_600_000);
    expect((await looks()).counts).toEqual({ published: 1 });
  });

  it('gives a file back when its job is stopped', async () => {
    drop('Observatoire/stopped.csv', populations(2012));
    await look();
    pass(one, 120_000);
    const controller = new AbortController();
    const context = {
      ...contextOf(),
      signal: controller.signal,
      progress: async () => controller.abort(new Error('x')),
    };
    await expect(one.watchJob.run(context)).rejects.toThrow();
    expect(files()).toEqual(['Observatoire/stopped.csv']);
  });

  it('says that the folder cannot be read', async () => {
    const away = await someArrivals(database.url, new TestPolicy(), { SILLAGE_WATCH: path.join(root, 'absent') });
    await expect(look(away)).rejects.toMatchObject({ title: expect.stringContaining('SILLAGE_WATCH') });
    await away.close();
  });
});
