import type { FactSentence } from '../fact-reader';
import type { evidence as fr } from '../fr/evidence';
import { shortEvidence } from './certainty';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

const earlierGap: FactSentence = {
  full: (f) => `A fictitious start, set in ${f.year('start')}, already shows a difference of ${f.amount('estimate')}.`,
  plain: 'A fictitious earlier start already shows a difference.',
};

export const evidence: typeof fr = {
  levels: ['follow-up only', 'before/after', 'compared with peers', 'solid', 'very solid'],
  meanings: [
    'The indicator is followed, with nothing to compare it with.',
    'The situation is compared before and after the project, without comparison territories.',
    'The project’s territories are compared with others, but a check is missing or has failed.',
    'The situation without the project is estimated, the likeness before it is good and fictitious trials were made.',
    'The result also holds with another method, other comparison territories or another date.',
  ],
  level: (level, name) => `Level of evidence: ${level} of 4 – ${name}`,
  short: shortEvidence,
  replicated: (count, isOne) =>
    isOne
      ? 'Another project of the same programme finds an effect in the same direction.'
      : `${count} other projects of the same programme find an effect in the same direction.`,
  randomised:
    'The project’s territories were drawn by lot: a difference with the others comes from the project or from chance, not from the choice of territories.',
  losses: {
    refused: always('No effect could be estimated.'),
    'no-comparison-group': always('There is no comparison group.'),
    'few-donors': {
      full: (f) => `Comparison territories are few (${f.count('donors')}).`,
      plain: 'Comparison territories are few.',
    },
    'poor-prefit': {
      full: (f) => `The likeness before the project is imperfect: the error is ${f.share('relative')}.`,
      plain: 'The likeness before the project is imperfect.',
    },
    'prior-trend': always('A difference was already growing before the project.'),
    'no-placebo': always('Fictitious trials could not be made.'),
    'placebo-in-time-moves': always('A fictitious earlier start already shows a difference.'),
    'leave-one-out-changes-sign': always('Removing a single comparison territory is enough to reverse the result.'),
    'cross-check-disagrees': {
      full: (f) => `Another method (${f.method('method')}) does not give the same result.`,
      plain: 'Another method does not give the same result.',
    },
    'cross-check-missing': always('No other method could be tried.'),
    'prior-year-matters': always('The result depends on the last year before the project.'),
    'external-shock': {
      full: (f) => `The year ${f.year('year')}, abnormal everywhere, is close to the start.`,
      plain: 'A year that was abnormal everywhere is close to the start.',
    },
    'fragile-to-trends': {
      full: (f) =>
        `Trends differing by ${f.number('breakdown')} times the worst earlier gap would be enough to erase the effect.`,
      plain: 'Slightly less parallel trends would be enough to erase the effect.',
    },
    'one-donor': {
      full: (f) => `The comparison rests mostly on a single territory (${f.text('unit')}).`,
      plain: 'The comparison rests mostly on a single territory.',
    },
  },
  checkTitles: {
    'resemblance-before': 'Likeness before the project',
    placebo: 'Fictitious trials (placebo)',
    sensitivity: 'Sensitivity',
    'other-events': 'Other events',
    'data-quality': 'Data quality',
  },
  verdicts: { passed: 'passed', doubtful: 'doubtful', failed: 'failed', 'not-done': 'not done' },
  checks: {
    'resemblance-before': {
      passed: {
        full: (f) => `Before the project, the comparison followed its territories within ${f.size('rmse')}.`,
        plain: 'Before the project, the comparison followed its territories well.',
      },
      doubtful: {
        full: (f) => `Before the project, the comparison followed its territories only within ${f.size('rmse')}.`,
        plain: 'Before the project, the comparison followed its territories imperfectly.',
      },
      failed: always('Before the project, the two groups did not move in the same way.'),
      'not-done': always('The likeness before the project could not be checked.'),
    },
    placebo: {
      passed: {
        full: (f) =>
          `A difference of this size or more appears in ${f.share('p')} of the territories where nothing happened.`,
        plain: 'A difference of this size is rare where nothing happened.',
      },
      doubtful: {
        full: (f) =>
          `A difference of this size also appears in ${f.share('p')} of the territories where nothing happened.`,
        plain: 'A difference of this size sometimes appears where nothing happened.',
      },
      failed: {
        full: (f) => `A difference as large is common without a project: ${f.share('p')} of the territories tried.`,
        plain: 'A difference as large is common in territories without a project.',
      },
      'not-done': always('Fictitious trials could not be made.'),
    },
    sensitivity: {
      passed: {
        full: (f) =>
          `The result holds with another method or when one comparison territory is removed: from ${f.amount('low')} to ${f.amount('high')}.`,
        plain: 'The result holds when computed in another way.',
      },
      doubtful: {
        full: (f) => `The result varies when computed in another way: from ${f.amount('low')} to ${f.amount('high')}.`,
        plain: 'The result varies when computed in another way.',
      },
      failed: always('The result changes direction when computed in another way.'),
      'not-done': always('No other method could be tried.'),
    },
    'other-events': {
      passed: always('No other event declared over the period studied, and no abnormal year close to the start.'),
      doubtful: {
        full: (f) => `The year ${f.year('year')}, abnormal everywhere, is close to the start.`,
        plain: 'Another event declared over the period studied may explain part of the difference.',
      },
      failed: always('Another event probably explains the difference.'),
      'not-done': always('Other events were not examined, or nobody said whether there were any.'),
    },
    'data-quality': {
      passed: always('All the values used are published, under one definition.'),
      doubtful: {
        full: (f) =>
          `The indicator’s definition changed in ${f.year('break')}: part of the difference may come from that.`,
        plain: 'Some values are provisional, estimated or few.',
      },
      failed: always('The data do not allow a serious evaluation.'),
      'not-done': always('The quality of the data was not checked.'),
    },
  },
  inTime: {
    passed: {
      full: (f) => `A fictitious start, set in ${f.year('start')}, shows no clear difference.`,
      plain: 'A fictitious earlier start shows no clear difference.',
    },
    doubtful: earlierGap,
    failed: earlierGap,
  },
  sameDonors: {
    full: (f) => `The result holds when computed in another way: from ${f.amount('low')} to ${f.amount('high')}.`,
    plain: 'The result holds when computed in another way.',
  },
};
