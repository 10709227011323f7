import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../../apps/api/src/database/database';
import { ImportCheckJob } from '../../apps/api/src/imports/import-check.job';
import { ImportPublishJob } from '../../apps/api/src/imports/import-publish.job';
import type { Job } from '../../apps/api/src/jobs/job';
import { getJson, type OwnApplication } from '../support/application';
import { anImportsApplication } from '../support/imports';
import { uploadFile } from '../support/upload';
import { xlsxOf } from '../support/workbooks/xlsx';

interface BatchAnswer {
  readonly id: number;
  readonly state: string;
  readonly isNew: boolean;
  readonly message: string | null;
  readonly counts: Record<string, number> | null;
  readonly findings: { code: string; count: number; message: string }[];
  readonly progress: { state: string } | null;
}

describe('imports over HTTP', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    own = await anImportsApplication();
    app = own.app;
  });
  afterAll(() => own?.close());

  const send = (content: string | Buffer, fileName = 'essai.csv') => uploadFile(app, fileName, content);
  const post = (url: string) => app.inject({ method: 'POST', url, headers: { 'x-sillage': '1' } });
  /** What the worker does with a queued run. */
  const run = (job: new (...args: never[]) => Job, batchId: number) =>
    app
      .get<Job>(job)
      .run({ input: { batchId }, signal: new AbortController().signal, progress: async () => undefined });
  const batch = (id: number) => getJson<BatchAnswer>(app, `/api/v1/imports/${id}`);

  it('leads a file from upload to publication, each step readable', async () => {
    const content = 'code_territoire;periode;indicateur;valeur\r\n47167;2021;POP;1 460\r\nTOTAL;2021;POP;1 460\r\n';
    const response = await send(content);
    expect(response.statusCode).toBe(202);
    const { id, state, isNew, progress } = response.json<BatchAnswer>();
    expect({ state, isNew, progress: progress?.state }).toEqual({ state: 'draft', isNew: true, progress: 'queued' });

    const report = await run(ImportCheckJob, id);
    expect(report.counts).toEqual({ read: 2, kept: 1, ignored: 1, rejected: 0, values: 1 });
    const checked = await batch(id);
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { read: 2, kept: 1, ignored: 1, rejected: 0, values: 1 },
    });
    expect(checked.findings).toMatchObject([{ code: 'LIGNE_TOTAL', count: 1 }]);
    expect(await getJson(app, `/api/v1/imports/${id}/preview`)).toMatchObject({
      headers: ['code_territoire', 'periode', 'indicateur', 'valeur'],
      rows: [
        { line: 2, verdict: 'kept', findings: [] },
        { line: 3, verdict: 'ignored', findings: [{ code: 'LIGNE_TOTAL' }] },
      ],
    });
    expect(await getJson(app, `/api/v1/imports/${id}/findings?code=LIGNE_TOTAL`)).toMatchObject({
      findings: [{ line: 3, seen: 'TOTAL', severity: 'warning' }],
    });

    expect((await post(`/api/v1/imports/${id}/publish`)).statusCode).toBe(202);
    await run(ImportPublishJob, id);
    expect(await batch(id)).toMatchObject({ state: 'published' });
    const again = (await send(content, 'le meme.csv')).json<BatchAnswer>();
    expect(again).toMatchObject({ id, isNew: false, message: 'Ce fichier est déjà publié : rien n’a changé.' });
    expect((await post(`/api/v1/imports/${id}/publish`)).json()).toMatchObject({ isNew: false });

    expect((await post(`/api/v1/imports/${id}/withdraw`)).json()).toMatchObject({ state: 'withdrawn' });
    const { rows } = await app
      .get(Database)
      .query<{ due_slot: string }>(`select due_slot from job_run where job_id = 'rebuild' order by id`);
    expect(rows.map(({ due_slot }) => due_slot)).toEqual([`batch:${id}`, `batch:${id}:withdrawn`]);
  });

  it('gives the original back as a download, under a name that cannot leave its header', async () => {
    const content = 'code_territoire;periode;indicateur;valeur\n47001;2020;POP;1\n';
    const { id } = (await send(content, 'a%22 é.csv')).json<BatchAnswer>();
    const original = await app.inject({ method: 'GET', url: `/api/v1/imports/${id}/original` });
    expect(original.body).toBe(content);
    expect(original.headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.!~-]+$/,
    );
    expect(original.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(original.headers['x-content-type-options']).toBe('nosniff');
  });

  it('names the sheet of each line of a workbook, wherever it is read', async () => {
    const rows = [
      ['code_territoire', 'periode', 'indicateur', 'valeur'],
      ['99999', 2020, 'POP', 1],
    ];
    const { id } = (await send(xlsxOf([{ name: 'Années 2020', rows }]), 'essai.xlsx')).json<BatchAnswer>();
    await run(ImportCheckJob, id);
    for (const part of ['', '/findings', '/findings.csv', '/preview', '/rejected', '/annotated.csv'])
      expect((await app.inject({ method: 'GET', url: `/api/v1/imports/${id}${part}` })).body).toMatch(
        /Ligne 2 de la feuille «\sAnnées 2020\s», colonne «\scode_territoire\s»/,
      );
  });

  it('says what it found in the language asked, wherever it says it', async () => {
    const content = `code_territoire;periode;indicateur;valeur\n99998;2020;POP;1\n47167;2020;POP;1\n47167;2020;POP;2\n`;
    const { id } = (await send(content)).json<BatchAnswer>();
    await run(ImportCheckJob, id);
    const ask = async (place: string) => (await app.inject({ url: `/api/v1/imports${place}` })).body;
    for (const place of ['', '/findings', '/findings.csv', '/annotated.csv', '/preview', '/rejected']) {
      const said = await ask(`/${id}${place}?lang=en`);
      expect(said).toMatch(/Line 2/);
      expect(said).not.toMatch(/Ligne|gravite|Erreur/);
      expect(await ask(`/${id}${place}`)).toMatch(/Ligne 2/);
    }
    const trial = await uploadFile(app, 'essai.csv', content, { url: '/api/v1/imports/dry-run?lang=en' });
    expect(trial.body).toContain('Lines 3 and 4');
    expect(await ask(`/${id}/findings?lang=en`)).toContain('Lines 3 and 4');
  });

  it('writes findings that no spreadsheet runs', async () => {
    const { id } = (
      await send('code_territoire;periode;indicateur;valeur\n=1+1;2020;POP;1\n@x;2020;POP;1\n')
    ).json<BatchAnswer>();
    await run(ImportCheckJob, id);
    const { body } = await app.inject({ method: 'GET', url: `/api/v1/imports/${id}/findings.csv` });
    expect(body).toMatch(/^\ufeffcode;gravite;ligne;colonne;vu;attendu;message\r\n/);
    expect(body).toContain(";'=1+1;");
    expect(body).toContain(";'@x;");
    expect(await batch(id)).toMatchObject({ state: 'rejected' });
    expect((await post(`/api/v1/imports/${id}/publish`)).statusCode).toBe(409);
  });

  it.each([
    ['/api/v1/imports/999999', 404],
    ['/api/v1/imports/abc', 400],
    ['/api/v1/imports/999999/preview', 404],
    ['/api/v1/imports?limit=0', 400],
    ['/api/v1/imports/99999999999', 404],
    ['/api/v1/imports/99999999999/plan', 404],
    ['/api/v1/imports?before=99999999999', 404],
  ])('%s answers %d as a problem', async (url, status) => {
    const response = await app.inject({ method: 'GET', url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('knows no import of a number that none can have', async () => {
    expect((await post('/api/v1/imports/99999999999/withdraw')).statusCode).toBe(404);
  });

  it('asks for a file when there is none', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { 'content-type': 'application/json' },
      payload: {},
    });
    expect(response.statusCode).toBe(415);
  });

  it('lists imports, the newest first, page by page', async () => {
    const first = await getJson<{ batches: BatchAnswer[]; nextBefore: number }>(app, '/api/v1/imports?limit=2');
    expect(first.batches).toHaveLength(2);
    const next = await getJson<{ batches: BatchAnswer[] }>(app, `/api/v1/imports?limit=2&before=${first.nextBefore}`);
    expect(next.batches[0]?.id).toBeLessThan(first.batches[1]?.id ?? 0);
  });
});
