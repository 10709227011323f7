import { type AggregateRow, absenceOfCode, aggregateTree, type BaseRow, statusOfCode } from '@sillage/indicators';
import fc from 'fast-check';
import { readTerritoryTree } from '../../apps/api/src/aggregates/territory-tree';
import { AggregatesWorld, code, type Link, type ObservationInput, rulesOf, type World } from './aggregates-world';

const indicators: World['indicators'] = [
  { code: 'SUM', territorialRule: 'sum', temporalRule: 'sum', suppressionThreshold: 5 },
  { code: 'SUM2', territorialRule: 'sum', temporalRule: 'last', coverageThreshold: 0.5 },
  { code: 'RATIO', territorialRule: 'ratio-of-sums', temporalRule: 'average', scale: 100, suppressionThreshold: 5 },
  { code: 'RATE', territorialRule: 'ratio-of-sums', scale: 1000, numerator: 'SUM', denominator: 'SUM2' },
  {
    code: 'SHARE',
    territorialRule: 'ratio-of-sums',
    scale: 100,
    numerator: 'SUM',
    denominator: 'SUM2',
    derivation: 'share-of-total',
  },
  { code: 'MEAN', territorialRule: 'weighted-mean', temporalRule: 'average', suppressionThreshold: 5 },
  { code: 'WEIGHED', territorialRule: 'weighted-mean', weight: 'SUM2' },
  { code: 'ESTIMATE', territorialRule: 'ratio-of-sums', scale: 100, weight: 'SUM2' },
  { code: 'GROWTH', territorialRule: 'derived', numerator: 'SUM', derivation: 'annual-growth-rate' },
  { code: 'DEEP', territorialRule: 'ratio-of-sums', scale: 1, numerator: 'RATE', denominator: 'SUM2' },
  { code: 'DISTINCT', territorialRule: 'distinct-count', suppressionThreshold: 5 },
  { code: 'MEDIAN', territorialRule: 'none', temporalRule: 'last' },
];

const periods = ['2015', '2020', '2020-T1', '2020-T2', '2020-T3', '2020-T4', '2020-12'];

/** Communes in EPCI, cantons (one cut in two), départements; parts, former perimeters, a split; two ways of cutting one. */
const world: fc.Arbitrary<World> = fc
  .record({
    communes: fc.array(
      fc.record({
        population: fc.option(fc.integer({ min: 1, max: 50 }), { freq: 8 }),
        epci: fc.integer({ min: 0, max: 2 }),
        departement: fc.integer({ min: 0, max: 2 }),
        parts: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    cut: fc.constantFrom(0.25, 0.5),
    hasDepartementParts: fc.boolean(),
  })
  .chain(({ communes, cut, hasDepartementParts }) => {
    const places: World['places'][number][] = [];
    const links: Link[] = [];
    const changes: Link[] = [];
    const add = (level: string, population: number | null = null): number => {
      places.push({ id: places.length + 1, level, population });
      return places.length;
    };
    const ids = communes.map(({ population, parts }) => add('commune', parts > 3 ? (population ?? 7) : population));
    const epci = [0, 1, 2].map(() => add('epci'));
    const departements = [0, 1, 2].map(() => add('departement'));
    const [first, second] = [add('region'), add('region')];
    const france = add('france');
    const cantons = [add('canton'), add('canton')] as const;
    communes.forEach(({ epci: e, departement, parts }, index) => {
      const id = ids[index]!;
      links.push([epci[e]!, id], [departements[departement]!, id]);
      if (index === 0) links.push([cantons[0], id, cut], [cantons[1], id, 1 - cut]);
      else links.push([cantons[index % 2 === 0 ? 0 : 1], id]);
      if (parts === 4) links.push([id, add('commune-part', 3)], [id, add('commune-part', 5)]);
      if (parts === 5) changes.push([id, add('commune', 4)], [id, add('commune', 9)]);
      if (parts === 6) {
        const former = add('commune', 8);
        changes.push([id, former, cut]);
        if (index > 0 && communes[index - 1]?.parts === 6) changes.push([ids[index - 1]!, former, 1 - cut]);
        changes.push([former, add('commune', 2)]);
      }
    });
    links.push(
      [first, departements[0]!],
      [first, departements[1]!],
      [second, departements[2]!],
      [france, first],
      [france, second],
    );
    if (hasDepartementParts) {
      const parts = [add('departement-part', 6), add('departement-part', 2)];
      for (const part of parts) links.push([departements[0]!, part]);
    }
    const observation: fc.Arbitrary<ObservationInput> = fc.record({
      territory: fc.integer({ min: 1, max: places.length }),
      indicator: fc.constantFrom(...indicators.map((indicator) => indicator.code!).filter((name) => name !== 'DEEP')),
      period: fc.constantFrom(...periods, '2015', '2020'),
      value: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 12 }),
      numerator: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 12 }),
      denominator: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 12 }),
      absence: fc.option(fc.constantFrom(1, 4, 8), { freq: 1, nil: null }),
      status: fc.constantFrom(0, 0, 0, 1, 2, 3),
      batch: fc.constantFrom(1, 1, 1, 2, 3, 4),
    });
    return fc
      .uniqueArray(observation, {
        minLength: 5,
        maxLength: 160,
        selector: ({ territory, indicator, period, batch }) => `${territory}/${indicator}/${period}/${batch}`,
      })
      .map((rows) => ({
        places,
        links,
        changes,
        indicators,
        batches: [2, 1, 3],
        observations: rows.map(tidy),
      }));
  });

