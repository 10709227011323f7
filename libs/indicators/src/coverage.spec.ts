import { coverageShare, isCovered } from './coverage';

const coverage = (availableWeight: number, expectedWeight: number) => ({
  availableWeight,
  expectedWeight,
  availableCount: 1,
  suppressedCount: 0,
  expectedCount: 1,
});

describe('coverage', () => {
  it.each([
    [80, 100, true],
    [0.1 + 0.2 + 0.5, 1, true],
    [79.9, 100, false],
    [0, 100, false],
    [0, 0, false],
  ])('of %d out of %d at 80 %% suffices: %s', (available, expected, answer) => {
    expect(isCovered(coverage(available, expected), 0.8)).toBe(answer);
  });

  it('of nothing expected is nothing, not a division by zero', () => {
    expect(coverageShare(coverage(0, 0))).toBe(0);
  });
});
