import type { WarningCode } from '../../../effect/effect';
import type { FactSentence } from '../fact-reader';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

export const warnings: Record<WarningCode, FactSentence> = {
  'few-donors-indicative': {
    full: (f) =>
      `With ${f.count('donors')} comparison territories, the result is indicative: chance alone puts the project first one time in ${f.oneIn('floor')}.`,
    plain: 'Few comparison territories: the result is indicative.',
  },
  'few-clusters': {
    full: (f) =>
      `The project reaches only ${f.counted('treated', 'no territory', 'territory', 'territories')}: the margin of uncertainty is probably too narrow.`,
    plain: 'The project reaches few territories: the margin of uncertainty is probably too narrow.',
  },
  'prior-gap': {
    full: (f) => `Before the project, the difference between the two groups already reached ${f.amount('gap')}.`,
    plain: 'Before the project, there was already a difference between the two groups.',
  },
  'one-period-weight': {
    full: (f) => `The comparison with the past rests almost wholly on ${f.year('period')}.`,
    plain: 'The comparison with the past rests almost wholly on a single period.',
  },
  'one-donor-weight': {
    full: (f) => `This is mostly a comparison with ${f.text('unit')}, which weighs ${f.share('weight')} alone.`,
    plain: 'This is mostly a comparison with a single territory.',
  },
  interpolation: {
    full: (f) =>
      `${f.count('donors')} comparison territories for ${f.count('periods')} periods: a perfect likeness may be due to chance.`,
    plain: 'Too many comparison territories for too few periods: a perfect likeness may be due to chance.',
  },
  'leave-one-out-range': {
    full: (f) =>
      `Depending on which comparison territory is removed, the difference goes from ${f.amount('low')} to ${f.amount('high')}.`,
    plain: 'The difference changes with the comparison territory that is removed.',
  },
  'leave-one-out-changes-sign': always('Removing a single comparison territory is enough to reverse the result.'),
  'residual-prior-trend': {
    full: (f) => `Before the project, the difference was already growing by ${f.amount('residualSlope')} per period.`,
    plain: 'Before the project, the difference was already growing.',
  },
  'prior-year-matters': {
    full: (f) =>
      `Without the last year before the project, the difference moves from ${f.amount('estimate')} to ${f.amount('other')}: a bad year may have mended itself.`,
    plain: 'The result depends on the last year before the project: a bad year may have mended itself.',
  },
  'forbidden-comparisons': {
    full: (f) => `${f.share('share')} of the computation compares territories that already had the project.`,
    plain: 'Part of the computation compares territories that already had the project.',
  },
  'placebos-dropped': {
    full: (f) =>
      `Fictitious trials set aside for lack of likeness before the project: ${f.count('dropped')}; kept: ${f.count('kept')}.`,
    plain: 'Fictitious trials were set aside for lack of likeness before the project.',
  },
  'small-cohort-dropped': {
    full: (f) =>
      `The territories that started in ${f.year('cohort')} are too few (${f.count('units')}): they are not counted.`,
    plain: 'Territories too few to start in the same year are not counted.',
  },
  'cells-dropped': {
    full: (f) =>
      `${f.counted('periods', 'No period', 'period', 'periods')} without a comparison territory left: nothing is counted there.`,
    plain: 'Some periods have no comparison territory left: they are not counted.',
  },
  'external-shock': {
    full: (f) => `The year ${f.year('year')}, abnormal everywhere, is close to the start of the project.`,
    plain: 'A year that was abnormal everywhere is close to the start of the project.',
  },
  'autocorrelated-residuals': {
    full: (f) => `The series keeps a memory that the method does not explain (Durbin-Watson: ${f.number('value')}).`,
    plain: 'The series keeps a memory that the method does not explain.',
  },
  'no-comparison-group': always(
    'Without a comparison group, the project cannot be told from the national context: a signal, not a proof.',
  ),
  'cross-check-disagrees': {
    full: (f) => `Another method (${f.method('method')}) finds a different gap: ${f.amount('estimate')}.`,
    plain: 'Another method finds a different gap.',
  },
  'parallel-trends-unchecked': always(
    'Too few periods before the project to check that both groups moved in the same way.',
  ),
  'fragile-to-trends': {
    full: (f) =>
      `The effect vanishes if trends after the project differ by more than ${f.number('breakdown')} times the worst gap seen before.`,
    plain: 'The effect vanishes if trends differ a little more than before the project.',
  },
  'parallel-trends-doubtful': {
    full: (f) => `Before the project, the two groups did not move in quite the same way (p: ${f.number('p')}).`,
    plain: 'Before the project, the two groups did not move in quite the same way.',
  },
  'many-outcomes': {
    full: (f) =>
      `No conclusion can be drawn: with so many indicators examined, chance alone gives such a difference in ${f.share('adjusted')} of cases (adjusted p), not 5% at most.`,
    plain: 'No conclusion can be drawn: with so many indicators examined, chance may explain such a difference.',
  },
  'long-extrapolation': {
    full: (f) =>
      `The earlier trend (${f.count('before')} periods) is prolonged over ${f.count('periods')} periods: that is a lot.`,
    plain: 'The earlier trend is prolonged over many periods.',
  },
};
