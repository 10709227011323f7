import { absent, measured } from './measure';
import { progress } from './progress';

describe('progress towards a target', () => {
  it.each([
    ['downwards, half way', 10, 5, 7.5, 50],
    ['downwards, moving away', 10, 5, 11, -20],
    ['upwards, exceeded', 0, 50, 60, 120],
    ['upwards, not started', 10, 20, 10, 0],
  ])('%s', (_, baseline, target, current, expected) => {
    expect(progress(measured(baseline), measured(target), measured(current))).toEqual({ value: expected });
  });

  it('is refused when there is no distance to cover', () => {
    expect(progress(measured(5), measured(5), measured(6))).toEqual(absent('not-applicable'));
  });

  it('keeps the absence that it meets', () => {
    expect(progress(measured(5), measured(9), absent('suppressed-primary'))).toEqual(absent('suppressed-primary'));
  });
});
