import { isShortSchoolYear, longSchoolYear } from './school-year';

describe('a school year in six digits', () => {
  it.each([
    ['2012-13', true],
    ['1999/00', false],
    ['2010-11', false],
    ['2012-14', false],
    ['2012-12', false],
  ])('%j can be nothing else: %s', (text, expected) => {
    expect(isShortSchoolYear(text)).toBe(expected);
  });

  it.each([
    ['2010-11', '2010-2011'],
    ['1999/00', '1999-2000'],
    ['2010-12', '2010-12'],
    ['2010', '2010'],
  ])('%j in full: %j', (text, expected) => {
    expect(longSchoolYear(text)).toBe(expected);
  });
});
