import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Database } from '../../apps/api/src/database/database';
import { findTerritory, listFormerPerimeters } from '../../apps/api/src/territories/territories.queries';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { listParents, listParts } from '../../apps/api/src/territories/territory-lists.queries';
import { refusalOf } from '../support/refusal';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';
import { someTerritories, type TerritoriesUnderTest } from '../support/territories';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return file;
}

const communesHeader = 'TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT';
const movementsHeader =
  'MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP';
const movement = (kind: number, date: string, from: string, fromName: string, to: string): string =>
  `${kind},${date},COM,${from},0,,,${fromName},COM,${to},0,,,`;

/** How many times a commune code is valid more than once on a day, over all days on which something changed. */
const overlapping = `
  select count(*)::integer as count
  from territory one
  join territory other on other.code = one.code and other.level = 'commune' and other.id > one.id
    and one.valid_from < coalesce(other.valid_to, 'infinity') and other.valid_from < coalesce(one.valid_to, 'infinity')
  where one.level = 'commune'`;

describe('the history of communes', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
  });
  afterAll(() => under.close());

  it('names the line, what was read and what was expected of a file that is not INSEE’s', async () => {
    const communes = aFile('communes.csv', ['code;nom', '47167;Mézin']);
    const movements = aFile('movements.csv', [movementsHeader, movement(32, '2019-01-01', '01091', 'X', '01033')]);
    const refusal = await refusalOf(territories.loadInseeFiles({ communes, movements }));
    expect(refusal.status).toBe(422);
    expect(refusal.detail).toMatch(/colonne « TYPECOM » est absente. Colonnes lues : code, nom/);
    const absent = await refusalOf(territories.loadInseeFiles({ communes: 'absent.csv', movements }));
    expect(absent.title).toContain('absent.csv');
  });

  it('keeps the id of a commune that merged: observations already refer to it', async () => {
    const before = await findTerritory(database, 'commune', '01033');
    const communes = aFile('v_commune.csv', [communesHeader, 'COM,01033,84,01,01D,014,0,,,Valserhône,0103,']);
    const movements = aFile('v_mvt.csv', [
      movementsHeader,
      movement(32, '2019-01-01', '01033', 'Bellegarde-sur-Valserine', '01033'),
      movement(32, '2019-01-01', '01091', 'Châtillon-en-Michaille', '01033'),
    ]);
    await territories.loadInseeFiles({ communes, movements });
    const after = await findTerritory(database, 'commune', '01033');
    expect(after).toEqual({ ...before, validFrom: '2019-01-01' });
    expect(await findTerritory(database, 'commune', '01033', 2018)).toMatchObject({ name: 'Bellegarde-sur-Valserine' });
    expect(await listParents(database, after?.id ?? 0)).toHaveLength(6);
  });

  it('gives the row of a commune that merges later to the perimeter that it was', async () => {
    const before = await findTerritory(database, 'commune', '47167');
    const communes = aFile('v_commune_2028.csv', [communesHeader, 'COM,47167,75,47,47D,474,0,,,Mézin,4705,']);
    const movements = aFile('v_mvt_2028.csv', [
      movementsHeader,
      movement(32, '2028-01-01', '47167', 'Mézin', '47167'),
      movement(32, '2028-01-01', '47221', 'Poudenas', '47167'),
    ]);
    await territories.loadInseeFiles({ communes, movements });
    expect(await findTerritory(database, 'commune', '47167', 2027)).toMatchObject({ id: before?.id });
    const current = await findTerritory(database, 'commune', '47167');
    expect(current).toMatchObject({ validFrom: '2028-01-01' });
    expect(current?.id).not.toBe(before?.id);
    const former = await listFormerPerimeters(database, current?.id ?? 0);
    expect(former).toMatchObject([
      { code: '47167', kind: 'merger', share: 1, validTo: '2028-01-01' },
      { code: '47221', kind: 'merger', share: 1 },
    ]);
  });
});

