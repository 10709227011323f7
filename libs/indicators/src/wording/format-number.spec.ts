import fc from 'fast-check';
import { formatNumber, formatSigned } from './format-number';
import { locales } from './locale';

const parse = (text: string, locale: 'fr' | 'en'): number =>
  Number(
    (locale === 'fr' ? text.replaceAll('\u202f', '').replace(',', '.') : text.replaceAll(',', '')).replace(
      '\u2212',
      '-',
    ),
  );

describe('a number in words of its language', () => {
  it.each([
    [1234.5, 1, 'fr', '1\u202f234,5'],
    [-12.34, 1, 'fr', '\u221212,3'],
    [331229, 0, 'fr', '331\u202f229'],
    [-0.04, 1, 'fr', '0,0'],
    [1234.5, 1, 'en', '1,234.5'],
    [-12.34, 1, 'en', '\u221212.3'],
  ] as const)('writes %d with %d decimals in %s as %s', (value, decimals, locale, expected) => {
    expect(formatNumber(value, decimals, locale)).toBe(expected);
  });

  it.each([
    [1.24, 1, '+1,2'],
    [-1.8, 1, '\u22121,8'],
    [0.01, 1, '0,0'],
  ] as const)('writes the difference %d as %s', (value, decimals, expected) => {
    expect(formatSigned(value, decimals, 'fr')).toBe(expected);
  });

  it('can be read back, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...locales),
        (value, decimals, locale) => {
          const text = formatNumber(value, decimals, locale);
          expect(text).not.toMatch(/-/);
          expect(Math.abs(parse(text, locale) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * 1.000001 + 1e-6);
        },
      ),
    );
  });
});
