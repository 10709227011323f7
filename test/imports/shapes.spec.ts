import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type ImportedIndicator, IndicatorIndex, type ReadingHints } from '@sillage/indicators';
import { findCurrentState, listMeasures } from '../../apps/api/src/aggregates/aggregates.queries';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { loadReferential } from '../../apps/api/src/imports/referential';
import { Log } from '../../apps/api/src/platform/log';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { ImportsUnderTest, someImports } from '../support/imports';
import { anImportedIndicator } from '../support/referential';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';

const today = new Date('2026-11-22T12:00:00Z');
const value = (header: string, indicator: string) => ({
  header,
  use: { as: 'value' as const, indicator, period: null },
});

describeWithSharedData('producers’ shapes, with what an official says of them', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await new TerritoriesService(under.database, under.clock).loadInseeFiles(inseeFiles);
  }, 240_000);
  afterAll(() => under?.close());

  const check = async (file: string, hints: ReadingHints = {}, others: readonly ImportedIndicator[] = []) => {
    const loaded = await loadReferential(under.database);
    const indicators = new IndicatorIndex([...loaded.indicators.indicators, ...others]);
    const result = await checkInPlace(sharedFile(file), { ...loaded, indicators }, { today, hints });
    return { ...result, codes: Object.fromEntries(result.groups.map(({ code, count }) => [code, count])) };
  };
  const publish = async (file: string, hints: ReadingHints): Promise<void> => {
    const { batch } = await under.imports.receive(createReadStream(sharedFile(file)), path.basename(file), { hints });
    await under.imports.check(batch.id);
    await under.imports.publish(batch.id);
  };
  const observed = async (level: string, code: string, indicator: string, period: number) => {
    const { rows } = await under.database.query<{ value: number; status: number }>(
      `select value, status from observation
         join territory on territory.id = territory_id and level = $1 and territory.code = $2 and valid_to is null
         join indicator on indicator.id = indicator_id and indicator.code = $3
       where period = $4`,
      [level, code, indicator, period],
    );
    return rows;
  };

  describe('the children of ASE, départements above and régions below', () => {
    const file = 'data/derived/excelfr_drees_ase_accueillis_2002_2020.csv';

    it('asks which indicator it holds, and shows what it understood', async () => {
      const { outcome, codes, reading, preview } = await check(file);
      expect({ outcome, path: reading?.path }).toEqual({ outcome: 'reject', path: null });
      expect(codes).toHaveProperty('COLONNE_MANQUANTE');
      expect(reading).toMatchObject({ headerLine: 7, territoryColumn: 'Code département', delimiter: ';' });
      expect(preview.find(({ line }) => line === 10)?.cells.slice(0, 4)).toEqual(['84', '01', 'Ain', '803']);
    });

    it('is read at both levels, totals left', async () => {
      const { read, kept, ignored, rejected, values, codes } = await check(file, { indicator: 'ASE_ACCUEILLIS' });
      expect({ read, kept, ignored, rejected, values }).toEqual({
        read: 129,
        kept: 120,
        ignored: 9,
        rejected: 0,
        values: 2_280,
      });
      expect(codes).toMatchObject({ LIGNE_TOTAL: 7, AUTRE_TABLEAU: 1, CODE_NORMALISE: 4 });
    });

    it('gives France 169 114 in 2016 once rebuilt, and Lot-et-Garonne its own', async () => {
      await publish(file, { indicator: 'ASE_ACCUEILLIS' });
      expect(await observed('departement', '47', 'ASE_ACCUEILLIS', 2016000)).toEqual([{ value: 968, status: 0 }]);
      expect(await observed('departement', '84', 'ASE_ACCUEILLIS', 2002000)).toEqual([{ value: 1_059, status: 0 }]);
      expect(await observed('region', '84', 'ASE_ACCUEILLIS', 2002000)).toEqual([{ value: 12_501, status: 0 }]);
      await new RebuildService(under.database, new Log(() => undefined)).rebuild('test');
      const { rows } = await under.database.query<{ territory: number; indicator: number }>(
        `select territory.id as territory, indicator.id as indicator from territory, indicator
         where level = 'france' and indicator.code = 'ASE_ACCUEILLIS'`,
      );
      const state = await findCurrentState(under.database);
      const [france] = await listMeasures(under.database, state!, {
        territoryIds: [rows[0]!.territory],
        indicatorIds: [rows[0]!.indicator],
        from: 2016000,
        to: 2016000,
      });
      expect(france?.measure).toMatchObject({ value: 169_114 });
    }, 120_000);
  });

  describe('the monthly RSA, months down and départements across', () => {
    const file = 'data/derived/excelfr_drees_rsa_mensuel_departements_transpose.csv';

    it('asks which indicator it holds', async () => {
      const { outcome, codes, reading } = await check(file);
      expect({ outcome, shape: reading?.shape }).toEqual({ outcome: 'reject', shape: 'transposed' });
      expect(codes).toHaveProperty('COLONNE_MANQUANTE');
    });

    it('has the values of the tidy file made from it, the last months provisional', async () => {
      const { values, sum, ignored, codes, reading } = await check(file, { indicator: 'RSA_MENSUEL' });
      expect({ values, sum, ignored, level: reading?.level }).toEqual({
        values: 4_646,
        sum: 88_196_780,
        ignored: 7,
        level: 'departement',
      });
      expect(codes).toMatchObject({ ZERO_INITIAL: 9, COLONNE_IGNOREE: 1, LIGNE_NOTE: 7 });
      await publish(file, { indicator: 'RSA_MENSUEL' });
      expect(await observed('departement', '47', 'RSA_MENSUEL', 2020310)).toEqual([{ value: 10_360, status: 1 }]);
      expect(await observed('departement', '01', 'RSA_MENSUEL', 2017301)).toEqual([{ value: 7_660, status: 0 }]);
    });
  });

  it('reads a sheet of minima sociaux, with its new series of 2016', async () => {
    const hints = { sheet: 'Tableau 1', indicator: 'AAH_ALLOC' };
    const { read, kept, ignored, values, sum, codes } = await check(
      'data/series/drees_minima_sociaux_departements.xlsx',
      hints,
    );
    // the 2 459 values of the tidy file made from it (21 710 850.5), and Corse's two départements, written 20A and 20B
    expect({ read, kept, ignored, values, sum }).toEqual({
      read: 109,
      kept: 101,
      ignored: 8,
      values: 2_459 + 50,
      sum: 21_857_403.5,
    });
    expect(codes).toMatchObject({ SERIE_REMPLACEE: 1, LIGNE_TOTAL: 3, LIGNE_NOTE: 5, CODE_NORMALISE: 2 });
  });

  it('reads the communes of 2018, whose codes stand in two columns, and leaves those that were no more', async () => {
    const file = 'data/messy/France2018_cog_cp1252_tab.txt';
    const asked = await check(file);
    expect(asked.codes).toHaveProperty('AUCUN_INDICATEUR');
    expect(asked.reading?.columns.filter(({ use }) => use.as === 'territory').map(({ header }) => header)).toEqual([
      'DEP',
      'COM',
    ]);
    expect(asked.preview[1]?.cells.at(-1)).toBe('Châtillon-sur-Chalaronne');
    const hints = { period: '2018', columns: [value('ACTUAL', 'REVI-05')] };
    const { read, kept, ignored, rejected, codes, reading } = await check(file, hints);
    expect({ read, kept, ignored, rejected }).toEqual({ read: 39_941, kept: 35_357, ignored: 4_584, rejected: 0 });
    expect(codes).toMatchObject({ LIGNE_HORS_CHAMP: 4_584 });
    expect(reading).toMatchObject({ preset: 'insee-cog', vintage: 2018, level: 'commune' });
  });

  it('knows INSEE’s long titles, and asks for the year of the values', async () => {
    const file = 'data/messy/khartis_fr-dpt-pauvrete-2013.csv';
    expect((await check(file)).codes).toHaveProperty('COLONNE_MANQUANTE');
    const { kept, rejected, reading } = await check(file, { period: '2013' });
    expect({ kept, rejected }).toEqual({ kept: 96, rejected: 0 });
    expect(reading).toMatchObject({ level: 'departement', period: '2013', preset: 'insee-filosofi-libelles' });
    expect(reading?.values).toContainEqual({
      header: 'Taux de pauvreté-Ensemble (% pop totale)',
      indicator: 'PREV-11',
      period: 2013000,
    });
  });

  it('keeps what SSMSI does not disseminate as absent, and no zero', async () => {
    const file = 'data/messy/ssmsi_delinquance_communes_dep33_ndiff.csv';
    expect((await check(file)).codes).toMatchObject({ INDICATEUR_INCONNU: 8_560 });
    const burglaries = {
      indicatorNames: { 'Cambriolages de logement': 'REVI-05' },
      otherIndicators: 'ignored',
    } as const;
    expect(await check(file, burglaries)).toMatchObject({ kept: 535, ignored: 8_025, rejected: 0 });
    const names = [
      ...new Set(
        (await check(file)).findings.flatMap(({ code, seen }) => (code === 'INDICATEUR_INCONNU' ? [seen!] : [])),
      ),
    ];
    const indicators = names.map((name, rank) =>
      anImportedIndicator({ id: 10_000 + rank, code: `SSMSI_${rank}`, synonyms: [name] }),
    );
    const { read, kept, rejected, values, sum } = await check(file, {}, indicators);
    expect({ read, kept, rejected, values, sum }).toEqual({
      read: 8_560,
      kept: 8_560,
      rejected: 0,
      values: 8_560,
      sum: 74_647,
    });
  });

  it.each([
    ['data/communal/indicateurs_dvf_communes_2022.csv', 30_914],
    ['data/communal/indicateurs_dvf_communes_2023.csv', 30_010],
  ])('reads the sales of %s, less those of no commune', async (file, kept) => {
    const result = await check(file);
    expect(result).toMatchObject({ outcome: 'accept-with-warnings', kept, ignored: 1, rejected: 0 });
    expect(result.reading).toMatchObject({ preset: 'dvf-communes' });
  });
});