describeWithSharedData('the history of communes in INSEE’s files of 2026', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
  });
  afterAll(() => under.close());

  const rowsOf = async <Row>(sql: string): Promise<Row[]> => (await database.query<Row>(sql)).rows;

  it('loads them whole, leaving no movement aside and no id moved', async () => {
    const ids = () =>
      rowsOf(`select id, code from territory where level = 'commune' and valid_to is null order by code`);
    const before = await ids();
    const report = await territories.loadInseeFiles(inseeFiles);
    expect(report).toMatchObject({ contradictions: 0, cantons: 2042 });
    expect(await ids()).toEqual(before);
    const queued = await rowsOf(`select due_slot from job_run where job_id = 'rebuild'`);
    expect(queued).toHaveLength(1);
  });

  it('changes nothing the second time', async () => {
    const report = await territories.loadInseeFiles(inseeFiles);
    expect(report).toEqual({ perimeters: 0, changes: 0, cantons: 0, populations: 0, contradictions: 0 });
    expect(await rowsOf(`select due_slot from job_run where job_id = 'rebuild'`)).toHaveLength(1);
  });

  it('knows each code at most once on any day', async () => {
    expect(await rowsOf(overlapping)).toEqual([{ count: 0 }]);
  });

  it('has a plausible number of communes in each vintage', async () => {
    const counts = await rowsOf<{ year: number; count: number }>(
      `select year, count(*)::integer as count
       from unnest(array[1990, 2015, 2016, 2019, 2026]) as year
       join territory on level = 'commune' and code !~ '^9(75|77|78|8)'
         and valid_from <= make_date(year, 1, 1) and (valid_to is null or valid_to > make_date(year, 1, 1))
       group by year order by year`,
    );
    // INSEE: 36 658 communes on 1 January 2015, 35 885 in 2016, 34 970 in 2019, 34 875 in 2026 (Mayotte's 17 from 2011).
    expect(counts).toMatchObject([
      { year: 1990 },
      { year: 2015, count: 36_658 },
      { year: 2016, count: 35_885 },
      { year: 2019, count: 34_970 },
      { year: 2026, count: 34_875 },
    ]);
  });

  it('leads every former perimeter whole to the present, but the two islands that left France’s communes in 2007', async () => {
    const lost = await rowsOf<{ code: string; share: number }>(
      `with recursive path as (
         select id as origin, id, 1::double precision as share from territory where level = 'commune'
         union all
         select path.origin, change.to_id, path.share * change.share
         from path join boundary_change change on change.from_id = path.id)
       select origin.code, coalesce(sum(path.share) filter (where territory.valid_to is null), 0) as share
       from path
       join territory on territory.id = path.id
       join territory origin on origin.id = path.origin
       group by path.origin, origin.code
       having abs(coalesce(sum(path.share) filter (where territory.valid_to is null), 0) - 1) > 1e-9
       order by origin.code`,
    );
    expect(lost).toEqual([
      { code: '97123', share: 0 },
      { code: '97127', share: 0 },
    ]);
  });

  it('recomposes Valserhône from its three communes of 2018', async () => {
    const valserhone = await findTerritory(database, 'commune', '01033');
    const former = await listFormerPerimeters(database, valserhone?.id ?? 0);
    expect(valserhone?.validFrom).toBe('2019-01-01');
    expect(former.filter(({ validTo }) => validTo === '2019-01-01').map(({ code }) => code)).toEqual([
      '01033',
      '01091',
      '01205',
    ]);
  });

  it('loads the cantons and towns as a partition of the communes of Lot-et-Garonne', async () => {
    const albret = await findTerritory(database, 'canton', '4705');
    expect((await listParts(database, albret?.id ?? 0, 'commune')).map(({ code }) => code)).toContain('47167');
    expect(await findTerritory(database, 'canton', '4799')).toMatchObject({ name: 'Villeneuve-sur-Lot' });
    const [twice] = await rowsOf<{ count: number }>(
      `select count(*)::integer as count from (
         select link.child_id from territory_link link
         join territory canton on canton.id = link.parent_id and canton.level = 'canton'
         group by link.child_id having count(*) > 1) shared`,
    );
    expect(twice).toEqual({ count: 0 });
  });

  it('takes newer populations, and sums them at every level', async () => {
    const report = await territories.loadInseeFiles({
      ...inseeFiles,
      populations: [
        sharedFile('data/cog/donnees_communes_populations_legales_2023.csv'),
        sharedFile('data/cog/donnees_communes_mayotte.csv'),
      ],
    });
    expect(report.perimeters).toBe(0);
    expect(await findTerritory(database, 'commune', '97611')).toMatchObject({ population: 71_437 });
    const sums = await rowsOf<{ sum: number; whole: number }>(
      `select sum(commune.population)::integer as sum, departement.population::integer as whole
       from territory departement
       join territory_link link on link.parent_id = departement.id
       join territory commune on commune.id = link.child_id and commune.level = 'commune'
       where departement.level = 'departement' and departement.code = '47'
       group by departement.id`,
    );
    expect(sums[0]?.sum).toBe(sums[0]?.whole);
  });
});
