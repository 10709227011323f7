import { csvCell } from './csv-cell';

describe('a cell of a CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['-x', "'-x"],
    ['-', '-'],
    ['-12,5', '-12,5'],
    ['a;b', '"a;b"'],
  ])('%j is written %j', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});
