import { builtinFormat, formatOfCode, numberText } from './cell-format';

describe('how a cell shows its number', () => {
  it.each([
    ['General', 'number'],
    ['General;@*.', 'number'],
    ['#,##0.00\\ [$€-1]_-', 'number'],
    ['0.00E+00', 'number'],
    ['0.0 "jours"', 'number'],
    ['[Red]0.00', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-40C]mmm-yy;@', 'date'],
    ['jj/mm/aaaa', 'date'],
    ['d mmm', 'date'],
    ['yyyy', 'year'],
    ['dd/mm/yyyy hh:mm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['0%', 'percent'],
    ['0.0\\ %', 'percent'],
    ['0.0" %"', 'number'],
    ['_-* #,##0_-;-* #,##0_-', 'number'],
  ])('reads %s as %s', (code, format) => expect(formatOfCode(code)).toBe(format));

  it.each([
    [0, 'number'],
    [4, 'number'],
    [9, 'percent'],
    [14, 'date'],
    [17, 'date'],
    [20, 'time'],
    [22, 'date'],
    [49, 'number'],
    [164, undefined],
  ])('knows the format %i', (id, format) => expect(builtinFormat(id)).toBe(format));
});

describe('a number written as text', () => {
  it.each([
    [7107.01247632609, '7107.01247632609'],
    [0.1 + 0.2, '0.30000000000000004'],
    [3.812, '3.8120'],
    [-3.812, '-3.8120'],
    [3812, '3812'],
    [1e21, '1e+21'],
    [-0, '0'],
  ])('keeps every digit of %d and cannot be read otherwise', (value, text) =>
    expect(numberText(value, 'number', false)).toBe(text),
  );

  it.each([
    [0.07, '7%'],
    [0.125, '12.5%'],
    [0.03812, '3.8120%'],
    [1e-9, '1e-7%'],
    [-0.5, '-50%'],
  ])('shows %d in percent without a binary rounding', (value, text) =>
    expect(numberText(value, 'percent', false)).toBe(text),
  );

  it.each([
    [43_861, false, '2020-01-31'],
    [43_861.5, false, '2020-01-31T12:00:00'],
    [43_860.999_999_9, false, '2020-01-31'],
    [42_399, true, '2020-01-31'],
    [0, true, '1904-01-01'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [-1, false, '-1'],
    [9e9, false, '9000000000'],
  ])('shows the day %d (1904: %s) as %s', (value, is1904, text) =>
    expect(numberText(value, 'date', is1904)).toBe(text),
  );

  it('shows a year and a time alone', () => {
    expect(numberText(43_831, 'year', false)).toBe('2020');
    expect(numberText(0.5, 'time', false)).toBe('12:00:00');
    expect(numberText(1.25, 'time', false)).toBe('30:00:00');
  });
});
