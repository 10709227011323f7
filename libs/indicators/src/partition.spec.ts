import { overlapsAmong, sharedParts, wholeOf } from './partition';

describe('overlapsAmong', () => {
  it.each([
    [['20', '2A', '2B', '47'], [{ whole: '20', parts: ['2A', '2B'] }]],
    [['69', '69M'], [{ whole: '69', parts: ['69M'] }]],
    [['75056', '75101', '75120'], [{ whole: '75056', parts: ['75101', '75120'] }]],
    [['13055', '13216'], [{ whole: '13055', parts: ['13216'] }]],
    [['69123', '69381'], [{ whole: '69123', parts: ['69381'] }]],
    [['2A', '2B', '69D', '69M', '75101', '47'], []],
    [['20', '69', '75056', '13201'], []],
    [['75056', '75121', '13200'], []],
  ])('finds what would be counted twice in %j', (codes, expected) => {
    expect(overlapsAmong(codes)).toEqual(expected);
  });
});

describe('wholeOf', () => {
  it.each([
    ['2A', '20'],
    ['69M', '69'],
    ['75107', '75056'],
    ['69389', '69123'],
    ['2A004', undefined],
    ['69390', undefined],
  ])('finds the whole of %s', (code, whole) => {
    expect(wholeOf(code)).toBe(whole);
  });
});

describe('sharedParts', () => {
  const row = (whole: string, part: string) => ({ whole, part });

  it('accepts a partition', () => {
    expect(sharedParts([row('A', '47001'), row('A', '47002'), row('B', '47003')])).toEqual([]);
  });

  it('finds a commune placed in two zones, and one placed twice in the same', () => {
    const rows = [row('A', '47001'), row('B', '47001'), row('A', '47001')];
    expect(sharedParts(rows)).toEqual([
      { first: rows[0], second: rows[1] },
      { first: rows[0], second: rows[2] },
    ]);
  });

  it('finds an arrondissement municipal placed beside its commune', () => {
    const rows = [row('B', '75101'), row('A', '75056')];
    expect(sharedParts(rows)).toEqual([{ first: rows[1], second: rows[0] }]);
  });
});
