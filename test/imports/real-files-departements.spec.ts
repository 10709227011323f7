import { readFileSync } from 'node:fs';
import { RealFiles, type Taken } from '../support/real-files';
import { describeWithSharedData, sharedFile } from '../support/shared';

const tidyFile = 'data/derived/series_departementales_long.csv';
const workbook = 'data/series/drees_minima_sociaux_departements.xlsx';
const sheets = [
  ['Tableau 1', 'AAH_ALLOC', 2_509],
  ['Tableau 11', 'RSA_ALLOC', 1_111],
  ['Tableau 13', 'MINSOC_ALLOC', 2_323],
] as const;

/** By indicator, the values of the tidy file made from the producers' own: "47 2020". Of two series, the new one. */
function tidyValues(): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const line of readFileSync(sharedFile(tidyFile), 'utf8').split('\n').slice(1)) {
    const [indicator = '', , , code = '', year = '', , value = '', status = ''] = line.split(';');
    if (status !== 'V') continue;
    const values = found.get(indicator) ?? new Map<string, number>();
    found.set(indicator, values.set(`${code} ${year}`, Number(value)));
  }
  return found;
}

describeWithSharedData('producers’ files of départements, from the drop to the published figure', () => {
  let product: RealFiles;
  const taken = new Map<string, Taken>();
  beforeAll(async () => {
    product = await RealFiles.open();
    taken.set(
      'ASE_ACCUEILLIS',
      await product.publish('data/derived/excelfr_drees_ase_accueillis_2002_2020.csv', { indicator: 'ASE_ACCUEILLIS' }),
    );
    taken.set(
      'RSA_MENSUEL',
      await product.publish('data/derived/excelfr_drees_rsa_mensuel_departements_transpose.csv', {
        indicator: 'RSA_MENSUEL',
      }),
    );
    for (const [sheet, indicator] of sheets)
      taken.set(indicator, await product.publish(workbook, { sheet, indicator }));
    taken.set('PREV-11', await product.publish('data/messy/khartis_fr-dpt-pauvrete-2013.csv', { period: '2013' }));
    await product.rebuild();
  }, 240_000);
  afterAll(() => product?.close());

  it('asks of each no more than its indicator, its sheet or its year, and accounts for every row', () => {
    const kept = [...taken].map(([name, { clicks, kept, ignored, rejected, values }]) => [
      name,
      clicks,
      kept,
      ignored,
      rejected,
      values,
    ]);
    expect(kept).toEqual([
      ['ASE_ACCUEILLIS', 1, 120, 9, 0, 2_280],
      ['RSA_MENSUEL', 1, 46, 7, 0, 4_646],
      ['AAH_ALLOC', 2, 101, 8, 0, 2_509],
      ['RSA_ALLOC', 2, 101, 10, 0, 1_111],
      ['MINSOC_ALLOC', 2, 101, 12, 0, 2_308],
      ['PREV-11', 1, 96, 0, 0, 480],
    ]);
  });

  it('gives France’s 169 114 children of 2016, and not the 172 688 of a sum with the régions or the totals', async () => {
    const france = await product.figures('ASE_ACCUEILLIS', 'france');
    expect([...france].filter(([key]) => key.endsWith(' 2016')).map(([, { value }]) => value)).toEqual([169_114]);
    const regions = await product.figures('ASE_ACCUEILLIS', 'region');
    expect(regions.get('84 2002')?.value).toBe(12_501);
  });

  it('gives the recipients of October 2020 in Lot-et-Garonne as provisional, and those of a first month as final', async () => {
    const months = await product.figures('RSA_MENSUEL', 'departement');
    expect(months.get('47 2020-10')).toEqual({ value: 10_360, absence: null, status: 'provisional' });
    expect(months.get('01 2017-01')).toEqual({ value: 7_660, absence: null, status: 'normal' });
  });

  it.each(['ASE_ACCUEILLIS', 'AAH_ALLOC', 'RSA_ALLOC', 'MINSOC_ALLOC'])(
    'publishes every value of %s that its tidy form has',
    async (indicator) => {
      const published = await product.figures(indicator, 'departement');
      const differing = [...(tidyValues().get(indicator) ?? [])].filter(
        ([key, value]) => !/^(?:20|69[DM]) /.test(key) && Math.abs((published.get(key)?.value ?? -1) - value) > 0.5,
      );
      expect(differing.map(([key, value]) => [key, value, published.get(key)])).toEqual([]);
      expect(published.size).toBeGreaterThan(1_000);
    },
  );

  it('publishes the poverty rates of 2013 as they were written', async () => {
    const rates = await product.figures('PREV-11', 'departement');
    expect(rates.get('01 2013')?.value).toBe(10.6);
    expect(rates.get('02 2013')?.value).toBe(18.6);
  });

  it('finds the leap of Lot-et-Garonne’s education at home in 2019, and keeps its 617', async () => {
    const { findings, rejected } = await product.imports.checkFile(sharedFile(tidyFile));
    expect(rejected).toBe(0);
    const leaps = findings.filter(({ code }) => code === 'SAUT').map(({ message }) => message);
    expect(leaps.filter((message) => /617/.test(message))).toHaveLength(1);
  });

  it('accepts a cover above 100 places for 100 children', async () => {
    const text = ',codgeo,REVI-16,annee\n1,92033,"115,2",2020\n2,92036,"61,4",2020\n';
    const { kept, rejected, sum } = await product.take(text, 'petite_enfance.csv', {}, null);
    expect({ kept, rejected, sum }).toEqual({ kept: 2, rejected: 0, sum: 176.6 });
  });

  // the four years of each département are computed from the months: no file gave them
  it.each([
    ['ASE_ACCUEILLIS', 'departement', 0],
    ['ASE_ACCUEILLIS', 'region', 0],
    ['RSA_MENSUEL', 'departement', 4 * 101],
    ['AAH_ALLOC', 'departement', 0],
    ['PREV-11', 'departement', 0],
  ])('exports %s of each %s so that importing it again changes nothing', async (indicator, level, computed) => {
    const { taken: again, counts, rows } = await product.planOfExport(indicator, level);
    expect({ rejected: again.rejected, kept: again.kept }).toEqual({ rejected: 0, kept: rows });
    expect(counts).toMatchObject({ created: computed, changed: 0, identical: rows - computed });
  });

  it('has the same figures, to the byte, once an export is published over them', async () => {
    const { taken: again, text } = await product.planOfExport('ASE_ACCUEILLIS', 'departement');
    await product.imports.publish(again.id);
    await product.rebuild();
    expect(await product.exported('ASE_ACCUEILLIS', 'departement')).toBe(text);
  });
});
