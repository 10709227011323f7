import type { SeriesPoint } from '../comparison/notable-change';
import { notableChange } from '../comparison/notable-change';
import { aPeriod } from '../period';
import { changeSentence } from './change-sentence';
import { changeVerdict } from './verdict';

const series = (firstYear: number, values: readonly (number | SeriesPoint['measure'])[]): SeriesPoint[] =>
  values.map((value, index) => ({
    period: aPeriod('year', firstYear + index),
    measure: typeof value === 'number' ? { value } : value,
    status: 'normal',
  }));
const share = {
  unit: 'percent',
  decimals: 1,
  wording: { subject: 'la part des logements vacants', isFeminine: true, isPlural: false, counted: 'logements' },
};
const people = {
  unit: 'persons',
  decimals: 0,
  wording: { subject: 'les habitants', isFeminine: false, isPlural: true, counted: 'habitants' },
};

describe('the sentence of a change', () => {
  it.each([
    [
      'a fall in points',
      series(2016, [17.3, 16.9, 16.4, 16.0, 15.5]),
      share,
      'La part des logements vacants baisse\u00a0: de 17,3\u00a0% en 2016 à 15,5\u00a0% en 2020 (\u22121,8\u00a0point).',
    ],
    [
      'a fall of a count, with its share of the older value',
      series(2013, [26406, 26300, 26200, 26050, 25858]),
      people,
      'Les habitants baissent\u00a0: de 26\u202f406\u00a0habitants en 2013 à 25\u202f858\u00a0habitants en 2017 (\u2212548, soit \u22122,1\u00a0%).',
    ],
    [
      'a difference too small for words',
      series(2019, [12.1, 12.2]),
      share,
      'La part des logements vacants reste stable\u00a0: 12,2\u00a0% en 2020, 12,1\u00a0% en 2019.',
    ],
    [
      'a single year',
      series(2021, [12.1]),
      share,
      'La part des logements vacants\u00a0: 12,1\u00a0% en 2021, sans année antérieure comparable.',
    ],
    [
      'a secret, with agreement',
      series(2021, [{ absence: 'suppressed-by-source' }]),
      share,
      'La part des logements vacants\u00a0: non diffusée en 2021 (secret statistique).',
    ],
    ['nothing at all', [], share, 'La part des logements vacants\u00a0: aucune donnée publiée pour ce territoire.'],
  ])('says %s', (_, points, indicator, expected) => {
    expect(changeSentence(points, indicator, 'fr')).toBe(expected);
  });

  it('has its own English templates', () => {
    expect(
      changeSentence(
        series(2016, [17.3, 16.9, 16.4, 16.0, 15.5]),
        { ...share, wording: { ...share.wording, subject: 'the share of empty homes' } },
        'en',
      ),
    ).toBe(
      'The share of empty homes is falling: from 17.3% in 2016 to 15.5% in 2020 (\u22121.8\u00a0percentage points).',
    );
  });

  it('judges only an indicator whose polarity is declared', () => {
    const change = notableChange(series(2016, [17.3, 16.9, 16.4, 16.0, 15.5]), share);
    expect(changeVerdict(change, 'lower-is-better', 'fr')).toEqual({
      kind: 'favourable',
      text: 'en baisse, favorable',
    });
    expect(changeVerdict(change, 'higher-is-better', 'fr').kind).toBe('unfavourable');
    expect(changeVerdict(change, 'none', 'fr')).toEqual({ kind: 'lower', text: 'en baisse' });
  });
});
