import changesFile from '../../apps/api/reference/commune-changes.json';
import { Database } from '../../apps/api/src/database/database';
import { recentHistory } from '../../apps/api/src/territories/commune-changes';
import { readReferenceGeography } from '../../apps/api/src/territories/decoupage-administratif';
import { readMovements } from '../../apps/api/src/territories/insee-files';
import { findTerritory, listFormerPerimeters } from '../../apps/api/src/territories/territories.queries';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { describeWithSharedData, inseeFiles } from '../support/shared';
import { someTerritories, type TerritoriesUnderTest } from '../support/territories';

describe('the boundary changes that come with the reference', () => {
  it('go up to the vintage of the reference, and none contradicts it', async () => {
    const { vintage, territories } = await readReferenceGeography();
    expect(changesFile.lastVintage).toBe(vintage);
    const history = recentHistory(territories.filter(({ level }) => level === 'commune'));
    expect(history.contradictions).toEqual([]);
  });
});

describeWithSharedData('the boundary changes that come with the reference, beside INSEE’s', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
  });
  afterAll(() => under.close());

  const rowsOf = async <Row>(sql: string): Promise<Row[]> => (await database.query<Row>(sql)).rows;
  const recentChanges = () =>
    rowsOf(
      `select from_id, to_id, effective_date::text, kind, share from boundary_change
       where effective_date > '${changesFile.firstVintage}-01-01' order by from_id, to_id`,
    );
  const perimeters = () =>
    rowsOf(
      `select id, code, valid_to::text from territory
       where level = 'commune' and (valid_to is null or valid_to > '${changesFile.firstVintage}-01-01') order by id`,
    );
  const fingerprint = () =>
    rowsOf(
      `select
         (select sum(hashtext(territory::text)::bigint) from territory) as territories,
         (select sum(hashtext(boundary_change::text)::bigint) from boundary_change) as changes`,
    );

  it('name the same communes on the same dates', async () => {
    const pairs = (movements: readonly { fromCode: string; toCode: string; date: string }[]): string[] =>
      [...new Set(movements.map(({ fromCode, toCode, date }) => `${date} ${fromCode} → ${toCode}`))].sort();
    const renaming = 10;
    const insee = (await readMovements(inseeFiles.movements)).filter(
      ({ kind, date, fromCode, toCode }) =>
        kind !== renaming && date > `${changesFile.firstVintage}-01-01` && fromCode && toCode,
    );
    expect(pairs(changesFile.changes)).toEqual(pairs(insee));
  });

  it('know the communes of each year since 2019', async () => {
    const counts = await rowsOf<{ count: number }>(
      `select year, count(*)::integer as count
       from generate_series(2019, 2026) as year
       join territory on level = 'commune' and code !~ '^9(75|77|78|8)'
         and valid_from <= make_date(year, 1, 1) and (valid_to is null or valid_to > make_date(year, 1, 1))
       group by year order by year`,
    );
    // INSEE's counts on 1 January.
    expect(counts.map(({ count }) => count)).toEqual([34_970, 34_968, 34_965, 34_955, 34_945, 34_935, 34_875, 34_875]);
  });

  it('keep the population of a former commune, and share a split by those of the new ones', async () => {
    expect(await findTerritory(database, 'commune', '01330', 2024)).toMatchObject({ population: expect.any(Number) });
    const shares = await rowsOf<{ sum: number; distinct: number }>(
      `select sum(share) as sum, count(distinct share)::integer as distinct
       from boundary_change join territory on territory.id = from_id
       where territory.code = '15141'`,
    );
    expect(shares).toEqual([{ sum: expect.closeTo(1, 9), distinct: 5 }]);
  });

  it('stay as they are, ids included, when INSEE’s files bring the deeper past', async () => {
    const [changesBefore, perimetersBefore] = [await recentChanges(), await perimeters()];
    expect(changesBefore.length).toBeGreaterThan(190);
    const report = await territories.loadInseeFiles(inseeFiles);
    expect(report.contradictions).toBe(0);
    expect(await recentChanges()).toEqual(changesBefore);
    expect(await perimeters()).toEqual(perimetersBefore);
    const valserhone = await findTerritory(database, 'commune', '01033');
    expect((await listFormerPerimeters(database, valserhone?.id ?? 0)).length).toBeGreaterThan(3);
  });

  it('leave the deeper past alone when the reference is loaded again', async () => {
    const before = await fingerprint();
    await database.query(`update setting set value = value || '{"version": "5.9.9"}' where key = 'geography-vintage'`);
    await territories.loadReference();
    expect(await fingerprint()).toEqual(before);
  });
});
