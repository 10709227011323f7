import { deriveValue } from './derive-value';

const rule = (form: 'sum' | 'ratio' | 'mean' | 'growth' | 'published', scale = 1) => ({ form, scale });

describe('a derived value', () => {
  it.each([
    ['a sum', rule('sum'), 12, null, { value: 12 }],
    ['a percentage', rule('ratio', 100), 1, 4, { value: 25 }],
    ['a mean', rule('mean'), 300, 20, { value: 15 }],
    ['a growth over five years', rule('growth'), 1610.51, 1000, { value: expect.closeTo(10, 6) }],
    ['a ratio to nothing', rule('ratio', 100), 0, 0, { absence: 'not-applicable' }],
    ['a growth from nothing', rule('growth'), 5, 0, { absence: 'not-applicable' }],
    ['a ratio without denominator', rule('ratio'), 5, null, { absence: 'not-available' }],
    ['what cannot be added', rule('published'), 5, 5, { absence: 'not-aggregable' }],
  ])('of %s', (_, given, numerator, denominator, expected) => {
    expect(deriveValue(given, numerator, denominator)).toEqual(expected);
  });
});
