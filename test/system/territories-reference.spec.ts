import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { Clock } from '../../apps/api/src/platform/clock';
import {
  findHome,
  findTerritory,
  listFormerPerimeters,
  listPartialShare,
  type TerritoryRecord,
} from '../../apps/api/src/territories/territories.queries';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { listParents, listParts, listTerritories } from '../../apps/api/src/territories/territory-lists.queries';
import { writeTerritories } from '../../apps/api/src/territories/territory-writer';
import { aDatabase, type TestDatabase } from '../support/database';

describe('the reference geography', () => {
  let test: TestDatabase;
  let database: Database;
  let territories: TerritoriesService;
  let seconds: number;

  const find = async (level: TerritoryRecord['level'], code: string): Promise<TerritoryRecord> => {
    const found = await findTerritory(database, level, code);
    if (!found) throw new Error(`No ${level} ${code}`);
    return found;
  };
  /** One number for everything stored: a second load must not move it. */
  const fingerprint = async (): Promise<unknown> => {
    const { rows } = await database.query(
      `select
         (select sum(hashtext(territory::text)::bigint) from territory) as territories,
         (select sum(hashtext(territory_link::text)::bigint) from territory_link) as links,
         (select sum(hashtext(boundary_change::text)::bigint) from boundary_change) as changes`,
    );
    return rows[0];
  };

  beforeAll(async () => {
    test = await aDatabase();
    database = new Database(await createDataSource(test.url).initialize());
    territories = new TerritoriesService(database, new Clock());
    const start = performance.now();
    await territories.loadReference();
    seconds = (performance.now() - start) / 1000;
  });
  afterAll(async () => {
    await database.onModuleDestroy();
    await test.drop();
  });

  it('loads the whole country in a few seconds', () => {
    // 4 s on a quiet machine; the margin is for neighbours.
    expect(seconds).toBeLessThan(12);
  });

  it('holds every level of the COG of 2026', async () => {
    const { rows } = await database.query<{ level: string; count: number }>(
      `select level, count(*)::integer as count from territory where valid_to is null group by level order by level`,
    );
    expect(Object.fromEntries(rows.map(({ level, count }) => [level, count]))).toEqual({
      arrondissement: 333,
      commune: 34_969,
      'commune-part': 45,
      departement: 109,
      'departement-group': 1,
      'departement-part': 2,
      epci: 1255,
      france: 1,
      region: 18,
    });
  });

  it('counts each inhabitant once: France is the sum of its 101 départements, Corse and Lyon included', async () => {
    const { rows } = await database.query<{ sum: number; count: number }>(
      `with recursive inside as (
         select id from territory where level = 'france'
         union
         select child_id from territory_link join inside on parent_id = inside.id)
       select sum(population)::integer as sum, count(*)::integer as count
       from territory where id in (select id from inside) and level = 'departement'`,
    );
    const france = await find('france', 'FR');
    expect(rows[0]).toEqual({ sum: france.population, count: 101 });
    expect(france.population).toBeGreaterThan(66_000_000);
    const [rhone, rural, metropole] = await Promise.all([
      find('departement', '69'),
      find('departement-part', '69D'),
      find('departement-part', '69M'),
    ]);
    expect((rural.population ?? 0) + (metropole.population ?? 0)).toBe(rhone.population);
  });

  it('changes nothing when loaded again, and says so', async () => {
    const before = await fingerprint();
    expect(await territories.loadReference()).toMatchObject({ territories: 0, links: 0, closed: 0 });
    // As if another version of the package held the same geography.
    await database.query(`update setting set value = value || '{"version": "5.9.9"}' where key = 'geography-vintage'`);
    expect(await territories.loadReference()).toMatchObject({ vintage: 2026, territories: 0, links: 0, closed: 0 });
    expect(await fingerprint()).toEqual(before);
  });

  it('keeps the ids when a newer reference renames or moves a commune, and closes what is gone', async () => {
    const mezin = await find('commune', '47167');
    await database.query(`update territory set name = 'Ancien nom' where id = $1`, [mezin.id]);
    await database.query(
      `insert into territory (level, code, name, valid_from) values ('epci', '999999999', 'EPCI dissous', '2010-01-01')`,
    );
    await database.query(
      `insert into territory_link (parent_id, child_id) select id, $1 from territory where code = '999999999'`,
      [mezin.id],
    );
    await database.query(
      `update setting set value = '{"year": 2025, "version": "5.3.0"}' where key = 'geography-vintage'`,
    );
    expect(await territories.loadReference()).toMatchObject({ territories: 1, links: 0, closed: 1 });
    expect(await find('commune', '47167')).toEqual(mezin);
    expect(await findTerritory(database, 'epci', '999999999')).toBeUndefined();
    expect(await findTerritory(database, 'epci', '999999999', 2020)).toMatchObject({ validTo: '2026-01-01' });
    const parents = await listParents(database, mezin.id);
    expect(parents.map(({ code }) => code)).toEqual(['200068948', '474', '47', '75', 'FR']);
  });

  it('gives a commune that grew with a newer reference another row, and says what it is made of', async () => {
    const before = await find('commune', '01015');
    await database.query(`insert into territory (level, code, name) values ('commune', '01340', 'Saint-Bois')`);
    await database.query(
      `update setting set value = '{"year": 2025, "version": "5.3.0"}' where key = 'geography-vintage'`,
    );
    await territories.loadReference();
    const after = await find('commune', '01015');
    expect(after).toMatchObject({ name: before.name, population: before.population, validFrom: '2026-01-01' });
    expect(after.id).not.toBe(before.id);
    expect(await findTerritory(database, 'commune', '01015', 2025)).toMatchObject({ id: before.id });
    expect((await listParents(database, after.id)).map(({ level }) => level)).toContain('epci');
    expect(await listParents(database, before.id)).toEqual([]);
    expect((await listFormerPerimeters(database, after.id)).map(({ code, share }) => [code, share])).toEqual([
      ['01015', 1],
      ['01340', 1],
    ]);
  });

  it('lets any real département be home, with its communes, EPCI and populations at once', async () => {
    await territories.chooseHome('47');
    const home = await findHome(database);
    expect(home).toMatchObject({ level: 'departement', code: '47', name: 'Lot-et-Garonne' });
    const parts = await listParts(database, home?.id ?? 0);
    const count = (level: string): number => parts.filter((part) => part.level === level).length;
    expect([count('commune'), count('arrondissement')]).toEqual([319, 4]);
    const partial = parts.filter(({ isPartial }) => isPartial).map(({ name }) => name);
    expect(partial).toContain('CC des Deux Rives');
    expect(await listParts(database, home?.id ?? 0, 'commune')).toHaveLength(319);
    for (const code of ['2a', '971', '69']) await territories.chooseHome(code);
    await expect(territories.chooseHome('99')).rejects.toMatchObject({ status: 404 });
  });

  it('shows an EPCI across two départements as partial: CC des Deux Rives has 2 of its 28 communes in 47', async () => {
    const [deuxRives, lotEtGaronne, tarnEtGaronne, gers] = await Promise.all([
      find('epci', '248200016'),
      find('departement', '47'),
      find('departement', '82'),
      find('departement', '32'),
    ]);
    const here = await listPartialShare(database, deuxRives.id, lotEtGaronne.id);
    expect(here).toMatchObject({ insideCount: 2, totalCount: 28 });
    const there = await listPartialShare(database, deuxRives.id, tarnEtGaronne.id);
    const beyond = await listPartialShare(database, deuxRives.id, gers.id);
    expect([there.insideCount, beyond.insideCount]).toEqual([25, 1]);
    expect(here.insidePopulation + there.insidePopulation + beyond.insidePopulation).toBe(here.totalPopulation);
    expect(here.totalPopulation).toBe(deuxRives.population);
    const parents = await listParents(database, deuxRives.id);
    expect(parents.filter(({ level }) => level === 'departement')).toMatchObject([
      { code: '32', isPartial: true },
      { code: '47', isPartial: true },
      { code: '82', isPartial: true },
    ]);
  });

  it('places Albret wholly in Lot-et-Garonne, with its 33 communes', async () => {
    const albret = await find('epci', '200068948');
    expect(await listParts(database, albret.id, 'commune')).toHaveLength(33);
    expect(await listParents(database, albret.id)).toMatchObject([
      { code: '47', isPartial: false },
      { code: '75', isPartial: false },
      { code: 'FR', isPartial: false },
    ]);
  });

  it.each([
    ['mezin', 'commune', '47167'],
    ['MÉZIN', 'commune', '47167'],
    ['saint etienne', 'commune', '42218'],
    ['l isle d abeau', 'commune', '38193'],
    ['47167', 'commune', '47167'],
    ['lot et garonne', undefined, '47'],
    ['paris', 'commune', '75056'],
    ['oeuilly', 'commune', '51410'],
  ])('finds "%s" first', async (search, level, code) => {
    const { territories: found } = await listTerritories(database, {
      search,
      ...(level === 'commune' ? { level: 'commune' as const } : {}),
      limit: 3,
    });
    expect(found[0]?.code).toBe(code);
  });

  it('lists a level inside a territory, page by page', async () => {
    const within = (await find('departement', '47')).id;
    const first = await listTerritories(database, { level: 'commune', within, limit: 300 });
    const second = await listTerritories(database, { level: 'commune', within, limit: 300, offset: 300 });
    expect(first.total).toBe(319);
    expect(new Set([...first.territories, ...second.territories].map(({ code }) => code)).size).toBe(319);
    const region = (await find('region', '75')).id;
    const departements = await listTerritories(database, { level: 'departement', within: region, limit: 50 });
    expect(departements.total).toBe(12);
  });

  it('writes a fictitious département that no real total contains, and that a real load leaves alone', async () => {
    const write = () =>
      database.transaction((client) =>
        writeTerritories(
          client,
          {
            territories: [
              { level: 'departement', code: '00', name: 'Val-Témoin', population: 300 },
              { level: 'commune', code: '00001', name: 'Aubépine', population: 300 },
            ],
            links: [{ parentLevel: 'departement', parentCode: '00', childLevel: 'commune', childCode: '00001' }],
            contours: [
              {
                level: 'commune',
                code: '00001',
                geometry: {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [0, 0],
                      [1, 0],
                      [1, 1],
                      [0, 0],
                    ],
                  ],
                },
              },
            ],
          },
          { isDemo: true },
        ),
      );
    expect(await write()).toEqual({ territories: 2, links: 1, contours: 1 });
    expect(await write()).toEqual({ territories: 0, links: 0, contours: 0 });
    const france = await find('france', 'FR');
    const demo = await find('departement', '00');
    expect(demo.isDemo).toBe(true);
    expect((await listParents(database, demo.id)).length).toBe(0);
    await database.query(`update setting set value = value || '{"version": "5.9.8"}' where key = 'geography-vintage'`);
    await territories.loadReference();
    expect(await find('departement', '00')).toEqual(demo);
    expect(await listParts(database, demo.id, 'commune')).toHaveLength(1);
    expect(await find('france', 'FR')).toEqual(france);
  });
});
