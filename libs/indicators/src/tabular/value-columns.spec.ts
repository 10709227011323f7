import { anImportedIndicator } from '../../../../test/support/referential';
import { periodOfCode } from '../period';
import { IndicatorIndex } from './indicator-index';
import { readSample } from './sample';

const indicators = new IndicatorIndex([anImportedIndicator({ code: 'RSA' })]);

/** The titles of the columns that are read as values, under two lines of titles. */
function valuesUnder(groups: string): string[] {
  const text = `N° Dep;Libelle;${groups}\n;;2015;2016;2015;2016\n01;Ain;1;2;3;4\n`;
  const { layout } = readSample(text, true, indicators, 2027, { indicator: 'RSA' });
  return layout.kind === 'layout' ? layout.layout.values.map(({ header }) => header) : [];
}

describe('columns under a title of a total', () => {
  it.each([
    ['beside those of its parts', 'Total RSA;;RSA socle;', ['Total RSA – 2015', 'Total RSA – 2016']],
    ['as “Ensemble”', 'RSA socle;;Ensemble du RSA;', ['Ensemble du RSA – 2015', 'Ensemble du RSA – 2016']],
    ['when another total says otherwise of the same years', 'Total hommes;;Total femmes;', []],
  ])('are the values %s', (_, groups, expected) => {
    expect(valuesUnder(groups)).toEqual(expected);
  });

  it('follow each other when the total changes its name', () => {
    const text = 'N° Dep;Libelle;Total RSA socle;Total RSA;\n;;2015;2016;2017\n01;Ain;1;2;3\n';
    const { layout } = readSample(text, true, indicators, 2027, { indicator: 'RSA' });
    const values = layout.kind === 'layout' ? layout.layout.values : [];
    expect(values.map(({ header, period }) => [header, period])).toEqual([
      ['Total RSA socle – 2015', 2015000],
      ['Total RSA – 2016', 2016000],
      ['Total RSA – 2017', 2017000],
    ]);
  });

  it.each([
    ['2010-11;2011-12;2012-13', ['school-year', 'school-year', 'school-year']],
    ['2010-11;2011-12', ['month', 'month']],
  ])('of the periods %s are read alike: %j', (titles, kinds) => {
    const text = `N° Dep;${titles}\n01;1;2;3\n`;
    const { layout } = readSample(text, true, indicators, 2027, { indicator: 'RSA' });
    const values = layout.kind === 'layout' ? layout.layout.values : [];
    expect(values.map(({ period }) => periodOfCode(period ?? 0).kind)).toEqual(kinds);
  });
});
