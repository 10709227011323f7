import { effectWords, type Told, typeset } from '@sillage/indicators';
import { anEvaluation } from '../../../../test/support/evaluations';
import { limitsOf } from './compose-project-limits';

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
