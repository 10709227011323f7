import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { ImportsUnderTest, someImports } from '../support/imports';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';

describeWithSharedData('producers’ files, checked without writing', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await new TerritoriesService(under.database, under.clock).loadInseeFiles(inseeFiles);
  }, 240_000);
  afterAll(() => under?.close());

  const check = async (file: string) => {
    const result = await under.imports.checkFile(sharedFile(file));
    const codes = Object.fromEntries(result.groups.map(({ code, count }) => [code, count]));
    return { ...result, codes };
  };

  it('keeps every row of Filosofi 2021, and finds that its geography is not the current one', async () => {
    const { read, kept, values, reading, codes } = await check('data/communal/cc_filosofi_2021_COM.csv');
    expect({ read, kept, values }).toEqual({ read: 34_909, kept: 34_909, values: 27 * 34_909 });
    expect(codes).not.toHaveProperty('CODE_AUTRE_MILLESIME');
    expect(reading).toMatchObject({ shape: 'wide', level: 'commune', vintage: 2024 });
    expect(reading?.values.find(({ header }) => header === 'TP6021')).toMatchObject({
      indicator: 'PREV-11',
      period: 2021000,
    });
  });

  it('mends the codes of Guyane and keeps empty populations as missing', async () => {
    const { read, kept, values, codes } = await check('data/series/population_communes_2013_2021.csv');
    expect({ read, kept, values }).toEqual({ read: 34_995, kept: 34_995, values: 9 * 34_995 - 57 });
    expect(codes).toMatchObject({ CODE_NORMALISE: 112, COLONNE_IGNOREE: 1 });
  });

  it('keeps the new series where DREES gives two values for 2016', async () => {
    const { read, kept, ignored, rejected, codes } = await check('data/derived/series_departementales_long.csv');
    expect({ read, kept, ignored, rejected }).toEqual({ read: 23_664, kept: 23_367, ignored: 297, rejected: 0 });
    expect(codes).toMatchObject({ DOUBLON_RUPTURE: 297 });
  });

  it('finds the indicator of the monthly RSA in its header', async () => {
    const { outcome, values, reading } = await check('data/derived/rsa_mensuel_dep_long_2017_2020.csv');
    expect({ outcome, values }).toEqual({ outcome: 'accept', values: 4_646 });
    expect(reading?.values).toEqual([{ header: 'rsa_allocataires', indicator: 'RSA_MENSUEL', period: null }]);
  });

  it('reads a panel with a year in each header, and says which columns it leaves', async () => {
    const { outcome, kept, values, codes } = await check('data/derived/panel_communes_47.csv');
    expect({ outcome, kept }).toEqual({ outcome: 'accept-with-warnings', kept: 319 });
    expect(values).toBeGreaterThan(5_000);
    expect(codes).toHaveProperty('COLONNE_IGNOREE');
    expect(codes).not.toHaveProperty('DONNEE_PERSONNELLE');
  });

  it.each([
    ['data/messy/France2018_cog_cp1252_tab.txt', 'AUCUN_INDICATEUR'],
    ['data/messy/ssmsi_delinquance_communes_dep33_ndiff.csv', 'INDICATEUR_INCONNU'],
    ['data/messy/khartis_fr-dpt-pauvrete-2013.csv', 'COLONNE_MANQUANTE'],
    ['data/derived/excelfr_drees_ase_accueillis_2002_2020.csv', 'COLONNE_MANQUANTE'],
    ['data/derived/excelfr_drees_rsa_mensuel_departements_transpose.csv', 'COLONNE_MANQUANTE'],
  ])('asks of %s what its cells do not say: %s', async (file, code) => {
    const { outcome, codes } = await check(file);
    expect(outcome).toBe('reject');
    expect(codes).toHaveProperty(code);
  });

  it('writes nothing to the database', async () => {
    const { rows } = await under.database.query<{ n: number }>('select count(1)::integer as n from import_batch');
    expect(rows[0]?.n).toBe(0);
  });
});
