import fc from 'fast-check';
import { anImportedIndicator } from '../../../../test/support/referential';
import { aPeriod, periodCode } from '../period';
import type { TerritoryCode } from '../tabular/territory-index';
import type { TerritoryLevel } from '../territory';
import { type PlausibilityFacts, plausibilityOf } from './plausibility';
import { mostValues, type SampledValue, SampledValues } from './sampled-values';

const count = anImportedIndicator({ code: 'AED', suppressionThreshold: 11 });
const rate = anImportedIndicator({ id: 2, code: 'TAUX', unit: 'percent', territorialRule: 'ratio-of-sums' });

const territories: TerritoryCode[] = [
  { id: 1, level: 'departement', code: '47', validFrom: '1968-01-01', validTo: null },
  ...Array.from({ length: 60 }, (_, index) => ({
    id: index + 2,
    level: 'commune' as const,
    code: `47${String(index + 1).padStart(3, '0')}`,
    validFrom: '1968-01-01',
    validTo: null,
  })),
];
const year = (value: number): number => periodCode(aPeriod('year', value));

const noFacts: PlausibilityFacts = {
  indicators: [],
  territories: [],
  headers: ['code', 'annee', 'valeur'],
  valueHeader: 'valeur',
  territoryHeader: 'code',
  periodHeader: 'annee',
  statedLevels: new Set(),
  mayHoldShares: true,
  published: [],
  accepted: [],
};

type Row = readonly [indicatorId: number, territoryId: number, year: number, value: number];
function judge(rows: readonly Row[], facts: Partial<PlausibilityFacts> = {}) {
  const values = new SampledValues();
  rows.forEach(([indicatorId, territoryId, at, value], rank) => {
    values.add(indicatorId, territoryId, year(at), rank + 2, 0, value);
  });
  return [...plausibilityOf(values, { ...noFacts, indicators: [count, rate], territories, ...facts })];
}
const told = (findings: ReturnType<typeof judge>) => findings.map(({ code, line }) => `${code} ${line}`);

