import type { RefusalCode } from '../../../effect/effect';
import type { FactSentence } from '../fact-reader';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

export const refusals: Record<RefusalCode, { reason: FactSentence; needed: FactSentence }> = {
  'too-few-periods-before': {
    reason: {
      full: (f) =>
        `Before the project, the indicator has only ${f.counted('have', 'no measured period', 'measured period', 'measured periods')}.`,
      plain: 'The indicator is known for too few periods before the project.',
    },
    needed: {
      full: (f) => `At least ${f.count('need')} measured periods before the start would be needed.`,
      plain: 'More measured periods before the start would be needed.',
    },
  },
  'too-few-periods-after': {
    reason: {
      full: (f) =>
        `Since the project started, the indicator has ${f.counted('have', 'no measured period', 'measured period', 'measured periods')}.`,
      plain: 'The indicator is known for too few periods since the project started.',
    },
    needed: {
      full: (f) =>
        `The indicator must first have ${f.counted('need', 'one measured period', 'measured period', 'measured periods')} after the start.`,
      plain: 'More measured periods after the start must first be available.',
    },
  },
  'no-treated-unit': {
    reason: always('None of the project’s territories has a value for this indicator.'),
    needed: always('An indicator measured at the level where the project acts would be needed.'),
  },
  'no-donor': {
    reason: always('No comparable territory was left outside the project.'),
    needed: always('Similar territories without this project, measured in the same way, would be needed.'),
  },
  'too-few-donors': {
    reason: {
      full: (f) => `Comparable territories that have all their values: ${f.count('have')}.`,
      plain: 'Too few comparable territories have all their values.',
    },
    needed: {
      full: (f) => `At least ${f.count('need')} would be needed, measured in the same way.`,
      plain: 'More of them would be needed, measured in the same way.',
    },
  },
  'too-few-treated': {
    reason: {
      full: (f) =>
        `The project reaches only ${f.counted('have', 'no territory', 'territory', 'territories')} at this level.`,
      plain: 'The project reaches too few territories at this level.',
    },
    needed: {
      full: (f) => `This method asks for at least ${f.count('need')} territories with the project.`,
      plain: 'This method asks for more territories with the project.',
    },
  },
  'missing-outcome': {
    reason: {
      full: (f) => `A value is missing: ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'A value is missing from the series.',
    },
    needed: always('Complete series would be needed, for the project’s territories and those compared with them.'),
  },
  'duplicate-cell': {
    reason: {
      full: (f) => `Two values contradict each other: ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'Two values contradict each other for the same territory and period.',
    },
    needed: always('Only one of them should stay in the imported file.'),
  },
  'treatment-reversal': {
    reason: {
      full: (f) => `The project stopped along the way: ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'The project stopped along the way in one territory.',
    },
    needed: always('A lasting project would be needed, or an evaluation limited to the periods when it acts.'),
  },
  'no-period-before': {
    reason: always('Every territory already had the project in the first known period.'),
    needed: always('Measures from before the project would be needed.'),
  },
  'too-few-events': {
    reason: {
      full: (f) =>
        `The indicator counts ${f.count('events')} events since the project started: chance alone explains them.`,
      plain: 'The indicator counts too few events: chance alone explains them.',
    },
    needed: {
      full: (f) => `At least ${f.count('need')} would be needed, over more years or a larger territory.`,
      plain: 'More years or a larger territory would be needed.',
    },
  },
  'poor-prefit': {
    reason: {
      full: (f) =>
        `No combination of territories followed those of the project before it started: the error is ${f.share('relative')}.`,
      plain: 'No combination of territories followed those of the project before it started.',
    },
    needed: always('More similar territories, or more periods before the start, would be needed.'),
  },
  'outside-donors-range': {
    reason: {
      full: (f) =>
        `The project’s territories were outside the range of the others in ${f.count('periods')} periods of ${f.count('of')} before the start.`,
      plain: 'The project’s territories were outside the range of the others before the start.',
    },
    needed: always('Comparison territories with closer values would be needed.'),
  },
  'parallel-trends-rejected': {
    reason: always(
      'Before the project, the two groups were already moving differently: we cannot put a figure on the effect.',
    ),
    needed: always('Comparison territories that moved in the same way before the start would be needed.'),
  },
  'forbidden-comparisons': {
    reason: {
      full: (f) =>
        `Starting dates differ, and ${f.share('share')} of the computation would compare territories that already had the project.`,
      plain: 'Starting dates differ, and the computation would compare territories that already had the project.',
    },
    needed: always('A method made for staggered starts, and territories that never had the project, would be needed.'),
  },
  'staggered-dates': {
    reason: always('The project’s territories did not start in the same year: this method does not apply.'),
    needed: {
      full: (f) => `At least ${f.count('need')} territories per starting date, or one date for all, would be needed.`,
      plain: 'More territories per starting date, or one date for all, would be needed.',
    },
  },
  'suppressed-outcome': {
    reason: always('The indicator is confidential for the project’s territories.'),
    needed: always('A larger level, or access to the producer’s protected data, would be needed.'),
  },
  'autocorrelated-residuals': {
    reason: {
      full: (f) => `The series keeps a memory that the method does not explain (Durbin-Watson: ${f.number('value')}).`,
      plain: 'The series keeps a memory that the method does not explain.',
    },
    needed: always('Comparison territories, or a longer series, would be needed.'),
  },
  'collinear-regressors': {
    reason: always('The variables of the computation say the same thing: their effects cannot be told apart.'),
    needed: always('One variable should be removed, or periods or territories added.'),
  },
  'solver-gap': {
    reason: always('The computation could not prove that its solution is the best one.'),
    needed: always('The data should be checked: an outsized value is often the cause.'),
  },
  'no-data-before': {
    reason: always('No measure exists from before the project: nothing says what would have happened without it.'),
    needed: always(
      'A measure of the situation before the project, and comparable territories followed in the same way, would be needed.',
    ),
  },
  'series-break': {
    reason: always('The indicator’s definition changed during the period studied: its values cannot be compared.'),
    needed: always('A series recomputed under a single definition would be needed.'),
  },
  'leave-one-out-changes-sign': {
    reason: {
      full: (f) => `Removing a single comparison territory (${f.text('unit')}) is enough to reverse the result.`,
      plain: 'Removing a single comparison territory is enough to reverse the result.',
    },
    needed: always('More comparable territories would be needed.'),
  },
  'external-shock': {
    reason: {
      full: (f) =>
        `The year ${f.year('year')}, abnormal everywhere, is too close to the start to tell the project from it.`,
      plain: 'A year that was abnormal everywhere is too close to the start to tell the project from it.',
    },
    needed: always('Comparison territories would be needed: they went through that year too.'),
  },
  'mixed-levels': {
    reason: {
      full: (f) =>
        `The project’s places are of several levels (${f.levels('levels')}): the uncertainty would be wrong.`,
      plain: 'The project’s places are of several levels: the uncertainty would be wrong.',
    },
    needed: always('All its places should be declared at one level, the one at which the decision was taken.'),
  },
};
