import { byarInterval, wilsonInterval } from './interval';
import { positionAmong } from './position';
import { quantile } from './quantile';

describe('intervals at 95 %', () => {
  it('follow Wilson: 81 of 263 (Newcombe 1998, table I)', () => {
    const { low, high } = wilsonInterval(81, 263)!;
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('follow Byar: 10 events are compatible with 4.8 to 18.4 (exact Poisson: 4.795 to 18.390)', () => {
    const { low, high } = byarInterval(10, 1)!;
    expect(low).toBeCloseTo(4.79, 1);
    expect(high).toBeCloseTo(18.39, 1);
  });

  it('do not exist for a share above one or an empty population', () => {
    expect(wilsonInterval(5, 4)).toBeUndefined();
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(byarInterval(3, 0)).toBeUndefined();
  });
});

describe('position among territories', () => {
  const percent = { unit: 'percent', decimals: 1 };

  it('is higher or lower only outside the middle half', () => {
    const peers = [10, 11, 12, 13, 14, 15, 16];
    expect(positionAmong(16, peers, percent)?.kind).toBe('higher');
    expect(positionAmong(10, peers, percent)?.kind).toBe('lower');
    expect(positionAmong(14, peers, percent)?.kind).toBe('close');
  });

  it('is close when everybody is alike, undefined among too few', () => {
    expect(positionAmong(10.1, [10, 10, 10, 10, 10.1], percent)?.kind).toBe('close');
    expect(positionAmong(10, [10, 20, 30, 40], percent)).toBeUndefined();
  });

  it('uses quantiles that interpolate', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeUndefined();
  });
});