describe('what a careful reader would ask of the values of a file', () => {
  it('points at the year that stands out, not at the return', () => {
    // DREES, home educational measures in Lot-et-Garonne
    const rows: Row[] = [
      [1, 1, 2017, 140],
      [1, 1, 2018, 137],
      [1, 1, 2019, 617],
      [1, 1, 2020, 264],
    ];
    const [jump, ...others] = judge(rows);
    expect(others).toEqual([]);
    expect(jump).toMatchObject({
      code: 'SAUT',
      line: 4,
      column: 'valeur',
      seen: '617',
      severity: 'warning',
      detail: { territory: '47', period: '2019', other: 137, otherPeriod: '2018' },
    });
  });

  it.each([
    ['a small count that chance moves', [4, 11, 3]],
    ['a steady growth', [1000, 1500, 2200]],
    ['a fall by half', [800, 400, 380]],
    ['the same value', [50, 50, 50]],
  ])('says nothing of %s', (_, values) => {
    expect(judge(values.map((value, rank): Row => [1, 1, 2018 + rank, value]))).toEqual([]);
  });

  it('compares with what is published, and says nothing of a published count that secrecy hides', () => {
    const published = (value: number): SampledValue[] => [
      { indicatorId: 1, territoryId: 1, period: year(2019), line: null, column: 0, value },
    ];
    expect(judge([[1, 1, 2020, 500]], { published: published(100) })).toMatchObject([
      { line: 2, detail: { other: 100 } },
    ]);
    expect(judge([[1, 1, 2020, 500]], { published: published(7) })).toEqual([]);
    // a published value that the file replaces is not its past
    expect(judge([[1, 1, 2019, 500]], { published: published(100) })).toEqual([]);
  });

  it('judges a rate by the changes of the other territories', () => {
    const rows = territories.flatMap(({ id }): Row[] => [
      [2, id, 2020, 10 + (id % 7)],
      [2, id, 2021, 12 + (id % 7) + (id % 3) * 0.2],
    ]);
    expect(judge(rows)).toEqual([]);
    const changed = rows.map((row): Row => (row[1] === 9 && row[2] === 2021 ? [2, 9, 2021, 41] : row));
    expect(told(judge(changed))).toEqual([`SAUT ${changed.findIndex(([, id, at]) => id === 9 && at === 2021) + 2}`]);
  });

  it('finds a rate that is far from all the others', () => {
    const rows = territories.map(({ id }): Row => [2, id, 2020, id === 30 ? 1520 : 12 + (id % 9)]);
    expect(told(judge(rows))).toEqual(['VALEUR_EXTREME 31']);
    expect(judge(rows.slice(25, 35))).toEqual([]);
  });

  it('tells each count with decimals among whole ones, and estimates once', () => {
    const rows = (fractions: number): Row[] =>
      Array.from({ length: 40 }, (_, rank) => [1, rank + 2, 2020, 100 + (rank < fractions ? 0.5 : 0)]);
    const detail = { indicator: 'AED', of: 40 };
    expect(judge(rows(0))).toEqual([]);
    expect(judge(rows(2))).toMatchObject([
      { code: 'EFFECTIF_DECIMAL', line: 2, column: 'valeur', seen: '100.5', detail: { ...detail, isEstimate: 0 } },
      { code: 'EFFECTIF_DECIMAL', line: 3 },
    ]);
    expect(judge(rows(30))).toMatchObject([{ line: 2, detail: { ...detail, count: 30, isEstimate: 1 } }]);
    const inTenths = { ...count, decimals: 1 };
    expect(judge(rows(2), { indicators: [inTenths] })).toEqual([]);
    expect(judge(rows(2), { indicators: [{ ...count, unit: 'fte' }] })).toEqual([]);
  });

  it('asks once whether a percentage between 0 and 1 is a share', () => {
    const rows = [0.125, 0.5, 1, 0].map((value, rank): Row => [2, rank + 2, 2020, value]);
    const share = { code: 'UNITE_PARTS', line: 2, column: 'valeur', seen: '0.125', detail: { factor: 100 } };
    expect(judge(rows)).toMatchObject([share]);
    expect(judge([...rows, [1, 2, 2020, 30]])).toMatchObject([{ ...share, detail: { factor: 1 } }]);
    expect(judge(rows, { mayHoldShares: false })).toEqual([]);
    const asking = { ...rate, plausibility: { UNITE_PARTS: 'ask' } as const };
    expect(judge(rows, { indicators: [asking] })).toMatchObject([{ severity: 'error', detail: { isAsked: 1 } }]);
  });

  it.each([
    ['a value is above 1', [0.4, 0.8, 1.2]],
    ['there are too few', [0.4, 0.8]],
    ['they may be no shares', [0, 1, 1, 0]],
  ])('asks nothing when %s', (_, values) => {
    expect(judge(values.map((value, rank): Row => [2, rank + 2, 2020, value]))).toEqual([]);
  });

  it('adds the communes of a file up beside its département', () => {
    const communes: Row[] = [2, 3, 4, 5].map((id) => [1, id, 2020, 100]);
    expect(judge([...communes, [1, 1, 2020, 401]])).toEqual([]);
    expect(judge([...communes, [1, 1, 2020, 9999]])).toMatchObject([
      { code: 'TOTAL_INCOHERENT', line: 6, seen: '9999', detail: { sum: 400, parts: 4 } },
    ]);
    // a published part that secrecy may hide enters no sum
    const published: SampledValue[] = [
      { indicatorId: 1, territoryId: 6, period: year(2020), line: null, column: 0, value: 7 },
    ];
    expect(judge([...communes, [1, 1, 2020, 9999]], { published })).toMatchObject([{ detail: { sum: 400, parts: 4 } }]);
    const region: TerritoryCode = { ...territories[0]!, id: 103, level: 'region' };
    expect(
      judge([...communes, [1, 103, 2020, 9999]], {
        territories: [...territories, region],
        statedLevels: new Set(['commune', 'region']),
      }),
    ).toEqual([]);
    // a rate has no sum
    expect(judge([...communes.map((row): Row => [2, row[1], 2020, 10]), [2, 1, 2020, 90]])).toEqual([]);
  });

  const communes = (count: number): Row[] => Array.from({ length: count }, (_, rank) => [2, rank + 2, 2020, 10]);
  const [departement, epci, part] = [1, 101, 102];
  const others: TerritoryCode[] = [
    { id: epci, level: 'epci', code: '200068948', validFrom: '1968-01-01', validTo: null },
    { id: part, level: 'commune-part', code: '75101', validFrom: '1968-01-01', validTo: null },
  ];
  const mixed = (rows: readonly Row[], statedLevels: ReadonlySet<TerritoryLevel> = new Set()) =>
    judge(rows, { territories: [...territories, ...others], statedLevels }).filter(
      ({ code }) => code === 'GRANULARITES_MELEES',
    );

  it('asks why an indicator mixes levels that the file does not name', () => {
    const rows: Row[] = [...communes(5), [2, epci, 2020, 10]];
    expect(mixed(rows)).toMatchObject([
      {
        line: 7,
        column: 'code',
        seen: '200068948',
        severity: 'warning',
        detail: { indicator: 'TAUX', by: 'territory', main: 'commune', mainCount: 5, other: 'epci', otherCount: 1 },
      },
    ]);
    expect(mixed(rows, new Set(['epci']))).toEqual([]);
  });

  it.each<[string, Row[], number]>([
    ['a département beside its communes', [...communes(2), [2, departement, 2020, 10]], 0],
    ['a département beside one commune', [...communes(1), [2, departement, 2020, 10]], 1],
    ['a département of another year than its communes', [...communes(5), [2, departement, 2021, 10]], 1],
    ['an arrondissement of Paris beside communes', [...communes(5), [2, part, 2020, 10]], 0],
    ['communes of one indicator, an EPCI of another', [...communes(5), [1, epci, 2020, 90]], 0],
  ])('counts the mixtures of %s', (_, rows, count) => {
    expect(mixed(rows)).toHaveLength(count);
  });

  it('asks why an indicator mixes years and months, unless the year ends its months', () => {
    const ofYear = (given: number, count: number) => {
      const values = new SampledValues();
      values.add(2, 2, year(given), 2, 0, 10);
      for (let month = 1; month <= count; month += 1)
        values.add(2, 2, periodCode(aPeriod('month', 2020, month)), month + 2, 0, 10);
      return [...plausibilityOf(values, { ...noFacts, indicators: [rate], territories })];
    };
    expect(ofYear(2019, 3)).toMatchObject([
      { code: 'GRANULARITES_MELEES', line: 2, column: 'annee', seen: '2019', detail: { main: 'month', other: 'year' } },
    ]);
    expect(ofYear(2020, 1)).toHaveLength(1);
    expect(ofYear(2020, 12)).toEqual([]);
  });

  it.each([
    ['ignore', [], []],
    ['warn', [], ['warning']],
    ['ask', [], ['error']],
    ['ask', ['SAUT'], ['warning']],
    ['block', ['SAUT'], ['error']],
  ] as const)('does what the indicator asks: %s, accepted %j', (policy, accepted, severities) => {
    const indicators = [{ ...count, plausibility: { SAUT: policy } }];
    const findings = judge(
      [
        [1, 1, 2018, 100],
        [1, 1, 2019, 900],
      ],
      { indicators, accepted },
    );
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  it('looks at the first values of a very long file, and says so', () => {
    const values = new SampledValues();
    for (let rank = 0; rank <= mostValues; rank += 1)
      values.add(1, (rank % 60) + 2, year(1900 + (rank % 100)), rank, 0, 5);
    expect(values.size).toBe(mostValues);
    expect([...plausibilityOf(values, noFacts)]).toMatchObject([
      { code: 'PLAUSIBILITE_PARTIELLE', detail: { limit: mostValues, count: mostValues + 1 } },
    ]);
  });

  it('does not depend on the order of the rows', () => {
    const row = fc.tuple(
      fc.constantFrom(1, 2),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2015, max: 2021 }),
      fc.integer({ min: 0, max: 2000 }),
    );
    const rows = fc.uniqueArray(row, { selector: ([id, territory, at]) => `${id}/${territory}/${at}`, maxLength: 120 });
    fc.assert(
      fc.property(rows, (given) => {
        const keyed = (list: readonly Row[]) =>
          judge(list)
            .map(({ code, seen, detail }) => JSON.stringify([code, seen, detail]))
            .sort();
        expect(keyed([...given].reverse())).toEqual(keyed(given));
      }),
    );
  });
});
