import { findCurrentState } from '../../apps/api/src/aggregates/aggregates.queries';
import { listLines } from '../../apps/api/src/aggregates/provenance.queries';
import { AggregatesWorld, code, type ObservationInput, told, type World } from './aggregates-world';

const sum = { code: 'COUNT', territorialRule: 'sum' } as const;
const secret = 1;
const notAvailable = 4;

describe('figures of a state', () => {
  let aggregates: AggregatesWorld;
  beforeAll(async () => {
    aggregates = await AggregatesWorld.open();
  });
  afterAll(() => aggregates.close());

  async function rebuilt(world: World) {
    await aggregates.fill(world);
    await aggregates.rebuild();
    const measures = await aggregates.measures(world);
    const codes = world.indicators.map((indicator) => indicator.code);
    return (territory: number, indicator: string, period = '2020') =>
      measures.find(
        (row) =>
          row.territoryId === territory && codes[row.indicatorId - 1] === indicator && row.period === code(period),
      );
  }

  /** Corse: 20 in one file, 2A and 2B in another; Rhône: 69, beside 69D and 69M. */
  const france: Pick<World, 'places' | 'links'> = {
    places: [
      { id: 1, level: 'departement', code: '2A' },
      { id: 2, level: 'departement', code: '2B' },
      { id: 3, level: 'departement-group', code: '20' },
      { id: 4, level: 'region', code: '94' },
      { id: 5, level: 'departement-part', code: '69D' },
      { id: 6, level: 'departement-part', code: '69M' },
      { id: 7, level: 'departement', code: '69' },
      { id: 8, level: 'region', code: '84' },
      { id: 9, level: 'france', code: 'FR' },
    ],
    links: [
      [3, 1],
      [3, 2],
      [4, 3],
      [7, 5],
      [7, 6],
      [8, 7],
      [9, 4],
      [9, 8],
    ],
  };
  const given = (values: Record<number, number | null>): ObservationInput[] =>
    Object.entries(values).map(([territory, value]) => ({
      territory: Number(territory),
      indicator: 'COUNT',
      period: '2020',
      value,
      ...(value === null ? { absence: secret } : {}),
    }));

  it.each([
    ['its parts are summed when only they are given', { 1: 10, 2: 20, 5: 30, 6: 40 }, 100],
    ['the whole is taken when only it is given', { 3: 31, 7: 72 }, 103],
    [
      'a whole given beside its parts is taken, and they are not added to it',
      { 1: 10, 2: 20, 3: 31, 5: 30, 6: 40, 7: 72 },
      103,
    ],
    ['a total given for France stands', { 3: 31, 7: 72, 9: 105 }, 105],
  ])('count nobody twice: %s', async (_, values, expected) => {
    const at = await rebuilt({ ...france, indicators: [sum], observations: given(values) });
    expect(told(at(9, 'COUNT')?.measure)).toBe(expected);
  });

  it('never sum up what a producer keeps secret', async () => {
    const at = await rebuilt({ ...france, indicators: [sum], observations: given({ 3: 31, 5: 30, 6: 40, 7: null }) });
    expect(told(at(7, 'COUNT')?.measure)).toBe('suppressed-by-source');
    expect(told(at(8, 'COUNT')?.measure)).toBe('insufficient-coverage');
    expect(at(8, 'COUNT')?.coverage.suppressedCount).toBe(2);
  });

  /** Three communes of 100, 300 and 600 inhabitants, an EPCI of them all. */
  const communes = (observations: ObservationInput[], indicators: World['indicators']): World => ({
    places: [
      ...[100, 300, 600].map((population, index) => ({ id: index + 1, level: 'commune', population })),
      { id: 4, level: 'epci' },
    ],
    links: [1, 2, 3].map((commune) => [4, commune] as const),
    indicators,
    observations,
  });

  it('recompute a ratio from sums, where the mean of rates would say the contrary (Simpson)', async () => {
    const rate = { code: 'RATE', territorialRule: 'ratio-of-sums', scale: 100 } as const;
    const row = (territory: number, period: string, numerator: number, denominator: number) => ({
      territory,
      indicator: 'RATE',
      period,
      numerator,
      denominator,
    });
    const at = await rebuilt(
      communes(
        [
          row(1, '2019', 50, 100),
          row(2, '2019', 10, 100),
          row(3, '2019', 0, 0),
          row(1, '2020', 52, 100),
          row(2, '2020', 110, 1000),
          row(3, '2020', 0, 0),
        ],
        [rate],
      ),
    );
    expect(told(at(1, 'RATE', '2020')?.measure)).toBeGreaterThan(50);
    expect(told(at(2, 'RATE', '2020')?.measure)).toBeGreaterThan(10);
    expect(told(at(4, 'RATE', '2019')?.measure)).toBe(30);
    expect(told(at(4, 'RATE', '2020')?.measure)).toBeCloseTo(14.727, 3);
  });

  it('are withheld under the coverage that the indicator asks for, and say what they rest on', async () => {
    const rows = [
      { territory: 1, indicator: 'COUNT', period: '2020', value: 40 },
      { territory: 2, indicator: 'COUNT', period: '2020', absence: secret },
      { territory: 3, indicator: 'COUNT', period: '2020', value: 60 },
    ];
    const strict = await rebuilt(communes(rows, [sum]));
    expect(told(strict(4, 'COUNT')?.measure)).toBe('insufficient-coverage');
    const lenient = await rebuilt(communes(rows, [{ ...sum, coverageThreshold: 0.7 }]));
    expect(told(lenient(4, 'COUNT')?.measure)).toBe(100);
    expect(lenient(4, 'COUNT')?.coverage).toEqual({
      availableWeight: 700,
      expectedWeight: 1000,
      availableCount: 2,
      suppressedCount: 1,
      expectedCount: 3,
    });
  });

  it.each([
    [{ value: 4 }, 'suppressed-primary'],
    [{ value: 11 }, 11],
    [{ value: 0 }, 0],
  ])('hide small counts of a commune, not zero: %j', async (figures, expected) => {
    const row = { territory: 1, indicator: 'COUNT', period: '2020', ...figures };
    const at = await rebuilt(communes([row], [{ ...sum, suppressionThreshold: 11 }]));
    expect(told(at(1, 'COUNT')?.measure)).toBe(expected);
  });

  it('leave no count behind a hidden ratio', async () => {
    const row = { territory: 1, indicator: 'RATE', period: '2020', numerator: 95, denominator: 100 };
    const at = await rebuilt(
      communes([row], [{ code: 'RATE', territorialRule: 'ratio-of-sums', scale: 100, suppressionThreshold: 11 }]),
    );
    expect(at(1, 'RATE')).toMatchObject({
      measure: { absence: 'suppressed-primary' },
      numerator: null,
      denominator: null,
    });
  });

  it('never add medians or distinct counts', async () => {
    const at = await rebuilt(
      communes(
        [1, 2, 3].flatMap((territory) => [
          { territory, indicator: 'MEDIAN', period: '2020', value: 20_000 },
          { territory, indicator: 'DISTINCT', period: '2020', value: 50 },
        ]),
        [
          { code: 'MEDIAN', territorialRule: 'none' },
          { code: 'DISTINCT', territorialRule: 'distinct-count' },
        ],
      ),
    );
    expect(told(at(1, 'MEDIAN')?.measure)).toBe(20_000);
    expect(at(4, 'MEDIAN')).toBeUndefined();
    expect(at(4, 'DISTINCT')).toBeUndefined();
  });

  it('make a year of its months when they are all there, never over a year that was published', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2020-${String(index + 1).padStart(2, '0')}`);
    const rows = [1, 2, 3].flatMap((territory) =>
      months
        .filter((month) => territory !== 3 || month !== '2020-12')
        .map((period, index) => ({ territory, indicator: 'COUNT', period, value: 100 + index })),
    );
    const yearly = { territory: 2, indicator: 'COUNT', period: '2020', value: 5000 };
    const at = await rebuilt(communes([...rows, yearly], [{ ...sum, temporalRule: 'sum', coverageThreshold: 0.4 }]));
    expect(at(1, 'COUNT')).toMatchObject({ measure: { value: 1266 }, origin: 'periods' });
    expect(at(2, 'COUNT')).toMatchObject({ measure: { value: 5000 }, origin: 'published' });
    expect(told(at(3, 'COUNT')?.measure)).toBe('insufficient-coverage');
    expect(told(at(4, 'COUNT')?.measure)).toBe(6266);
    // December lacks the largest commune: 400 inhabitants of 1 000 are covered, just enough here
    expect(told(at(4, 'COUNT', '2020-12')?.measure)).toBe(222);
  });

  it('sum a commune nouvelle from the communes that it replaced, for the years before', async () => {
    const world: World = {
      places: [
        { id: 1, level: 'commune', code: '01001', population: 60, validTo: '2019-01-01' },
        { id: 2, level: 'commune', code: '01002', population: 40, validTo: '2019-01-01' },
        { id: 3, level: 'commune', code: '01001', population: 100, validFrom: '2019-01-01' },
        { id: 4, level: 'epci' },
      ],
      links: [[4, 3]],
      changes: [
        [3, 1],
        [3, 2],
      ],
      indicators: [sum, { code: 'MEDIAN', territorialRule: 'none' }],
      observations: [
        { territory: 1, indicator: 'COUNT', period: '2015', value: 6 },
        { territory: 2, indicator: 'COUNT', period: '2015', value: 4 },
        { territory: 3, indicator: 'COUNT', period: '2020', value: 11 },
        { territory: 1, indicator: 'MEDIAN', period: '2015', value: 20_000 },
      ],
    };
    const at = await rebuilt(world);
    expect(at(3, 'COUNT', '2015')).toMatchObject({ measure: { value: 10 }, origin: 'parts' });
    expect(told(at(3, 'COUNT', '2020')?.measure)).toBe(11);
    expect(told(at(4, 'COUNT', '2015')?.measure)).toBe(10);
    expect(at(3, 'MEDIAN', '2015')).toBeUndefined();
  });

  it('share a commune cut between two cantons by population, as an estimate', async () => {
    const at = await rebuilt({
      places: [
        { id: 1, level: 'commune', population: 100 },
        { id: 2, level: 'canton' },
        { id: 3, level: 'canton' },
      ],
      links: [
        [2, 1, 0.4],
        [3, 1, 0.6],
      ],
      indicators: [sum],
      observations: [{ territory: 1, indicator: 'COUNT', period: '2020', value: 50 }],
    });
    expect(at(2, 'COUNT')).toMatchObject({ measure: { value: 20 }, status: 'estimated' });
    expect(at(3, 'COUNT')).toMatchObject({ measure: { value: 30 }, status: 'estimated' });
  });

  it('measure a growth over the communes known in both years', async () => {
    const growth = {
      code: 'GROWTH',
      territorialRule: 'derived',
      numerator: 'COUNT',
      derivation: 'annual-growth-rate',
    } as const;
    const at = await rebuilt(
      communes(
        [
          { territory: 1, indicator: 'COUNT', period: '2015', value: 1000 },
          { territory: 3, indicator: 'COUNT', period: '2015', value: 1000 },
          { territory: 1, indicator: 'COUNT', period: '2020', value: 1000 },
          { territory: 2, indicator: 'COUNT', period: '2020', value: 7777 },
          { territory: 3, indicator: 'COUNT', period: '2020', value: 1000 },
        ],
        [sum, { ...growth, coverageThreshold: 0.7 }],
      ),
    );
    expect(told(at(4, 'GROWTH')?.measure)).toBe(0);
    expect(told(at(1, 'GROWTH')?.measure)).toBe(0);
    expect(at(2, 'GROWTH')).toBeUndefined();
  });

  it('lead back to the lines that made them', async () => {
    const world = communes(
      [
        { territory: 1, indicator: 'COUNT', period: '2020', value: 40 },
        { territory: 2, indicator: 'COUNT', period: '2020', absence: notAvailable },
        { territory: 3, indicator: 'COUNT', period: '2020', value: 60 },
      ],
      [sum],
    );
    await rebuilt(world);
    const state = (await findCurrentState(aggregates.database))!;
    const { lines, lineCount } = await listLines(aggregates.database, state, {
      territoryId: 4,
      indicatorId: 1,
      period: code('2020'),
      limit: 2,
    });
    // the line without a value made nothing
    expect(lineCount).toBe(2);
    expect(
      lines.map(({ territoryId, line, fileName, measure }) => [territoryId, line, fileName, told(measure)]),
    ).toEqual([
      [1, 2, 'file.csv', 40],
      [3, 4, 'file.csv', 60],
    ]);
  });
});
