import { effectWords, refuse, type Told, typeset } from '@sillage/indicators';
import { anEvaluation } from '../../../../test/support/evaluations';
import { limitsOf, powerOf } from './compose-project-limits';
import type { EvaluatedOutcome } from './project-facts';

const told: Told = {
  project: 'Maisons de proximité',
  subject: {
    label: 'Jeunes sans emploi',
    unit: 'percent',
    decimals: 1,
    polarity: 'lower-is-better',
    wording: { subject: 'la part des jeunes sans emploi', isFeminine: true, isPlural: false, counted: 'jeunes' },
  },
  evaluation: anEvaluation(),
  persons: null,
};
const pool = { knowsNeighbours: true, periods: [2012, 2022] };
const { ended, lateStart } = effectWords.fr.limits;

describe('the smallest effect that could be seen', () => {
  const indicator = { unit: 'percent', decimals: 1 };
  it('is told as a share of the level before, and in the unit', () => {
    const evaluation = anEvaluation({
      result: refuse(null, 'too-few-periods-after'),
      smallestVisibleEffect: 2.1,
      smallestVisibleShare: 0.18,
    });
    const [text] = powerOf({ indicator, record: { evaluation } } as unknown as EvaluatedOutcome, 'fr');
    expect(text!.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Avec ces données, seul un effet d’au moins 18 % du niveau d’avant (2,1 points) sera visible.',
    );
  });
});

describe('what an evaluation does not say', () => {
  it.each([
    ['a project that goes on', null, '2018-01-01', []],
    ['one that ended before the last year', '2020-06-30', '2018-01-01', [ended('2020')]],
    ['one that ends in the last year', '2022-06-30', '2018-06-30', []],
    ['one that began in the second half of a year', null, '2018-07-01', [lateStart]],
  ])('says of %s what its dates change', (_name, endDate, startDate, expected) => {
    const lines = limitsOf(told, pool, { project: { endDate }, treatments: [{ startDate }] }, 'fr');
    const about = [ended('2020'), ended('2022'), lateStart].map((line) => typeset(line, 'fr'));
    expect(lines.filter((line) => about.includes(line))).toEqual(expected.map((line) => typeset(line, 'fr')));
  });
});
