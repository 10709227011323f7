import { keptPlacebos } from './kept-placebos';

describe('what is kept of placebos', () => {
  it('is all of them, ascending, to four digits', () => {
    expect(keptPlacebos(Float64Array.of(3.000049, -1, 123456, 0))).toEqual([-1, 0, 3, 123500]);
    expect(keptPlacebos(new Float64Array())).toEqual([]);
  });

  it('is a thousand quantiles when there are more', () => {
    const kept = keptPlacebos(Float64Array.from({ length: 4000 }, (_, index) => (index * 7) % 4000));
    expect(kept).toHaveLength(1000);
    expect([kept[0], kept[499], kept[999]]).toEqual([2, 1998, 3998]);
  });
});
