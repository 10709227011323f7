import { recentTrend } from './recent-trend';

const proportions = (...counts: number[]) =>
  counts.map((count, index) => ({ year: 2018 + index, count, denominator: 1_000 }));
const measures = (...values: number[]) =>
  values.map((value, index) => ({ year: 2018 + index, value, interval: { low: value - 1.96, high: value + 1.96 } }));

describe('recent trend', () => {
  it.each([
    ['a steady rise', proportions(100, 120, 140, 160, 180), 'increasing'],
    ['a steady fall', proportions(180, 160, 140, 120, 100), 'decreasing'],
    ['noise', proportions(140, 150, 135, 145, 140), 'no-significant-change'],
    ['a rise that one year makes', proportions(100, 99, 98, 97, 300), 'no-significant-change'],
    ['a steady rise of a measure', measures(10, 12, 14, 16, 18), 'increasing'],
    ['a small rise of a measure', measures(10, 10.2, 10.4, 10.6, 10.8), 'no-significant-change'],
  ] as const)('of %s is %s', (_name, series, direction) => {
    expect(recentTrend(series)?.direction).toBe(direction);
  });

  it('weighs measures by their precision: slope 2, error 1 ÷ √10 each year, hence chi-square 40', () => {
    expect(recentTrend(measures(10, 12, 14, 16, 18))?.chiSquare).toBeCloseTo(40, 10);
  });

  it('tests proportions as Armitage does: 10, 15, 20, 25 and 30 of 100 make 15.625', () => {
    const series = [10, 15, 20, 25, 30].map((count, index) => ({ year: 2018 + index, count, denominator: 100 }));
    // T = Σ t(x − n p) = 50; variance p(1 − p) n Σ(t − 3)² = 0.2 × 0.8 × 100 × 10 = 160; 50² ÷ 160.
    expect(recentTrend(series)?.chiSquare).toBeCloseTo(15.625, 10);
  });

  it('reads the last five years only, and nothing with a year missing', () => {
    expect(recentTrend(proportions(900, 100, 120, 140, 160, 180))?.direction).toBe('increasing');
    expect(recentTrend(proportions(100, 120, 140, 160))).toBeUndefined();
    expect(recentTrend(proportions(100, 120, 140, 160, 180).map((p) => ({ ...p, year: p.year * 2 })))).toBeUndefined();
  });
});
