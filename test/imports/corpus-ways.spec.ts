import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeFinding } from '@sillage/indicators';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { ImportCheckJob } from '../../apps/api/src/imports/import-check.job';
import { readReferential } from '../../apps/api/src/imports/read-referential';
import { referentialOfFiles } from '../../apps/api/src/imports/referential';
import { loadReferentialFolder } from '../../apps/api/src/load-referential';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { runCommand } from '../support/command';
import { UglyFolder, uglyFiles } from '../support/corpus';
import { describeWithSharedData, sharedFile } from '../support/shared';
import { rowsBesideImports, uploadFile } from '../support/upload';

interface BatchAnswer {
  readonly id: number;
  readonly state: string;
  readonly counts: { read: number; kept: number; ignored: number; rejected: number; values: number } | null;
  readonly findings: readonly { code: string; count: number; line: number | null; message: string }[];
}

interface Printed {
  readonly outcome: string;
  readonly read: number;
  readonly kept: number;
  readonly ignored: number;
  readonly rejected: number;
  readonly sum: number;
  readonly findings: readonly { code: string; line: number | null; message: string }[];
}

describeWithSharedData('an ugly file', () => {
  const folder = new UglyFolder();
  let own: OwnApplication;
  let app: NestFastifyApplication;
  let untouched: Record<string, number>;
  beforeAll(async () => {
    own = await anOwnApplication();
    ({ app } = own);
    await app.get(CatalogueService).loadDefault();
    await loadReferentialFolder(app, sharedFile('corpus/ref'));
    untouched = await rowsBesideImports(app);
  });
  afterAll(async () => {
    await own?.close();
    folder.remove();
  });

  const checkOverHttp = async (name: string, content: Buffer): Promise<BatchAnswer> => {
    const response = await uploadFile(app, name, content);
    expect(response.statusCode).toBe(202);
    expect(response.headers).not.toHaveProperty('x-pwn');
    const { id } = response.json<BatchAnswer>();
    await app
      .get(ImportCheckJob)
      .run({ input: { batchId: id }, signal: new AbortController().signal, progress: async () => undefined });
    return getJson<BatchAnswer>(app, `/api/v1/imports/${id}`);
  };

  it.each(uglyFiles())('$file is told the same over HTTP as by the command, and changes nothing else', async (ugly) => {
    const path = folder.locate(ugly.file);
    const batch = await checkOverHttp(ugly.uploadName, readFileSync(path));
    expect(await rowsBesideImports(app)).toEqual(untouched);
    const referential = referentialOfFiles(await readReferential(sharedFile('corpus/ref')));
    const told = await checkInPlace(path, referential, { today: new Date() });
    const { read, kept, ignored, rejected, values } = told;
    const isRefused = told.outcome === 'reject';
    expect({ state: batch.state, counts: batch.counts }).toEqual({
      state: isRefused ? 'rejected' : 'checked',
      counts: { read, kept, ignored, rejected, values },
    });
    const facts = (list: readonly { code: string; count: number; line: number | null; message: string }[]) =>
      list.map(({ code, count, line, message }) => `${code} ${count} ${line} ${message}`).sort();
    const groups = told.groups.map((group) => ({ ...group, message: describeFinding(group, 'fr').message }));
    expect(facts(batch.findings)).toEqual(facts(groups));
    if (!isRefused) return;
    const publication = {
      method: 'POST' as const,
      url: `/api/v1/imports/${batch.id}/publish`,
      headers: { 'x-sillage': '1' },
    };
    expect((await app.inject(publication)).statusCode).toBe(409);
  });

  it.each([
    '001_utf8_ok.csv',
    '005_utf16le_bom_tab_excel_texte_unicode.txt',
    '011_utf8_overlong.csv',
    '029_guillemet_non_ferme.csv',
    '035_zero_octet.csv',
    '047_ligne_total_en_bas.csv',
    '060_nbsp_milliers.csv',
    '078_vide_vs_zero.csv',
    '098_mois_francais_abreges.csv',
    '115_commune_fusionnee_taux.csv',
    '130_doublons_identiques.csv',
    '155_xss_nom_indicateur.csv',
    '165_xlsx_renomme.csv',
  ])('%s is told the same by the process, which needs no database', async (file) => {
    const path = folder.locate(file);
    const { code, output, errors } = await runCommand(
      ['check', path, '--referential', sharedFile('corpus/ref'), '--json'],
      // a database that nothing listens to: it must not even be looked for
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' },
    );
    expect(errors).toBe('');
    const printed = JSON.parse(output) as Printed;
    const referential = referentialOfFiles(await readReferential(sharedFile('corpus/ref')));
    const { outcome, read, kept, ignored, rejected, sum, findings } = await checkInPlace(path, referential, {
      today: new Date(),
    });
    expect(printed).toMatchObject({ outcome, read, kept, ignored, rejected, sum });
    expect(printed.findings.map(({ message }) => message)).toEqual(findings.map(({ message }) => message));
    expect(code).toBe(outcome === 'reject' ? 1 : 0);
  });
});
