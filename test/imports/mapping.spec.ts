import { existsSync, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../../apps/api/src/database/database';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import type { OwnApplication } from '../support/application';
import { anImportsApplication } from '../support/imports';
import { type UploadWith, uploadFile } from '../support/upload';

interface Answer {
  readonly id: number;
  readonly state: string;
  readonly isNew: boolean;
  readonly isConfirmed: boolean;
  readonly findings: { readonly code: string; readonly message: string }[];
  readonly counts: { readonly values: number } | null;
  readonly title?: string;
  readonly errors?: { readonly pointer: string }[];
}

describe('how a file is read, corrected and remembered', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  let imports: ImportsService;
  beforeAll(async () => {
    own = await anImportsApplication();
    app = own.app;
    imports = app.get(ImportsService);
  });
  afterAll(() => own?.close());

  const send = (content: string, said?: UploadWith) => uploadFile(app, 'essai.csv', content, said);
  const read = async (id: number) => (await app.inject({ url: `/api/v1/imports/${id}` })).json<Answer>();
  const putHints = (id: number, hints: unknown) =>
    app.inject({
      method: 'PUT',
      url: `/api/v1/imports/${id}/hints`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(hints),
    });
  const rows = (headers: string, first = '47167;2021;1460', second = '47001;2021;32485') =>
    `${headers}\n${first}\n${second}\n`;

  it('reads a file again as a person says', async () => {
    const { id } = (await send(rows('lieu;an;habitants'))).json<Answer>();
    expect((await imports.check(id)).outcome).toBe('reject');
    const columns = [
      { header: 'lieu', use: { as: 'territory', levels: ['commune'] } },
      { header: 'an', use: { as: 'period' } },
      { header: 'habitants', use: { as: 'value', indicator: 'POP', period: null } },
    ];
    const answer = await putHints(id, { columns, headerLine: 1 });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ state: 'draft', isConfirmed: true });
    await imports.check(id);
    expect(await read(id)).toMatchObject({ state: 'checked', counts: { values: 2 } });
  });

  it('refuses words that it does not know, and says where', async () => {
    const { id } = (await send(rows('lieu;an;habitants', '47167;2019;1'))).json<Answer>();
    const answer = await putHints(id, { shape: 'ronde', columns: [{ header: 'lieu', use: { as: 'roi' } }] });
    expect(answer.statusCode).toBe(400);
    expect((await putHints(999_999, {})).statusCode).toBe(404);
    const form = await send(rows('lieu;an;habitants', '47167;2018;1'), { fields: { hints: '{"shape":"ronde"}' } });
    expect(form.statusCode).toBe(400);
    expect(form.json<Answer>().errors).toEqual([expect.objectContaining({ pointer: '/hints/shape' })]);
    expect((await send(rows('a;b;c'), { fields: { hints: 'shape' } })).statusCode).toBe(400);
  });

  it('keeps the verdicts of the last word when an earlier check ends after it', async () => {
    const { id } = (await send(rows('code_commune;annee;POP', '47167;2017;1', '47001;2017;2'))).json<Answer>();
    const hints = { columns: [{ header: 'annee', use: { as: 'ignored' as const } }], period: '2016' };
    let isSaid = false;
    const onProgress = async (): Promise<void> => {
      if (isSaid) return;
      isSaid = true;
      await imports.setHints(id, hints);
    };
    await imports.check(id, { onProgress });
    expect(await read(id)).toMatchObject({ state: 'draft', counts: null });
    const { contents } = await imports.check(id);
    expect(contents).toMatchObject([{ period: 2016000, count: 2 }]);
    await imports.publish(id);
    const { folder } = imports.files.of(id);
    expect(readdirSync(folder).sort()).toEqual(['contents.json', 'findings.ndjson', 'original', 'preview.json']);
    await expect(imports.setHints(id, {})).rejects.toMatchObject({ status: 409 });
  });

  it('reads the next file of a source as the last one, and asks when its columns have changed', async () => {
    const columns = [
      { header: 'lieu', use: { as: 'territory', levels: ['commune'] } },
      { header: 'exercice', use: { as: 'period' } },
      { header: 'personnes_21', use: { as: 'value', indicator: 'POP', period: null } },
    ];
    const fields = { source: 'Observatoire' };
    const first = (
      await send(rows('lieu;exercice;personnes_21'), { fields: { ...fields, hints: JSON.stringify({ columns }) } })
    ).json<Answer>();
    expect((await imports.check(first.id)).outcome).not.toBe('reject');
    await imports.publish(first.id);

    const next = rows('lieu;exercice;personnes_21', '47167;2022;1450', '47001;2022;32100');
    const second = (await send(next, { fields })).json<Answer>();
    expect(await imports.check(second.id)).toMatchObject({ values: 2, sum: 33_550 });
    await imports.publish(second.id);

    const other = rows('commune;annee;POP', '47167;2023;1440', '47001;2023;32000');
    const third = (await send(other, { fields })).json<Answer>();
    await imports.check(third.id);
    const refused = await read(third.id);
    expect(refused.state).toBe('rejected');
    expect(refused.findings).toContainEqual(expect.objectContaining({ code: 'ENTETES_CHANGES' }));
    expect(refused.findings.find(({ code }) => code === 'ENTETES_CHANGES')?.message).toMatch(/lieu.*commune/);
    await putHints(third.id, {});
    expect(await imports.check(third.id)).toMatchObject({ values: 2, sum: 33_440 });
    await imports.publish(third.id);
    // a file of the first kind again: both are known
    const again = rows('lieu;exercice;personnes_21', '47167;2024;1430', '47001;2024;31900');
    const fourth = (await send(again, { fields })).json<Answer>();
    expect(await imports.check(fourth.id)).toMatchObject({ values: 2, sum: 33_330 });
    await imports.publish(fourth.id);
    const { rows: versions } = await app
      .get(Database)
      .query<{ version: number }>('select version from import_mapping where source = $1 order by version', [
        'Observatoire',
      ]);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('asks again for a period that was said of one file', async () => {
    const fields = { source: 'Sans année' };
    const hints = JSON.stringify({ period: '2001' });
    const first = (
      await send(rows('code_commune;POP', '47167;1390', '47001;32000'), { fields: { ...fields, hints } })
    ).json<Answer>();
    expect(await imports.check(first.id)).toMatchObject({ contents: [{ period: 2001000 }] });
    await imports.publish(first.id);
    const next = (await send(rows('code_commune;POP', '47167;1410', '47001;32100'), { fields })).json<Answer>();
    expect(await imports.check(next.id)).toMatchObject({ outcome: 'reject', contents: [] });
    await putHints(next.id, { period: '2002' });
    expect(await imports.check(next.id)).toMatchObject({ contents: [{ period: 2002000 }] });
  });

  it('answers the same import to the same request, and refuses its key for another file', async () => {
    const content = rows('code_commune;annee;POP', 'inconnu;2015;1', '47001;2015;2');
    const first = (await send(content, { key: 'abc' })).json<Answer>();
    await imports.check(first.id);
    expect((await send(content, { key: 'abc' })).json<Answer>()).toMatchObject({ id: first.id, isNew: false });
    expect((await send(rows('a;b;c'), { key: 'abc' })).statusCode).toBe(422);
  });

  it('tries a file out and keeps nothing of it', async () => {
    const count = async () =>
      (await app.get(Database).query('select count(*) as batches, (select count(*) from job_run) from import_batch'))
        .rows;
    const before = await count();
    const answer = await send(rows('code_commune;annee;POP', '47167;2014;12', '47001;2014;x'), {
      url: '/api/v1/imports/dry-run',
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ dryRun: true, outcome: 'reject', read: 2, kept: 1, rejected: 1, sum: 12 });
    expect(await count()).toEqual(before);
    expect(existsSync(imports.files.incoming) ? readdirSync(imports.files.incoming) : []).toEqual([]);
  });

  it('gives back a file with its errors beside its rows, and its rejected rows to be mended', async () => {
    const content = 'Essai\ncode_commune;annee;POP;note\n47167;2013;12;=1+1\n47999;2013;"x;y";\nTOTAL;2013;12;-3\n';
    const { id } = (await send(content)).json<Answer>();
    await imports.check(id);
    const file = await app.inject({ url: `/api/v1/imports/${id}/annotated.csv` });
    expect(file.headers['content-disposition']).toContain('essai-annote.csv');
    const lines = file.body.split('\r\n');
    expect(lines.slice(0, 3)).toEqual(['\ufeffEssai', 'code_commune;annee;POP;note;Erreur', "47167;2013;12;'=1+1;"]);
    expect(lines[3]).toMatch(/^47999;2013;"x;y";;.*47999/);
    expect(lines[4]).toMatch(/^TOTAL;2013;12;-3;./);
    const { rows: rejected } = (await app.inject({ url: `/api/v1/imports/${id}/rejected` })).json<{
      rows: { line: number; cells: string[]; findings: { code: string }[] }[];
    }>();
    expect(rejected).toMatchObject([{ line: 4, cells: ['47999', '2013', 'x;y', ''] }]);
    const corrections = [
      { line: 4, column: 'code_commune', value: '47001' },
      { line: 4, column: 'POP', value: '34' },
    ];
    await putHints(id, { corrections });
    expect(await imports.check(id)).toMatchObject({ rejected: 0, sum: 46 });
  });

  it('reads the same file otherwise beside what it gave, and not twice in the same way', async () => {
    const { id } = (await send(rows('code_commune;POP_2011;POP_2012', '47167;1;2', '47001;3;4'))).json<Answer>();
    await imports.check(id);
    await imports.publish(id);
    const again = (hints: unknown) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/imports/${id}/readings`,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(hints),
      });
    const otherwise = { columns: [{ header: 'POP_2012', use: { as: 'ignored' } }] };
    const other = (await again(otherwise)).json<Answer>();
    expect(other).toMatchObject({ state: 'draft', isConfirmed: true });
    expect(other.id).not.toBe(id);
    expect((await imports.check(other.id)).values).toBe(2);
    expect((await again(otherwise)).json<Answer>().id).toBe(other.id);
  });

  it('reads a file of the demonstration otherwise as one of the demonstration', async () => {
    const file = Readable.from([rows('code_commune;POP_2013;POP_2014', '47167;1;2')]);
    const { batch } = await imports.receive(file, 'demo.csv', { source: 'Essai', isDemo: true });
    const columns = [{ header: 'POP_2014', use: { as: 'ignored' as const } }];
    expect(await imports.readAgain(batch.id, { columns })).toMatchObject({ isDemo: true, source: 'Essai' });
  });
});
