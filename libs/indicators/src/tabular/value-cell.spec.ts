import { anImportedIndicator } from '../../../../test/support/referential';
import type { Finding } from './finding';
import type { ImportedIndicator } from './indicator-index';
import { numberHabits, readMeasure } from './value-cell';

const persons = anImportedIndicator({ suppressionThreshold: 11 });
const rate: ImportedIndicator = { ...persons, unit: 'percent', decimals: 1, territorialRule: 'ratio-of-sums' };

const euros: ImportedIndicator = { ...persons, unit: 'euros', decimals: 2, suppressionThreshold: null };

function read(value: string, indicator: ImportedIndicator, others: readonly string[] = []) {
  const findings: Finding[] = [];
  const measure = readMeasure(
    { value, numerator: '', denominator: '' },
    indicator,
    numberHabits([value, ...others]),
    { absence: null, status: 'normal' },
    { line: 2, column: 'valeur' },
    findings,
  );
  return { value: measure?.value, codes: findings.map(({ code }) => code), findings };
}

describe('a value cell', () => {
  it.each([
    ['a count', '1.234', persons, [], undefined, ['NOMBRE_AMBIGU']],
    ['a count', '1,234', persons, [], undefined, ['NOMBRE_AMBIGU']],
    ['a count beside "1.234.567"', '1.234', persons, ['1.234.567'], 1234, ['FORMAT_NOMBRE']],
    ['a count beside "1,234,567"', '1,234', persons, ['1,234,567'], 1234, ['FORMAT_NOMBRE']],
    ['a weighted count', '24.625', persons, ['7107.01247632609'], 24.625, []],
    ['a weighted count', '7107.01247632609', persons, [], 7107.01247632609, []],
    ['a rate', '24.625', rate, [], 24.625, []],
    ['an amount', '1 227,50 €', euros, [], 1227.5, []],
    ['a count', '27 €', persons, [], undefined, ['NOMBRE_INVALIDE']],
    ['an amount', '12.345', euros, ['98.765', '110.250'], undefined, ['NOMBRE_AMBIGU']],
    ['an amount', '12,345', euros, ['98,765'], undefined, ['NOMBRE_AMBIGU']],
    ['an amount beside "0,250"', '12,345', euros, ['0,250'], 12.345, []],
    ['an amount beside "0,5"', '12.34', euros, ['0,5'], 12.34, ['FORMAT_NOMBRE']],
    ['a rate', '24,625', rate, [], 24.625, []],
    ['a rate', '27', rate, ['1,234,567'], 27, []],
    ['an amount beside "12.34"', '12.345', euros, ['12.34'], 12.345, []],
    ['an amount beside "1.234.567"', '12.345', euros, ['1.234.567'], 12345, ['FORMAT_NOMBRE']],
  ] as const)('%s, %s, is read as the file shows', (_, cell, indicator, others, value, codes) => {
    expect(read(cell, indicator, others)).toMatchObject({ value, codes });
  });

  it('a remark on a small count does not tell the count', () => {
    const { findings, value } = read('7', persons);
    expect(value).toBe(7);
    expect(findings).toEqual([
      { code: 'SECRET_PRIMAIRE', line: 2, column: 'valeur', seen: null, detail: { threshold: 11 } },
    ]);
  });

  it.each([
    ['-1 234,50', '', '', { column: 'valeur', seen: '-1 234,50' }],
    ['5', '-3', '2', { column: 'numerateur', seen: '-3' }],
    ['5', '3', '−2', { column: 'denominateur', seen: '−2' }],
  ])(
    'a negative number among %j, %j and %j is shown as written, where it is',
    (value, numerator, denominator, told) => {
      const findings: Finding[] = [];
      const status = { absence: null, status: 'normal' } as const;
      const place = { line: 2, column: 'valeur' };
      readMeasure({ value, numerator, denominator }, rate, numberHabits([value]), status, place, findings);
      expect(findings).toMatchObject([{ code: 'VALEUR_NEGATIVE', ...told }]);
    },
  );
});
