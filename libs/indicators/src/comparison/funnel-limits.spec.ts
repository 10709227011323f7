import { funnelPosition, proportionFunnel, rateFunnel } from './funnel-limits';

describe('funnel limits', () => {
  it('narrow as the square root of the denominator and stay within 0 and 1', () => {
    const small = proportionFunnel(0.2, 100);
    const large = proportionFunnel(0.2, 10_000);
    expect((small.at95.high - 0.2) / (large.at95.high - 0.2)).toBeCloseTo(10, 10);
    expect(proportionFunnel(0.02, 20).at998.low).toBe(0);
  });

  it('follow the exact Poisson limits: 200 events with p = 0.025, 500 with p = 0.001 (DHSC funnel functions)', () => {
    expect(200 / rateFunnel(1, 200).at95.high).toBeCloseTo(173.2408624, 3);
    expect(500 / rateFunnel(1, 500).at998.low).toBeCloseTo(573.0274767, 3);
  });

  it('scale with the baseline and leave no events unjudged', () => {
    const one = rateFunnel(1, 30);
    const scaled = rateFunnel(4.2, 30);
    expect(scaled.at95.low).toBeCloseTo(4.2 * one.at95.low, 12);
    expect(rateFunnel(2, 0).at95).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  });

  it.each([
    [0.2, 'expected'],
    [0.29, 'above-95'],
    [0.33, 'above-998'],
    [0.11, 'below-95'],
    [0.05, 'below-998'],
  ] as const)('say where %d stands: %s', (value, position) => {
    expect(funnelPosition(value, proportionFunnel(0.2, 100))).toBe(position);
  });
});
