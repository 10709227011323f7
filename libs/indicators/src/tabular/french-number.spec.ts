import fc from 'fast-check';
import { readNumber } from './french-number';
import { PlainNumber } from './plain-number';

describe('a number in a cell', () => {
  it.each([
    ['1234', 1234],
    ['12,5', 12.5],
    ['.1024', 0.1024],
    ['24.6', 24.6],
    ['7107.01247632609', 7107.01247632609],
    ['1\u00a0234,5', 1234.5],
    ['12\u202f345', 12345],
    ['1 000 000', 1_000_000],
    ['-14,8', -14.8],
    ['\u221214,8', -14.8],
    ['-0', 0],
    ['0,0', 0],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1,000,000.00', 1_000_000],
    ['2,0003E+08', 200_030_000],
    [' 27\t', 27],
  ])('%j is %d', (cell, value) => {
    expect(readNumber(cell)).toMatchObject({ kind: 'number', value });
  });

  it.each([
    ['10360*', { value: 10360, status: 'provisional' }],
    ['12,5 (p)', { value: 12.5, status: 'provisional' }],
    ['1 234 (sd)', { value: 1234, status: 'provisional' }],
    ['12,5(e)', { value: 12.5, status: 'estimated' }],
    ['12,5 % (E)', { value: 12.5, status: 'estimated', isPercent: true }],
    ['12.5 e', { value: 12.5, status: 'estimated' }],
    ['12,5 (r)', { value: 12.5, status: 'normal', remarks: [] }],
    ['12,5 (rév.)', { value: 12.5, status: 'normal' }],
    ['12,5 (b)', { value: 12.5, status: 'series-break' }],
    ['1 234 (1)', { value: 1234, status: 'normal', remarks: ['APPEL_NOTE'] }],
    ['1234²', { value: 1234, remarks: ['APPEL_NOTE'] }],
    ['1 234* (2)', { value: 1234, status: 'provisional', remarks: ['APPEL_NOTE'] }],
    ['12,5 %', { value: 12.5, isPercent: true }],
    ['7,25\u202f%', { value: 7.25, isPercent: true }],
    ['1\u2009234,5', { value: 1234.5, remarks: ['ESPACE_INHABITUEL'] }],
    ['1,234', { value: 1.234, remarks: ['NOMBRE_AMBIGU'] }],
    ['1.234', { value: 1.234, remarks: ['NOMBRE_AMBIGU'] }],
    ['0.234', { value: 0.234, remarks: [] }],
    ['7107.01247632609', { value: 7107.01247632609, remarks: [] }],
    ['0,234', { value: 0.234, remarks: [] }],
  ])('%j tells more than a value', (cell, expected) => {
    expect(readNumber(cell)).toMatchObject(expected);
  });

  it.each([
    ['s', 'suppressed-by-source'],
    ['nd', 'not-available'],
    ['ND ', 'not-available'],
    ['n.d.', 'not-available'],
    ['N/D', 'not-available'],
    ['..', 'not-available'],
    [':', 'not-available'],
    ['ns', 'not-significant'],
    ['so', 'not-applicable'],
    ['NR ', 'non-response'],
    ['NC', 'not-applicable'],
    ['-', 'not-applicable'],
    ['/', 'not-applicable'],
    ['///', 'not-applicable'],
    ['ndiff', 'not-disseminated'],
    ['(s)', 'suppressed-by-source'],
    ['(e)', 'not-available'],
    ['*', 'not-available'],
  ])('%j is an absence: %s', (cell, reason) => {
    expect(readNumber(cell)).toEqual({ kind: 'absent', reason });
  });

  it.each(['', ' ', '\u00a0'])('%j is empty, never 0', (cell) => {
    expect(readNumber(cell)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['NaN', 'NOMBRE_INVALIDE'],
    ['Infinity', 'NOMBRE_INVALIDE'],
    ['0x1F', 'NOMBRE_INVALIDE'],
    ['(12,5)', 'NOMBRE_INVALIDE'],
    ['12abc', 'NOMBRE_INVALIDE'],
    ['1 23', 'NOMBRE_INVALIDE'],
    ['１２３', 'NOMBRE_INVALIDE'],
    ['--5', 'NOMBRE_INVALIDE'],
    ['1e309', 'NOMBRE_HORS_BORNES'],
    ['1e-400', 'NOMBRE_HORS_BORNES'],
    ['9007199254740993', 'NOMBRE_HORS_BORNES'],
    ['#N/A', 'ERREUR_EXCEL'],
    ['#VALEUR!', 'ERREUR_EXCEL'],
  ])('%j is refused: %s', (cell, code) => {
    expect(readNumber(cell)).toEqual({ kind: 'invalid', code });
  });

  it('is read back from every notation it can be written in', () => {
    const french = (value: number, group: string, separator: string): string => {
      const [whole = '', decimals] = value.toString().split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
      return decimals === undefined ? grouped : `${grouped}${separator}${decimals}`;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('', ' ', '\u00a0', '\u202f'),
        fc.constantFrom(',', '.'),
        (whole, cents, group, separator) => {
          const value = whole + cents / 100;
          expect(readNumber(french(value, group, separator))).toMatchObject({ value });
        },
      ),
    );
  });

  it('never yields NaN or an infinity, whatever the text', () => {
    const alphabet = fc.constantFrom(...'0123456789.,-+eE%* \u00a0\u202fsnd/#()xNaInfty');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: alphabet })), (text) => {
        const reading = readNumber(text);
        if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
        if (text.trim() === '') expect(reading.kind).toBe('empty');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same double when read from bytes', () => {
    const number = new PlainNumber();
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,12}([.,]\d{1,9})?$/), (text) => {
        const bytes = new TextEncoder().encode(`;${text};`);
        if (!number.read(bytes, 1, bytes.length - 1)) return;
        expect(readNumber(text)).toMatchObject({ kind: 'number', value: number.value, remarks: [] });
      }),
      { numRuns: 2_000 },
    );
  });
});
