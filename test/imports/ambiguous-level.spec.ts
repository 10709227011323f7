import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadingHints } from '@sillage/indicators';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { type ImportsUnderTest, someImports } from '../support/imports';
import { aHome } from '../support/server';

const file = path.join(aHome(), 'essai.csv');

describe('codes that several levels share', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await new CatalogueService(under.database).loadDefault();
    await under.database.query(
      `insert into territory (level, code, name) values
         ('departement', '01', 'Ain'), ('departement', '02', 'Aisne'), ('departement', '2A', 'Corse-du-Sud'),
         ('departement', '33', 'Gironde'), ('arrondissement', '033', 'Vichy'),
         ('region', '01', 'Guadeloupe'), ('region', '02', 'Martinique'),
         ('canton', '0002', 'Canton 2'), ('canton', '1001', 'Aix-en-Othe'), ('commune', '00002', 'Deux'),
         ('commune', '01001', 'L’Abergement-Clémenciat'), ('commune', '01002', 'L’Abergement-de-Varey'), ('commune', '10003', 'Ailleville')`,
    );
  });
  afterAll(() => under?.close());

  const check = async (codes: readonly string[], hints: ReadingHints = {}, header = 'code_territoire') => {
    writeFileSync(file, `${header};periode;POP\n${codes.map((code, rank) => `${code};2021;${rank + 1}\n`).join('')}`);
    return under.imports.checkFile(file, { hints });
  };
  const asked = ({ findings }: Awaited<ReturnType<typeof check>>) =>
    findings.find(({ code }) => code === 'NIVEAU_AMBIGU')?.message ?? null;

  it.each([
    ['two of département and région', ['01', '02'], 'départements (2), régions (2)'],
    ['zeros lost as well', ['2'], 'départements (1), régions (1)'],
    ['a canton, or a commune that lost its zero', ['0002'], 'communes (1), cantons (1)'],
    ['a canton of the Aube, or a commune of the Ain', ['1001'], 'communes (1), cantons (1)'],
  ])('ask which is meant: %s', async (_what, codes, levels) => {
    const result = await check(codes);
    expect(result.outcome).toBe('reject');
    expect(asked(result)).toContain(levels);
  });

  it.each([
    ['one code fits one level only', ['1', '2', '2A'], 'departement', 3],
    ['zeros were lost, though a canton has one of the codes', ['1001', '1002'], 'commune', 2],
    ['a code is written as a département has it', ['33'], 'departement', 1],
    ['one code is of no territory', ['2A', '99', '01'], 'departement', 2],
  ])('ask nothing when %s', async (_what, codes, level, kept) => {
    const result = await check(codes);
    expect(asked(result)).toBeNull();
    expect(result).toMatchObject({ kept, reading: { level } });
  });

  it('ask nothing when a person, a title or a column names the level', async () => {
    expect(await check(['01', '02'], { level: 'region' })).toMatchObject({
      outcome: 'accept',
      reading: { level: 'region' },
    });
    expect(asked(await check(['01', '02'], {}, 'code_dep'))).toBeNull();
    writeFileSync(file, 'code_territoire;niveau;periode;POP\n01;region;2021;1\n02;departement;2021;2\n');
    expect(asked(await under.imports.checkFile(file))).toBeNull();
  });

  it('are settled by a row beyond the first ones', async () => {
    const many = Array.from({ length: 40_000 }, (_, rank) => `01;${1000 + (rank % 900)};POP;${rank}\n`).join('');
    writeFileSync(file, `code_territoire;periode;indicateur;valeur\n${many}2A;2021;POP;9\n`);
    const result = await under.imports.checkFile(file);
    expect(asked(result)).toBeNull();
    expect(result.reading).toMatchObject({ level: 'departement' });
  });
});