/** Rows as an importer leaves them: figures or an absence; a sum has a value, a ratio its two figures or a rate. */
function tidy(row: ObservationInput): ObservationInput {
  const hasPair = row.numerator !== null && row.denominator !== null;
  const isPair = ['RATIO', 'MEAN', 'RATE'].includes(row.indicator);
  const isMean = row.indicator === 'MEAN';
  const value = row.value ?? 1;
  if (row.absence !== null) return { ...row, value: null, numerator: null, denominator: row.status === 1 ? 5 : null };
  if (!isPair) return { ...row, value, numerator: null, denominator: null };
  if (isMean) return { ...row, value, numerator: null, denominator: row.denominator ?? null };
  return hasPair ? { ...row, value: row.value ?? null } : { ...row, value, numerator: null, denominator: null };
}

/** The latest published row of each territory, indicator and period. */
function latest({ observations, batches = [1] }: World): Map<number, BaseRow[]> {
  const newest = new Map<string, ObservationInput>();
  const rank = (row: ObservationInput) => batches.indexOf(row.batch ?? 1);
  for (const row of observations) {
    if (rank(row) < 0) continue;
    const key = `${row.territory}/${row.indicator}/${row.period}`;
    const known = newest.get(key);
    if (!known || rank(row) > rank(known)) newest.set(key, row);
  }
  const byTerritory = new Map<number, BaseRow[]>();
  for (const row of newest.values()) {
    const rows = byTerritory.get(row.territory) ?? [];
    byTerritory.set(row.territory, rows);
    rows.push({
      indicator: row.indicator,
      period: code(row.period),
      value: row.value ?? null,
      numerator: row.numerator ?? null,
      denominator: row.denominator ?? null,
      absence: row.absence == null ? null : absenceOfCode(row.absence),
      status: statusOfCode(row.status ?? 0),
      origin: 'published',
    });
  }
  return byTerritory;
}

const rounded = (number: number): number => Number(number.toPrecision(9));

interface Comparable extends Omit<AggregateRow, 'territory' | 'indicator'> {
  readonly territory: number;
  readonly indicator: string;
}

const spell = ({ territory, indicator, period, measure, status, origin, coverage }: Comparable): string =>
  [
    `${territory} ${indicator} ${period}`,
    'value' in measure ? rounded(measure.value) : measure.absence,
    status,
    origin,
    rounded(coverage.availableWeight),
    rounded(coverage.expectedWeight),
    coverage.availableCount,
    coverage.suppressedCount,
    coverage.expectedCount,
  ].join(' | ');

describe('the rebuild in SQL', () => {
  let aggregates: AggregatesWorld;
  beforeAll(async () => {
    aggregates = await AggregatesWorld.open();
  });
  afterAll(() => aggregates.close());

  it('gives what the reference in pure TypeScript gives, on any tree', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (random) => {
        await aggregates.fill(random);
        await aggregates.rebuild();
        const codes = random.indicators.map((indicator) => indicator.code!);
        const computed = (await aggregates.measures(random)).map((row) =>
          spell({ ...row, territory: row.territoryId, indicator: codes[row.indicatorId - 1]! }),
        );
        const expected = aggregateTree(await readTerritoryTree(aggregates.database), rulesOf(random), latest(random));
        expect(computed.sort()).toEqual(expected.map(spell).sort());
      }),
      { numRuns: Number(process.env['REBUILD_RUNS'] ?? 120), seed: Number(process.env['REBUILD_SEED'] ?? 20260722) },
    );
  }, 300_000);
});
