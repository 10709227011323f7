import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { publishBatch } from '../../apps/api/src/imports/publish-batch';
import { type ImportsUnderTest, someCommunes, someImports } from '../support/imports';

const header = 'code_territoire;periode;indicateur;valeur;numerateur;denominateur;statut\n';
const row = (code: string, year: number, value: string): string => `${code};${year};POP;${value};;;\n`;

describe('an import, from upload to withdrawal', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await someCommunes(under.database);
  });
  afterAll(() => under?.close());

  const receive = (text: string, name = 'essai.csv') => under.imports.receive(Readable.from([Buffer.from(text)]), name);
  const observations = async (batchId: number) => {
    const { rows } = await under.database.query<Record<string, unknown>>(
      `select territory.code, period, value, numerator, denominator, absence, status, line, column_number as "column"
       from observation join territory on territory.id = territory_id where batch_id = $1 order by line, column_number`,
      [batchId],
    );
    return rows;
  };
  const imported = async (text: string) => {
    const { batch } = await receive(text);
    const result = await under.imports.check(batch.id);
    if (result.outcome !== 'reject') await under.imports.publish(batch.id);
    return { id: batch.id, result };
  };

  it('publishes what was checked, with file lines, and asks for a rebuild', async () => {
    const { id, result } = await imported(`${header}${row('47167', 2021, '1460')}${row('47001', 2021, '32 485')}`);
    expect(result).toMatchObject({ outcome: 'accept', read: 2, kept: 2, values: 2, sum: 33_945 });
    expect(await observations(id)).toMatchObject([
      { code: '47167', period: 2021000, value: 1460, line: 2, status: 0 },
      { code: '47001', period: 2021000, value: 32485, line: 3, status: 0 },
    ]);
    const { rows } = await under.database.query('select due_slot from job_run where job_id = $1 and due_slot = $2', [
      'rebuild',
      `batch:${id}`,
    ]);
    expect(rows).toHaveLength(1);
    expect(existsSync(under.imports.files.of(id).spool)).toBe(false);
    expect(await under.imports.batch(id)).toMatchObject({ state: 'published', readCount: 2, valueCount: 2 });
  });

  it('does nothing when the same bytes come again, and says so', async () => {
    const text = `${header}${row('47167', 2019, '1500')}`;
    const { id } = await imported(text);
    const again = await receive(text, 'autre-nom.csv');
    expect(again).toMatchObject({ isNew: false, batch: { id, state: 'published' } });
    expect(await under.imports.publish(id)).toEqual({ values: 1, isNew: false });
    expect(await observations(id)).toHaveLength(1);
  });

  it('makes one batch of identical files sent together, and leaves no file behind', async () => {
    const text = `${header}${row('47167', 2018, '1510')}`;
    const received = await Promise.all(Array.from({ length: 20 }, () => receive(text)));
    expect(new Set(received.map(({ batch }) => batch.id)).size).toBe(1);
    expect(received.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(readdirSync(path.join(under.home, 'imports/incoming'))).toEqual([]);
  });

  it('makes one batch of identical files sent together under different keys', async () => {
    const text = `${header}${row('47167', 2006, '1510')}`;
    const received = await Promise.all(
      Array.from({ length: 10 }, (_, rank) =>
        under.imports.receive(Readable.from([Buffer.from(text)]), 'essai.csv', { idempotencyKey: `clé ${rank}` }),
      ),
    );
    expect(new Set(received.map(({ batch }) => batch.id)).size).toBe(1);
  });

  it('keeps typed absences, provisional values and series breaks apart', async () => {
    const { id } = await imported(
      `${header}47167;2010;POP;s;;;\n47167;2011;POP;;;;SANS_OBJET\n47167;2012;POP;1500*;;;\n47167;2013;POP;1500;;;R\n47167;2014;POP;;;;\n`,
    );
    expect(await observations(id)).toMatchObject([
      { period: 2010000, value: null, absence: 1 },
      { period: 2011000, value: null, absence: 6 },
      { period: 2012000, value: 1500, absence: null, status: 1 },
      { period: 2013000, value: 1500, absence: null, status: 3 },
    ]);
  });

  it('refuses a whole file for one bad row, says which, and keeps nothing of it', async () => {
    const { id, result } = await imported(`${header}${row('47167', 2015, '1')}${row('99999', 2015, '2')}`);
    expect(result).toMatchObject({ outcome: 'reject', read: 2, kept: 1, rejected: 1 });
    expect(result.findings).toMatchObject([{ code: 'TERRITOIRE_INCONNU', line: 3, seen: '99999' }]);
    expect(await under.imports.batch(id)).toMatchObject({ state: 'rejected' });
    await expect(under.imports.publish(id)).rejects.toMatchObject({ status: 409 });
    expect(await observations(id)).toEqual([]);
  });

  it('names both lines of a contradiction', async () => {
    const { result } = await imported(
      `${header}${row('47167', 2016, '1')}${row('47001', 2016, '2')}${row('47167', 2016, '3')}`,
    );
    expect(result.findings[0]?.message).toContain('Lignes 2 et 4');
  });

  it.each([
    ['code_commune;nom;prenom;date_naissance\n47167;Durand;Anne;1980-01-01\n', 'prenom'],
    ['nom;DateNaissance;NIR\nDurand;1980-01-01;285010100100135\n', 'DateNaissance'],
  ])('keeps nothing of a file that announces persons: %j', async (text, column) => {
    const { batch } = await receive(text);
    const { findings, ...result } = await under.imports.check(batch.id);
    expect(findings).toMatchObject([{ code: 'DONNEES_NOMINATIVES', column }]);
    expect(result).toMatchObject({ reading: null, preview: [], firstRows: [], rejectedRows: [] });
    const { folder } = under.imports.files.of(batch.id);
    expect(readdirSync(folder).sort()).toEqual(['contents.json', 'findings.ndjson', 'preview.json']);
    const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    expect(kept.join('')).not.toMatch(/Durand|285010100100135|1980/);
  });

  it('never says success for nothing', async () => {
    const { result } = await imported(`${header}47167;2021;POP;;;;\n`);
    expect(result).toMatchObject({ outcome: 'reject', values: 0 });
    expect(result.groups.map(({ code }) => code)).toContain('AUCUNE_VALEUR');
  });

  it('withdraws a publication: the values stay written, the batch no longer counts', async () => {
    const { id } = await imported(`${header}${row('47001', 2017, '33 576')}`);
    expect(await under.imports.withdraw(id)).toMatchObject({ state: 'withdrawn' });
    expect(await observations(id)).toHaveLength(1);
    await expect(under.imports.withdraw(id)).rejects.toMatchObject({ status: 409 });
    expect((await receive(`${header}${row('47001', 2017, '33 576')}`)).isNew).toBe(true);
  });

  it('rolls everything back when PostgreSQL stores another number of rows than was counted', async () => {
    const { batch } = await receive(`${header}${row('47001', 2009, '1')}${row('47167', 2009, '2')}`);
    await under.imports.check(batch.id);
    await under.database.query('update import_batch set value_count = 3 where id = $1', [batch.id]);
    await expect(under.imports.publish(batch.id)).rejects.toThrow('COPY stored 2 rows of 3');
    expect(await observations(batch.id)).toEqual([]);
    expect(await under.imports.batch(batch.id)).toMatchObject({ state: 'checked' });
  });

  it('shows nothing of a publication that dies half-way, and publishes whole afterwards', async () => {
    const { batch } = await receive(`${header}${row('47001', 2008, '1')}${row('47167', 2008, '2')}`);
    await under.imports.check(batch.id);
    const { spool, contents } = under.imports.files.of(batch.id);
    const dying = under.database.transaction(async (client) => {
      await publishBatch(client, { batchId: batch.id, hintsVersion: 0, spool, contents, now: under.clock.now() }, {});
      expect(await observations(batch.id)).toEqual([]);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await observations(batch.id)).toEqual([]);
    expect(await under.imports.publish(batch.id)).toEqual({ values: 2, isNew: true });
    expect(await observations(batch.id)).toHaveLength(2);
  });

  it('publishes no other reading than the one that was approved', async () => {
    const { batch } = await receive(`${header}${row('47001', 2007, '5')}`);
    await under.imports.check(batch.id);
    await under.imports.setHints(batch.id, { factor: 1000 });
    await under.imports.check(batch.id);
    await expect(under.imports.publish(batch.id, { hintsVersion: 0 })).rejects.toMatchObject({
      status: 409,
      code: 'lecture-changee',
    });
    expect(await observations(batch.id)).toEqual([]);
    expect(await under.imports.publish(batch.id, { hintsVersion: 1 })).toEqual({ values: 1, isNew: true });
    expect(await observations(batch.id)).toMatchObject([{ value: 5000 }]);
  });

  it('writes every finding beside the file', async () => {
    const { id } = await imported(`${header}${row('1', 2015, '1')}${row('2', 2015, '2')}`);
    const lines = readFileSync(under.imports.files.of(id).findings, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).line)).toEqual([2, 3]);
  });

  it('cuts an upload that is too large or interrupted, and keeps nothing', async () => {
    const broken = new Readable({
      read() {
        this.push(Buffer.from(header));
        this.destroy(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
      },
    });
    await expect(under.imports.receive(broken, 'coupe.csv')).rejects.toMatchObject({ status: 400 });
    expect(readdirSync(path.join(under.home, 'imports/incoming'))).toEqual([]);
  });
});
