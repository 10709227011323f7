import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { ImportCheckJob } from '../../apps/api/src/imports/import-check.job';
import { loadReferentialFolder } from '../../apps/api/src/load-referential';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { aMutatedFile } from '../support/mutated-files';
import { smallReferential } from '../support/small-referential';
import { rowsBesideImports, uploadFile } from '../support/upload';

interface BatchAnswer {
  readonly id: number;
  readonly state: string;
  readonly counts: { read: number; kept: number; ignored: number; rejected: number; values: number } | null;
}

describe('a file after accidents, over HTTP', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-referential-'));
  let own: OwnApplication;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    smallReferential(folder);
    own = await anOwnApplication();
    ({ app } = own);
    await app.get(CatalogueService).loadDefault();
    await loadReferentialFolder(app, folder);
  });
  afterAll(async () => {
    await own?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('never answers 500, and a refused file changes nothing but its own report', async () => {
    const before = await rowsBesideImports(app);
    const states: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(aMutatedFile, fc.string({ unit: 'binary', maxLength: 30 }), async (bytes, name) => {
        const response = await uploadFile(app, `${name}.csv`, bytes);
        if (response.statusCode !== 202) throw new Error(`${response.statusCode} ${response.body}`);
        const { id } = response.json<BatchAnswer>();
        const control = { signal: new AbortController().signal, progress: async () => undefined };
        await app.get(ImportCheckJob).run({ input: { batchId: id }, ...control });
        const { state, counts } = await getJson<BatchAnswer>(app, `/api/v1/imports/${id}`);
        states[state] = (states[state] ?? 0) + 1;
        if (!counts || counts.read !== counts.kept + counts.ignored + counts.rejected)
          throw new Error('Accounts differ');
        if (state === 'checked' && counts.values === 0) throw new Error('A success without anything');
        for (const part of ['', '/findings', '/findings.csv', '/preview', '/original'])
          if ((await app.inject({ method: 'GET', url: `/api/v1/imports/${id}${part}` })).statusCode >= 500)
            throw new Error(`500 at ${part}`);
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
    expect(await rowsBesideImports(app)).toEqual(before);
    expect(states['rejected']).toBeGreaterThan(50);
    expect(states['checked']).toBeGreaterThan(50);
  }, 120_000);
});
