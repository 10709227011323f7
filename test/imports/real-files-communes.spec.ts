import { readFileSync } from 'node:fs';
import { absenceCode } from '@sillage/indicators';
import { aCount, RealFiles, type Taken } from '../support/real-files';
import { describeWithSharedData, sharedFile } from '../support/shared';

const offences = [
  'Autres coups et blessures volontaires',
  'Cambriolages de logement',
  'Coups et blessures volontaires intrafamiliaux',
  'Coups et blessures volontaires',
  'Destructions et dégradations volontaires',
  'Escroqueries',
  'Trafic de stupéfiants',
  'Usage de stupéfiants (AFD)',
  'Usage de stupéfiants',
  'Violences sexuelles',
  'Vols avec armes',
  "Vols d'accessoires sur véhicules",
  'Vols dans les véhicules',
  'Vols de véhicules',
  'Vols sans violence contre des personnes',
  'Vols violents sans arme',
];
const communes2018 = 'data/messy/France2018_cog_cp1252_tab.txt';
const salesFile = (year: number) => `data/communal/indicateurs_dvf_communes_${year}.csv`;

describeWithSharedData('producers’ files of communes, from the drop to the published figure', () => {
  let product: RealFiles;
  const taken = new Map<string, Taken>();
  beforeAll(async () => {
    const indicators = offences.map((name, rank) => aCount(`OFFENCE_${rank}`, [name]));
    product = await RealFiles.open([aCount('NB_COMMUNES'), ...indicators]);
    const communes = { header: 'ACTUAL', use: { as: 'value', indicator: 'NB_COMMUNES', period: null } } as const;
    taken.set('communes', await product.publish(communes2018, { period: '2018', columns: [communes] }));
    taken.set('offences', await product.publish('data/messy/ssmsi_delinquance_communes_dep33_ndiff.csv'));
    taken.set('2022', await product.publish(salesFile(2022), {}, 'DVF'));
    taken.set('2023', await product.publish(salesFile(2023), {}, 'DVF'));
    await product.rebuild();
  }, 240_000);
  afterAll(() => product?.close());

  it('reads 39 941 rows of 2018, by a year and a column, their codes in two and their accents right', async () => {
    const { clicks, read, kept, ignored, rejected, reading, preview } = taken.get('communes')!;
    expect({ clicks, read, kept, ignored, rejected }).toEqual({
      clicks: 2,
      read: 39_941,
      kept: 35_357,
      ignored: 4_584,
      rejected: 0,
    });
    expect(reading).toMatchObject({ encoding: 'win1252', delimiter: '\t', vintage: 2018 });
    expect(preview.map(({ cells }) => cells.at(-1))).toContain('Châtillon-sur-Chalaronne');
    const inAin = await product.figures('NB_COMMUNES', 'commune', '&within=departement:01');
    expect(inAin.get('01001 2018')).toMatchObject({ value: 1 });
    const france = await product.figures('NB_COMMUNES', 'france');
    expect([...france.values()].map(({ value }) => value)).toEqual([35_357]);
  });

  it('publishes 4 449 offences as not disseminated, none as zero', async () => {
    const { clicks, id, read, kept, rejected, sum } = taken.get('offences')!;
    expect({ clicks, read, kept, rejected, sum }).toEqual({
      clicks: 0,
      read: 8_560,
      kept: 8_560,
      rejected: 0,
      sum: 74_647,
    });
    expect(await product.observedAbsences(id)).toEqual([
      { absence: null, count: 4_111 },
      { absence: absenceCode('not-disseminated'), count: 4_449 },
    ]);
    const burglaries = await product.figures('OFFENCE_1', 'commune', '&within=departement:33');
    expect(burglaries.get('33001 2017')).toEqual({ value: null, absence: 'not-disseminated', status: 'normal' });
  });

  it('reads the sales of 2023 as those of 2022, without a click', async () => {
    expect(taken.get('2022')).toMatchObject({ clicks: 0, kept: 30_914, ignored: 1, rejected: 0 });
    expect(taken.get('2023')).toMatchObject({ clicks: 0, kept: 30_010, ignored: 1, rejected: 0 });
    const sales = await product.figures('REVI-14', 'commune', '&within=departement:01');
    expect(sales.get('01004 2023')?.value).toBe(158);
    expect(sales.get('01001 2023')?.value).toBe(8);
  });

  it('asks a person when the file of 2024 has other names, and publishes nothing of it meanwhile', async () => {
    const renamed = readFileSync(sharedFile(salesFile(2023)), 'utf8')
      .replaceAll('"2023"', '"2024"')
      .replace(
        '"INSEE_COM","Annee","Nb_mutations","NbMaisons"',
        '"code_commune","annee_vente","nb_ventes","nb_ventes_maisons"',
      );
    const { outcome, codes, id } = await product.take(renamed, 'indicateurs_dvf_communes_2024.csv', {}, 'DVF');
    expect(outcome).toBe('reject');
    expect(codes).toHaveProperty('ENTETES_CHANGES');
    await expect(product.imports.publish(id)).rejects.toMatchObject({ status: 409 });
  });

  // a commune that was born of a merger since has the sum of its parts: no file gave it
  it.each([
    ['NB_COMMUNES', 'departement:47', 0],
    ['OFFENCE_1', 'departement:33', 1],
    ['REVI-14', 'departement:47', 0],
  ])(
    'exports %s of the communes of %s so that importing it again changes nothing',
    async (indicator, within, computed) => {
      const { taken: again, counts, rows } = await product.planOfExport(indicator, 'commune', `&within=${within}`);
      expect({ rejected: again.rejected, kept: again.kept }).toEqual({ rejected: 0, kept: rows });
      expect(counts).toMatchObject({ created: computed, changed: 0, identical: rows - computed });
    },
  );
});
